// rich_text blocks: what a rep typed arrives in these, so nothing in them is read as markup.

import { el } from './dom.js';
import { emoji } from './emoji.js';
import { link } from './mrkdwn.js';
import { dateOf, shortDateTime } from './times.js';

export const richText = (block, context) => el('div', { class: 'rich-text' }, block.elements.map((part) => draw(part, context)));

function draw(part, context) {
  switch (part.type) {
    case 'rich_text_list':
      return el(
        part.style === 'ordered' ? 'ol' : 'ul',
        { class: `indent-${Math.min(part.indent ?? 0, 5)}`, start: part.offset ? part.offset + 1 : undefined },
        part.elements.map((item) => el('li', {}, pieces(item, context))),
      );
    case 'rich_text_quote':
      return el('blockquote', {}, el('span', { class: 'text' }, pieces(part, context)));
    case 'rich_text_preformatted':
      return el('pre', { class: 'code-block' }, pieces(part, context));
    default:
      return el('div', { class: 'text' }, pieces(part, context));
  }
}

export const pieces = (section, context) => section.elements.map((piece) => withStyle(drawPiece(piece, context), piece.style));

function drawPiece(piece, { names }) {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'link':
      return link(piece.url, piece.text ?? piece.url);
    case 'emoji':
      return emoji(piece.name, fromUnicode(piece.unicode));
    case 'user':
      return el('span', { class: 'mention' }, `@${names[piece.user_id] ?? piece.user_id}`);
    case 'channel':
      return el('span', { class: 'mention' }, `#${piece.channel_id}`);
    case 'broadcast':
      return el('span', { class: 'mention mention-all' }, `@${piece.range}`);
    case 'date':
      return piece.fallback ?? shortDateTime(dateOf(piece.timestamp));
    default:
      return `[${piece.type}]`;
  }
}

const fromUnicode = (hex) => (hex ? String.fromCodePoint(...hex.split('-').map((code) => parseInt(code, 16))) : undefined);

const TAGS = { code: 'code', bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

function withStyle(drawn, style = {}) {
  return Object.entries(TAGS).reduce((inside, [name, tag]) => (style[name] ? el(tag, {}, inside) : inside), drawn);
}
