// Threads: the replies to a message, in a panel beside the conversation.

import { byId, el } from './dom.js';
import { isEditingIn } from './editing.js';
import { ask } from './server.js';
import { ago, dateOf } from './times.js';
import { toast } from './toast.js';
import { mark, readUpTo } from './unread.js';

const panel = byId('thread');
const list = byId('thread-messages');
const box = byId('thread-composer');

/** By the time stamp of the message replied to: the replies by their own. */
const threads = new Map();

let channel = '';
let me = '';
let draw = () => null;
let find = () => undefined;
let open = '';

/** Says where replies go, how a message is drawn, and how the one replied to is found. */
export function useThreads(inChannel, viewer, drawing, finding) {
  if (channel && channel !== inChannel) close();
  channel = inChannel;
  me = viewer;
  draw = drawing;
  find = finding;
}

export const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

export function keepReply(message) {
  if (!threads.has(message.thread_ts)) threads.set(message.thread_ts, new Map());
  threads.get(message.thread_ts).set(message.ts, message);
  show(message.thread_ts);
}

export function dropReply(message) {
  threads.get(message.thread_ts)?.delete(message.ts);
  show(message.thread_ts);
}

/** "2 replies · Last reply 5 minutes ago" under the message, or nothing yet. */
export function threadBar(ts) {
  const bar = el('button', { type: 'button', class: 'thread-bar', dataset: { thread: ts }, onclick: () => openThread(ts) });
  label(bar, ts);
  return bar;
}

function label(bar, ts) {
  const replies = inOrder(ts);
  const unread = replies.some((reply) => reply.user !== me && reply.ts > readUpTo(ts));
  bar.hidden = replies.length === 0;
  bar.classList.toggle('unread-thread', unread);
  if (!replies.length) return;
  bar.replaceChildren(
    unread ? el('span', { class: 'unread-dot', role: 'img', 'aria-label': 'Unread' }) : '',
    el('span', { class: 'thread-count' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    el('span', { class: 'thread-last' }, `Last reply ${ago(dateOf(replies.at(-1).ts))}`),
  );
}

const inOrder = (ts) => [...(threads.get(ts)?.values() ?? [])].sort((a, b) => Number(a.ts) - Number(b.ts));

export function openThread(ts) {
  open = ts;
  panel.hidden = false;
  document.body.dataset.thread = 'open';
  show(ts);
  box.focus();
}

/** Draws anew what hangs on a message: its count of replies, and the panel if it is open there. */
export function show(ts) {
  const replies = inOrder(ts);
  if (ts === open && !document.hidden && replies.length) mark(replies.at(-1).ts, ts);
  for (const bar of document.querySelectorAll(`.thread-bar[data-thread="${ts}"]`)) label(bar, ts);
  if (ts !== open || isEditingIn(list)) return;
  const count = el('div', { class: 'reply-count', role: 'separator' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`);
  const drawn = [find(ts), ...replies].map((message) => (message ? draw(message, { inThread: true }) : null));
  if (replies.length) drawn.splice(1, 0, count);
  list.replaceChildren(...drawn.filter(Boolean));
  list.scrollTop = list.scrollHeight;
}

export function showAll() {
  for (const ts of threads.keys()) show(ts);
}

function close() {
  open = '';
  panel.hidden = true;
  delete document.body.dataset.thread;
  byId('composer').focus();
}

async function send() {
  const text = box.value;
  if (!text.trim()) return;
  box.value = '';
  const result = await ask('say', { channel, text, thread_ts: open });
  if (!result.ok) {
    toast(result.error);
    box.value ||= text;
  }
}

document.addEventListener('visibilitychange', () => show(open));
byId('thread-close').addEventListener('click', close);
byId('thread-form').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
panel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
