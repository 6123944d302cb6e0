// Changing and taking back one's own messages, in their place.

import { confirmed } from './confirm.js';
import { byId, el } from './dom.js';
import { emojiText } from './emoji.js';
import { decode } from './mrkdwn.js';
import { ask } from './server.js';
import { toast } from './toast.js';

let channel = '';
let redraw = () => {};
let editing = '';

/** Says where messages are changed; `drawAgain(ts)` draws one as it is now. */
export function useEditing(inChannel, drawAgain) {
  channel = inChannel;
  redraw = drawAgain;
}

export const isEditing = (ts) => editing === ts;

/** Whether the box stands in `place`, which must not be drawn anew now. */
export const isEditingIn = (place) => Boolean(editing) && place.querySelector('.edit-form') !== null;

/** Puts a box with what was typed in the place of the message's words. */
export function edit(message, article) {
  if (editing) stop();
  editing = message.ts;
  const before = wordsOf(message);
  const box = el('textarea', { class: 'composer edit-box', rows: '1', 'aria-label': 'Edit message' });
  const save = async () => {
    const words = box.value.trim();
    if (words === before.trim()) return stop();
    if (!words) return remove(message);
    const result = await ask('edit', { channel, ts: message.ts, text: words });
    if (result.ok) stop();
    else toast(result.error);
  };
  const form = el(
    'form',
    { class: 'composer-box edit-form', onsubmit: (event) => { event.preventDefault(); save(); } },
    box,
    el(
      'div',
      { class: 'edit-buttons' },
      el('button', { type: 'button', class: 'button edit-cancel', onclick: stop }, 'Cancel'),
      el('button', { type: 'submit', class: 'button primary edit-save' }, 'Save'),
    ),
  );
  box.addEventListener('input', () => fit(box));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      stop();
    }
  });
  article.classList.add('editing');
  article.querySelector('.message-body').replaceChildren(form);
  box.value = before;
  fit(box);
  box.focus();
  box.setSelectionRange(before.length, before.length);
  article.scrollIntoView({ block: 'nearest' });
}

function stop() {
  const ts = editing;
  const inThread = isEditingIn(byId('thread'));
  editing = '';
  redraw(ts);
  byId(inThread ? 'thread-composer' : 'composer').focus();
}

function fit(box) {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}

/** Asks as Slack does, and deletes. */
export async function remove(message) {
  const words = (text) => ({ type: 'plain_text', text, emoji: false });
  const sure = await confirmed({
    title: words('Delete message'),
    text: words('Are you sure you want to delete this message? This cannot be undone.'),
    confirm: words('Delete'),
    deny: words('Cancel'),
    style: 'danger',
  });
  if (!sure) return;
  if (editing) stop();
  const result = await ask('delete', { channel, ts: message.ts });
  if (!result.ok) toast(result.error);
}

/** What was typed: without the brackets and entities of the message that was made of it. */
function wordsOf({ text }) {
  return emojiText(decode(text.replace(/<(?:mailto:)?([^<>|]+)(?:\|([^<>]+))?>/g, (whole, url, label) => label ?? url)));
}
