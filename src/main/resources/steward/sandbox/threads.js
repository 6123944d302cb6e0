// Threads: the replies to a message, in a panel beside the conversation.

import { byId, el } from './dom.js';
import { ask } from './server.js';
import { toast } from './toast.js';

const panel = byId('thread');
const list = byId('thread-messages');
const box = byId('thread-composer');

/** By the time stamp of the message replied to: the replies by their own. */
const threads = new Map();

let channel = '';
let draw = () => null;
let find = () => undefined;
let open = '';

/** Says where replies go, how a message is drawn, and how the one replied to is found. */
export function useThreads(inChannel, drawing, finding) {
  channel = inChannel;
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

/** "2 replies" under the message, or nothing yet. */
export function threadBar(ts) {
  const bar = el('button', { type: 'button', class: 'thread-bar', dataset: { thread: ts }, onclick: () => openThread(ts) });
  label(bar, ts);
  return bar;
}

function label(bar, ts) {
  const count = threads.get(ts)?.size ?? 0;
  bar.hidden = count === 0;
  bar.textContent = count === 1 ? '1 reply' : `${count} replies`;
}

export function openThread(ts) {
  open = ts;
  panel.hidden = false;
  document.body.dataset.thread = 'open';
  show(ts);
  box.focus();
}

/** Draws anew what hangs on a message: its count of replies, and the panel if it is open there. */
export function show(ts) {
  for (const bar of document.querySelectorAll(`.thread-bar[data-thread="${ts}"]`)) label(bar, ts);
  if (ts !== open) return;
  const parent = find(ts);
  const replies = [...(threads.get(ts)?.values() ?? [])].sort((a, b) => Number(a.ts) - Number(b.ts));
  list.replaceChildren(...[parent, ...replies].filter(Boolean).map((message) => draw(message, { inThread: true })));
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
