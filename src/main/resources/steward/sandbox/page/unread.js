// What has not been read yet: the "New" line, the badge beside the conversation, the count in the page's title.

import { byId, el } from './dom.js';
import { ask } from './server.js';

let channel = '';
/** By thread; '' is the conversation itself: the time stamp up to which it has been read. */
let reads = {};
/** Where the "New" line stands: above the first message after this time stamp; nowhere if it is empty. */
let line = '';
let unread = [];
let title = '';
let looking = () => false;
/** Just opened: what came since the person was last here is new even though they see it now. */
let justOpened = true;

/** Starts over; `isLooking()` tells whether the newest messages are before the person's eyes. */
export function useReads(inChannel, marks, titled, isLooking) {
  const sameChannel = channel === inChannel;
  channel = inChannel;
  reads = marks;
  title = titled;
  looking = isLooking;
  if (!sameChannel) {
    line = '';
    justOpened = true;
  }
}

export const readUpTo = (thread = '') => reads[thread] ?? '';

/** The messages of others in the conversation, oldest first: counts those not read yet, or reads them. */
export function countUnread(messages) {
  unread = messages.filter((ts) => ts > readUpTo());
  if (unread.length && !line && readUpTo() && (justOpened || !looking())) line = readUpTo();
  justOpened = false;
  if (looking()) readAll();
  else show();
}

/** All that came so far has been read; the line stays for as long as the person does not go on. */
export function readAll() {
  const newest = unread.at(-1);
  unread = [];
  show();
  if (newest) mark(newest);
}

/** The person goes on: what came before is no longer new. */
export function goOn() {
  line = '';
}

export function mark(ts, thread = '') {
  if (ts <= readUpTo(thread)) return;
  reads[thread] = ts;
  ask('read', { channel, thread_ts: thread, ts });
}

/** Another page of the same person has read. */
export function heardRead({ channel: where, thread_ts: thread, ts }) {
  if (where !== channel || ts <= readUpTo(thread)) return false;
  reads[thread] = ts;
  unread = unread.filter((each) => each > readUpTo());
  show();
  return true;
}

/** Above which message the "New" line stands, or undefined. */
export const firstNew = (sorted) => (line ? sorted.find((ts) => ts > line) : undefined);

const drawn = el('div', { class: 'new-line', role: 'separator', 'aria-label': 'New messages' }, el('span', { 'aria-hidden': 'true' }, 'New'));

export const newLine = () => drawn;

function show() {
  const count = unread.length;
  const badge = byId('unread');
  if (badge) {
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute('aria-label', count === 1 ? '1 new message' : `${count} new messages`);
    badge.parentElement.classList.toggle('has-unread', count > 0);
  }
  byId('tab-unread').hidden = count === 0;
  document.title = count ? title.replace(/ - ([^-]+)$/, ` - ${count} new ${count === 1 ? 'item' : 'items'} - $1`) : title;
}
