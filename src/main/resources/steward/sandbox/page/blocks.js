// Block Kit, drawn. `context` says who people are (`names`) and takes what is clicked (`act`).

import { el, icon, ICONS } from './dom.js';
import { pieces, richText } from './richtext.js';
import { chart } from './chart.js';
import { element } from './elements.js';
import { input } from './inputs.js';
import { text } from './texts.js';

const BLOCKS = {
  section,
  context,
  header: (block) => el('div', { class: 'block header', role: 'heading', 'aria-level': '3' }, text(block.text)),
  divider: () => el('hr', { class: 'block divider' }),
  actions: (block, ctx) =>
    el('div', { class: 'block actions' }, block.elements.map((item) => element(item, block, ctx))),
  image,
  input,
  rich_text: (block, ctx) => el('div', { class: 'block' }, richText(block, ctx)),
  table,
  data_visualization: (block) => chart(block),
};

export const drawBlocks = (blocks, ctx) => blocks.map((block) => draw(block, ctx));

function draw(block, ctx) {
  const drawn = Object.hasOwn(BLOCKS, block.type) ? BLOCKS[block.type](block, ctx) : unknown(block);
  drawn.dataset.block = block.type;
  if (block.block_id) drawn.dataset.blockId = block.block_id;
  return drawn;
}

function section(block, ctx) {
  return el(
    'div',
    { class: 'block section' },
    el(
      'div',
      { class: 'section-words' },
      block.text ? el('div', {}, text(block.text, ctx)) : null,
      block.fields ? el('div', { class: 'fields' }, block.fields.map((field) => el('div', { class: 'field' }, text(field, ctx)))) : null,
    ),
    block.accessory ? el('div', { class: 'accessory' }, element(block.accessory, block, ctx)) : null,
  );
}

function context(block, ctx) {
  return el(
    'div',
    { class: 'block context' },
    block.elements.map((item) =>
      item.type === 'image'
        ? el('img', { class: 'context-image', src: item.image_url, alt: item.alt_text })
        : el('div', { class: 'context-words' }, text(item, ctx)),
    ),
  );
}

function image(block) {
  return el(
    'figure',
    { class: 'block image' },
    block.title ? el('figcaption', {}, text(block.title)) : null,
    block.image_url ? el('img', { src: block.image_url, alt: block.alt_text }) : el('div', { class: 'unknown' }, block.alt_text),
  );
}

function table(block, ctx) {
  const settings = block.column_settings ?? [];
  const [head, ...rows] = block.rows;
  const cell = (tag) => (content, column) =>
    el(
      tag,
      {
        class: `${settings[column]?.align ?? 'left'}${settings[column]?.is_wrapped ? ' wrapped' : ''}`,
        scope: tag === 'th' ? 'col' : undefined,
      },
      content.type === 'rich_text' ? content.elements.map((part) => el('div', { class: 'text' }, cellPieces(part, ctx))) : (content.text ?? ''),
    );
  return el(
    'div',
    { class: 'block table', tabindex: '0', role: 'region', 'aria-label': 'Table' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, head.map(cell('th')))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map(cell('td'))))),
    ),
  );
}

const cellPieces = (part, ctx) => (part.type === 'rich_text_section' ? pieces(part, ctx) : richText({ elements: [part] }, ctx));

function unknown(block) {
  return el('div', { class: 'block unknown' }, icon(ICONS.warning), ` Slack would show a “${block.type}” block here; the sandbox can't draw it.`);
}
