// The emoji that messages name, by Slack's short names.

import { el } from './dom.js';

let characters = {};

/** Takes the characters by name. */
export function useEmoji(byName) {
  characters = byName;
}

/** The character, or undefined for a name that is not known here. */
const character = (name) => (Object.hasOwn(characters, name) ? characters[name] : undefined);

/** Drawn by the page itself: these carry meaning, and a machine without an emoji font would show a box. */
const PICTURES = new Set(['white_check_mark', 'heavy_check_mark', 'warning', 'x', 'alarm_clock']);

/** The emoji as something to append; `fallback` stands in for a name that is not known here. */
export function emoji(name, fallback = `:${name}:`) {
  const drawn = character(name);
  if (!drawn) return fallback;
  return PICTURES.has(name) ? el('span', { class: `emoji emoji-${name}`, role: 'img', 'aria-label': name.replaceAll('_', ' ') }) : drawn;
}

/** The words and the emoji named between them, as things to append. */
export const withEmoji = (text) => text.split(/:([a-z0-9_+-]+):/).flatMap((part, index) => (index % 2 ? emoji(part) : part));

/** The same as characters, for places that hold nothing but text. */
export const emojiText = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => character(name) ?? whole);
