// Text objects of Block Kit: what stands in blocks and in the elements in them.

import { el } from './dom.js';
import { emojiText, withEmoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';

/** A text object, marked up or plain. */
export function text(object, ctx = {}) {
  if (object.type === 'mrkdwn') return mrkdwn(object.text, { names: ctx.names, verbatim: object.verbatim });
  return el('span', { class: 'text' }, object.emoji === false ? object.text : withEmoji(object.text));
}

/** The words of a plain text object. */
export const plain = (object) => (object.emoji === false ? object.text : emojiText(object.text));
