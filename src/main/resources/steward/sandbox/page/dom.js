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

/** The same for the elements of a picture. */
export function svg(name, properties = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A line drawing of 20 by 20. */
export const icon = (path, name = '') => svg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true', class: name }, svg('path', { d: path }));

export const ICONS = {
  down: 'm6 8 4 4 4-4',
  left: 'm12 5-5 5 5 5',
  right: 'm8 5 5 5-5 5',
  close: 'm5 5 10 10M15 5 5 15',
  calendar: 'M4 6h12v10H4zM4 9h12M7 4v3M13 4v3',
  eye: 'M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  thread: 'M10 4c4 0 7 2.400 7 5.500S14 15 10 15c-.8 0-1.600-.1-2.300-.3L4 16l.9-2.600A5 5 0 0 1 3 9.500C3 6.400 6 4 10 4ZM7 8.500h6M7 11h4',
  file: 'M6 3.500h5l4 4v9H6zM11 3.500v4h4',
  check: 'm4 10.500 4 4 8-9',
  pencil: 'm4 16 .8-3.600 8-8a1.700 1.700 0 0 1 2.400 0l.4.4a1.700 1.700 0 0 1 0 2.400l-8 8ZM11.500 5.700l2.800 2.800',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.7 10h7.600l.7-10M8.500 9v4M11.500 9v4',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  warning: 'M10 4 17 16H3zM10 9v3M10 14h.01',
};

export const byId = (id) => document.getElementById(id);
