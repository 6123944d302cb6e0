// data_visualization blocks: bar, line, area and pie charts as pictures that can be read out.

import { el, svg } from './dom.js';

const WIDTH_MAX = 560;
const WIDTH_MIN = 240;
const PLOT_HEIGHT = 220;
const TOP = 12;
const RIGHT = 12;
const LABEL_PX = 6.6;
const TICKS = 5;

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

let charts = 0;

export function chart(block) {
  const { title, chart: data } = block;
  const id = `chart-${++charts}`;
  const rows = data.type === 'pie' ? data.segments.map(({ label, value }) => [label, value]) : null;
  const draw = (width) => {
    const drawn = data.type === 'pie' ? pie(data) : plot(data, width);
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-labelledby', `${id}-title ${id}-words`);
    drawn.prepend(svg('title', { id: `${id}-title` }, title), svg('desc', { id: `${id}-words` }, rows ? inWords(rows) : plotInWords(data)));
    return drawn;
  };
  const picture = el('div', { class: `chart-picture chart-${data.type}` }, draw(WIDTH_MAX), legend(data));
  // Drawn for the width there is, so that words keep their size.
  const fit = (width) => picture.firstChild.replaceWith(draw(Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, width))));
  if (data.type !== 'pie') new ResizeObserver(([{ contentRect }]) => fit(Math.round(contentRect.width))).observe(picture);
  return el(
    'figure',
    { class: 'block chart', dataset: { chart: data.type } },
    el('figcaption', {}, title),
    picture,
    el('details', { class: 'chart-data' }, el('summary', {}, 'Show as a table'), rows ? sliceTable(rows) : plotTable(data)),
  );
}

// ── In words and as a table ──

const inWords = (rows) => `${rows.map(([label, value]) => `${label} ${exact.format(value)}`).join(', ')}.`;

const valueAt = (series, category) => series.data.find((point) => point.label === category)?.value ?? 0;

function plotInWords({ type, series, axis_config: { categories } }) {
  const kind = { bar: 'Bar chart', line: 'Line chart', area: 'Area chart' }[type];
  return `${kind}. ${series.map((each) => `${each.name}: ${inWords(categories.map((category) => [category, valueAt(each, category)]))}`).join(' ')}`;
}

function sliceTable(rows) {
  const total = rows.reduce((sum, [, value]) => sum + value, 0);
  return table(['', 'Value', 'Share'], rows.map(([label, value]) => [label, exact.format(value), `${Math.round((value / total) * 100)}%`]));
}

const plotTable = ({ series, axis_config: { categories, x_label: across = '' } }) =>
  table([across, ...series.map((each) => each.name)], categories.map((category) => [category, ...series.map((each) => exact.format(valueAt(each, category)))]));

const table = (head, rows) =>
  el(
    'table',
    {},
    el('thead', {}, el('tr', {}, head.map((words) => el('th', { scope: 'col' }, words)))),
    el('tbody', {}, rows.map(([first, ...rest]) => el('tr', {}, el('th', { scope: 'row' }, first), rest.map((words) => el('td', {}, words))))),
  );

function legend(data) {
  const total = data.type === 'pie' ? data.segments.reduce((sum, { value }) => sum + value, 0) : 0;
  const names = data.type === 'pie' ? data.segments.map(({ label, value }) => [label, `${exact.format(value)} · ${Math.round((value / total) * 100)}%`]) : data.series.map(({ name }) => [name, '']);
  if (data.type !== 'pie' && names.length < 2) return null;
  return el(
    'ul',
    { class: 'legend', 'aria-hidden': 'true' },
    names.map(([name, more], index) => el('li', {}, el('span', { class: `swatch tone-${index % 12}` }), name, more ? el('span', { class: 'legend-value' }, more) : null)),
  );
}

// ── Bars, lines and areas ──

