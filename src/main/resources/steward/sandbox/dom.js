// Building elements. Text only ever goes in as text, never as markup.

/** An element with properties ("class", "aria-…", "on…" and the like) and children (elements, strings, nothing). */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'dataset') Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 by 20. */
export function icon(path, name = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  if (name) svg.setAttribute('class', name);
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

export const ICONS = {
  down: 'm6 8 4 4 4-4',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  close: 'm5 5 10 10M15 5 5 15',
  calendar: 'M4 6h12v10H4zM4 9h12M7 4v3M13 4v3',
  eye: 'M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  thread: 'M10 4c4 0 7 2.400 7 5.500S14 15 10 15c-.8 0-1.600-.1-2.300-.3L4 16l.9-2.600A5 5 0 0 1 3 9.500C3 6.400 6 4 10 4ZM7 8.500h6M7 11h4',
  file: 'M6 3.500h5l4 4v9H6zM11 3.500v4h4',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  warning: 'M10 4 17 16H3zM10 9v3M10 14h.01',
};

export const byId = (id) => document.getElementById(id);
