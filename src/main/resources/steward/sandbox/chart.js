// data_visualization blocks, as an honest picture of the numbers rather than a copy of Slack's charts.

import { el } from './dom.js';

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function chart(block) {
  const { chart: data } = block;
  const rows = data.type === 'pie' ? slices(data) : plotted(data);
  const most = Math.max(...rows.map((row) => Math.abs(row.value)), Number.MIN_VALUE);
  return el(
    'figure',
    { class: 'block chart', dataset: { chart: data.type } },
    el('figcaption', {}, block.title),
    el('dl', {}, rows.map((row) => bar(row, most))),
  );
}

const slices = (data) => data.segments.map(({ label, value }) => ({ label, value, color: 0 }));

function plotted(data) {
  return data.axis_config.categories.flatMap((category) =>
    data.series.map((series, color) => ({
      label: data.series.length > 1 ? `${category}, ${series.name}` : category,
      value: series.data.find((point) => point.label === category)?.value ?? 0,
      color,
    })),
  );
}

function bar({ label, value, color }, most) {
  const length = el('span', { class: `bar bar-${color % 4}` });
  length.style.width = `${(Math.abs(value) / most) * 100}%`;
  return [el('dt', {}, label), el('dd', {}, el('span', { class: 'bar-track' }, length), el('span', { class: 'bar-value' }, number.format(value)))];
}