function plot(data, width) {
  const { categories, x_label: across, y_label: up } = data.axis_config;
  const values = data.series.flatMap((each) => categories.map((category) => valueAt(each, category)));
  const ticks = ticksFor(Math.min(0, ...values), Math.max(0, ...values));
  const words = ticks.map((tick) => short.format(tick));
  const left = 14 + Math.max(...words.map((each) => each.length)) * LABEL_PX + (up ? 18 : 0);
  const band = (width - left - RIGHT) / categories.length;
  const slanted = Math.max(...categories.map((each) => each.length)) * LABEL_PX > band - 6;
  const foot = (slanted ? 16 + Math.min(20, Math.max(...categories.map((each) => each.length))) * LABEL_PX * 0.62 : 22) + (across ? 20 : 0);
  const height = TOP + PLOT_HEIGHT + foot;
  const y = (value) => TOP + PLOT_HEIGHT * (1 - (value - ticks[0]) / (ticks.at(-1) - ticks[0]));
  const x = (index) => left + band * (index + 0.5);
  const frame = { left, band, x, y, categories };
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${Math.round(height)}`, class: 'plot' },
    ticks.map((tick, index) => [
      svg('line', { class: tick === 0 ? 'axis' : 'grid', x1: left, x2: width - RIGHT, y1: y(tick), y2: y(tick) }),
      svg('text', { x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, words[index]),
    ]),
    categories.map((category, index) => categoryLabel(category, x(index), TOP + PLOT_HEIGHT + 18, slanted)),
    across ? svg('text', { class: 'axis-name', x: (left + width - RIGHT) / 2, y: height - 4, 'text-anchor': 'middle' }, across) : null,
    up ? svg('text', { class: 'axis-name', 'text-anchor': 'middle', transform: `translate(12 ${TOP + PLOT_HEIGHT / 2}) rotate(-90)` }, up) : null,
    DRAWN[data.type](data.series, frame),
  );
}

const categoryLabel = (words, x, y, slanted) =>
  svg('text', slanted ? { transform: `translate(${x + 4} ${y - 4}) rotate(-40)`, 'text-anchor': 'end' } : { x, y, 'text-anchor': 'middle' }, words);

const DRAWN = {
  bar(series, { x, y, band, categories }) {
    const thick = Math.min(48, (band * 0.76) / series.length);
    return series.map((each, tone) =>
      categories.map((category, index) => {
        const value = valueAt(each, category);
        const from = x(index) + (tone - series.length / 2) * thick;
        return svg(
          'rect',
          { class: `tone-${tone % 12}`, x: from + 1, width: Math.max(1, thick - 2), y: Math.min(y(0), y(value)), height: Math.max(1, Math.abs(y(0) - y(value))), rx: Math.min(3, thick / 4) },
          hover(category, each, series, value),
        );
      }),
    );
  },
  line: (series, frame) => series.map((each, tone) => [svg('path', { class: `stroke tone-${tone % 12}`, d: path(each, frame) }), dots(each, tone, series, frame)]),
  area: (series, frame) =>
    series.map((each, tone) => {
      const { x, y, categories } = frame;
      const closed = `${path(each, frame)} L ${x(categories.length - 1)} ${y(0)} L ${x(0)} ${y(0)} Z`;
      return [svg('path', { class: `fill tone-${tone % 12}`, d: closed }), svg('path', { class: `stroke tone-${tone % 12}`, d: path(each, frame) }), dots(each, tone, series, frame)];
    }),
};

const path = (series, { x, y, categories }) => categories.map((category, index) => `${index ? 'L' : 'M'} ${x(index)} ${y(valueAt(series, category))}`).join(' ');

const dots = (each, tone, series, { x, y, categories }) =>
  categories.map((category, index) =>
    svg('circle', { class: `dot tone-${tone % 12}`, cx: x(index), cy: y(valueAt(each, category)), r: 3.5 }, hover(category, each, series, valueAt(each, category))),
  );

const hover = (category, each, series, value) => svg('title', {}, `${category}${series.length > 1 ? `, ${each.name}` : ''}: ${exact.format(value)}`);

/** Round numbers from below the least to above the most. */
function ticksFor(least, most) {
  const span = most - least || 1;
  const rough = span / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough);
  const ticks = [];
  for (let at = Math.floor(least / step + 1e-9); at <= Math.ceil(most / step - 1e-9); at++) ticks.push(Number((at * step).toPrecision(12)));
  return ticks.length > 1 ? ticks : [0, step];
}

// ── Pies ──

const RADIUS = 100;
const HOLE = 58;

function pie({ segments }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  let turned = 0;
  const slices = segments.map(({ label, value }, tone) => {
    const from = turned;
    turned += value / total;
    return svg('path', { class: `slice tone-${tone % 12}`, d: slice(from, turned), 'fill-rule': 'evenodd' }, svg('title', {}, `${label}: ${exact.format(value)}`));
  });
  return svg('svg', { viewBox: '-104 -104 208 208', class: 'pie' }, slices);
}

function slice(from, to) {
  if (to - from > 0.9999) return `${ring(RADIUS)} ${ring(HOLE)}`;
  const large = to - from > 0.5 ? 1 : 0;
  return `M ${at(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${at(to, RADIUS)} L ${at(to, HOLE)} A ${HOLE} ${HOLE} 0 ${large} 0 ${at(from, HOLE)} Z`;
}

const ring = (radius) => `M ${radius} 0 A ${radius} ${radius} 0 1 1 ${-radius} 0 A ${radius} ${radius} 0 1 1 ${radius} 0 Z`;

const at = (turn, radius) => `${(Math.sin(turn * 2 * Math.PI) * radius).toFixed(2)} ${(-Math.cos(turn * 2 * Math.PI) * radius).toFixed(2)}`;
