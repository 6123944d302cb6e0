// One sentence for the person, shown for a while and read out.

import { byId } from './dom.js';

const SHOWN_MS = 6000;

let timer;

export function toast(sentence) {
  byId('status').textContent = sentence;
  clearTimeout(timer);
  timer = setTimeout(() => { byId('status').textContent = ''; }, SHOWN_MS);
}
