// The conversation: every message in the order of its time stamp, grouped and divided by days as Slack does.

import { drawBlocks } from './blocks.js';
import { byId, el, icon, ICONS } from './dom.js';
import { edit, isEditing, remove, useEditing } from './editing.js';
import { mrkdwn } from './mrkdwn.js';
import { dropReply, isReply, keepReply, openThread, show, showAll, threadBar, useThreads } from './threads.js';
import { clockTime, dateOf, dayName, dayOf, longDateTime } from './times.js';
import { countUnread, firstNew, goOn, newLine, readAll } from './unread.js';

const GROUP_SECONDS = 5 * 60;
const NEAR_BOTTOM_PX = 120;

const list = byId('messages');
const scroller = byId('scroller');
const newest = byId('newest');

const articles = new Map();
const known = new Map();
let people = {};
let act = () => {};

/** Shows a whole conversation; `sayAct(ts, choice)` takes what is clicked. */
export function showConversation(channel, messages, names, sayAct) {
  people = names;
  act = sayAct;
  useThreads(channel, people.me, draw, (ts) => known.get(ts));
  useEditing(channel, drawAgain);
  list.setAttribute('aria-live', 'off');
  const kept = new Set(messages.map((message) => message.ts));
  for (const ts of known.keys()) if (!kept.has(ts)) known.delete(ts);
  for (const ts of articles.keys()) if (!kept.has(ts)) articles.delete(ts);
  for (const message of messages) put(message);
  showReads();
  showAll();
  toBottom();
  // Only what comes from now on is read out.
  setTimeout(() => list.setAttribute('aria-live', 'polite'), 500);
}

export function showChange({ kind, message }) {
  const own = message.user === people.me;
  const stick = (atBottom() || (own && kind === 'posted')) && !isReply(message);
  const held = articles.get(message.ts)?.contains(document.activeElement);
  if (own && kind === 'posted') goOn();
  if (kind === 'deleted') drop(message);
  else put(message);
  showReads();
  if (held && !list.contains(document.activeElement)) byId('composer').focus();
  if (stick) toBottom();
  else if (kind === 'posted' && !isReply(message)) newest.hidden = false;
}

/** Counts what is unread and puts everything in its place. */
export function showReads() {
  countUnread([...known.values()].filter((message) => message.user !== people.me && !message.is_ephemeral && !isReply(message)).map(({ ts }) => ts).sort());
  arrange();
}

/** Starts to edit the person's last message; false if there is none. */
export function editLast() {
  const last = [...articles.values()].filter((article) => article.dataset.from === 'me').sort(byTs).at(-1);
  if (!last) return false;
  edit(known.get(last.dataset.ts), last);
  return true;
}

/** Draws a message as it is now, wherever it stands. */
function drawAgain(ts) {
  const message = known.get(ts);
  if (!message) return;
  if (articles.has(ts)) {
    articles.get(ts).written = '';
    put(message);
    arrange();
  } else {
    show(message.thread_ts);
  }
}

const byTs = (a, b) => Number(a.dataset.ts) - Number(b.dataset.ts);

function drop(message) {
  known.delete(message.ts);
  if (isReply(message)) dropReply(message);
  else articles.delete(message.ts);
}

/** Draws the message, in the place of its older self if there is one; a reply goes to its thread. */
function put(message) {
  known.set(message.ts, message);
  if (isReply(message)) {
    keepReply(message);
    return;
  }
  const old = articles.get(message.ts);
  // The same message sent again (after a reconnection) keeps what was picked in it.
  const written = JSON.stringify(message);
  if (old?.written === written || (old && isEditing(message.ts))) return;
  const article = draw(message);
  article.written = written;
  articles.set(message.ts, article);
  old?.replaceWith(article);
  show(message.ts);
}

function draw(message, { inThread = false } = {}) {
  const person = author(message);
  const at = dateOf(message.ts);
  return el(
    'article',
    {
      class: `message${message.is_ephemeral ? ' ephemeral' : ''}${message.subtype === 'tombstone' ? ' tombstone' : ''}`,
      dataset: { ts: message.ts, user: message.user, from: person.from },
      'aria-label': `${person.name}, ${longDateTime(at)}`,
    },
    message.is_ephemeral ? el('div', { class: 'only-you' }, icon(ICONS.eye), 'Only visible to you') : null,
    el('div', { class: 'gutter' }, avatar(person), el('time', { class: 'gutter-time', 'aria-hidden': 'true' }, clockTime(at).replace(/ [AP]M/, ''))),
    el(
      'div',
      { class: 'message-main' },
      el(
        'div',
        { class: 'message-head' },
        el('span', { class: 'author' }, person.name),
        person.from === 'app' ? el('span', { class: 'badge' }, 'APP') : null,
        el('time', { class: 'message-time', datetime: at.toISOString(), title: longDateTime(at) }, clockTime(at)),
      ),
      el('div', { class: 'message-body' }, body(message)),
      inThread || message.is_ephemeral ? null : threadBar(message.ts),
    ),
    message.is_ephemeral ? null : toolbar(message, inThread),
  );
}

/** What can be done with a message: shown while it is pointed at or focused. */
function toolbar(message, inThread) {
  const own = message.user === people.me;
  const tool = (name, path, onclick) => el('button', { type: 'button', class: 'tool', 'aria-label': name, title: name, onclick }, icon(path));
  const tools = [
    inThread ? null : tool('Reply in thread', ICONS.thread, () => openThread(message.ts)),
    own && !message.files ? tool('Edit message', ICONS.pencil, ({ currentTarget }) => edit(message, currentTarget.closest('article'))) : null,
    own ? tool('Delete message', ICONS.trash, () => remove(message)) : null,
  ].filter(Boolean);
  return tools.length ? el('div', { class: 'message-tools', role: 'group', 'aria-label': 'Message actions' }, tools) : null;
}

function body(message) {
  const context = { names: people.names, act: (choice) => act(message.ts, choice) };
  const blocks = message.blocks?.length ? drawBlocks(message.blocks, context) : [];
  const said = blocks.length || !message.text ? blocks : [el('div', { class: 'block' }, mrkdwn(message.text, context))];
  const typed = message.user === people.me && message.blocks?.[0]?.type === 'rich_text';
  const edited = message.edited && message.user === people.me ? el('span', { class: 'edited' }, ' (edited)') : null;
  return [
    ...(typed ? [el('div', { class: 'block' }, mrkdwn(message.text, { ...context, verbatim: true }), edited)] : [...said, edited]),
    ...(message.files ?? []).map(file),
  ].filter(Boolean);
}

/** A file of the app's is downloaded with a click; of what people share, only the name is kept here. */
function file({ name, title, filetype, size, url_private_download: href }) {
  return el(
    href ? 'a' : 'div',
    href ? { class: 'file-card', href, download: name, title: `Download ${name}` } : { class: 'file-card' },
    el('span', { class: 'file-icon' }, icon(ICONS.file)),
    el('span', {}, el('strong', {}, title ?? name), el('span', { class: 'file-kind' }, `${filetype.toUpperCase()} · ${sizeName(size)}`)),
  );
}

export function sizeName(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function author(message) {
  if (message.user === 'USLACKBOT') return { name: 'Slackbot', from: 'slackbot' };
  const from = { [people.me]: 'me', [people.app]: 'app' }[message.user] ?? 'other';
  return { name: people.names[message.user] ?? message.user, from };
}

function avatar({ name, from }) {
  if (from === 'app') return el('img', { class: 'avatar', src: 'steward.svg', alt: '' });
  return el('span', { class: `avatar avatar-${from}`, 'aria-hidden': 'true' }, initials(name));
}

export const initials = (name) => name.split(' ').map((word) => word[0]).join('').slice(0, 2);

/** Puts the messages in order under their days, and joins those that one person sent in one go. */
function arrange() {
  const sorted = [...articles.values()].sort(byTs);
  const fresh = firstNew(sorted.filter((article) => article.dataset.from !== 'me').map((article) => article.dataset.ts));
  /** By day, what stands in its section. */
  const wanted = new Map();
  let before;
  for (const article of sorted) {
    const day = dayOf(dateOf(article.dataset.ts));
    const newDay = !wanted.has(day);
    if (newDay) wanted.set(day, [divider(day)]);
    const isFresh = article.dataset.ts === fresh;
    if (isFresh) wanted.get(day).push(newLine());
    article.classList.toggle('grouped', !newDay && !isFresh && sameBreath(before, article));
    wanted.get(day).push(article);
    before = article;
  }
  const newestDay = [...wanted.keys()].at(-1);
  for (const [day, nodes] of wanted) fill(section(day), day === newestDay ? nodes : [...nodes, endOf(day)]);
  fill(list, [...wanted.keys()].map(section));
  byId('starts').hidden = !untouched() || !byId('starts').childElementCount;
  markStuck();
}

/** Nothing but the app's welcome is there. */
const untouched = () => articles.size <= 1 && [...articles.values()].every((article) => article.dataset.from === 'app');

/** Makes these the children of `parent`, and moves none that is in its place already. */
function fill(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastChild.remove();
}

const sameBreath = (a, b) =>
  a.dataset.user === b.dataset.user &&
  a.classList.contains('ephemeral') === b.classList.contains('ephemeral') &&
  Number(b.dataset.ts) - Number(a.dataset.ts) < GROUP_SECONDS;

const days = new Map();

/** Each day has a section of its own, and its name sticks no longer than the section lasts. */
function partsOf(day) {
  if (!days.has(day)) {
    days.set(day, {
      section: el('div', { class: 'day-section', dataset: { day } }),
      divider: el('div', { class: 'day', role: 'separator' }, el('span', {})),
      end: el('div', { class: 'day-end', 'aria-hidden': 'true' }),
    });
  }
  return days.get(day);
}

const section = (day) => partsOf(day).section;

/** Follows the last message of every day but the newest, so that only the newest message of all is a last child. */
const endOf = (day) => partsOf(day).end;

function divider(day) {
  const drawn = partsOf(day).divider;
  drawn.setAttribute('aria-label', dayName(day));
  drawn.firstChild.textContent = dayName(day);
  return drawn;
}

/** Yesterday's "Today" is no longer today, and what was just now is an hour ago. */
export function redrawDays() {
  arrange();
  showAll();
}

export const atNewest = () => atBottom();

const atBottom = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_BOTTOM_PX;

export function toBottom() {
  scroller.scrollTop = scroller.scrollHeight;
  newest.hidden = true;
}

newest.addEventListener('click', toBottom);
scroller.addEventListener('scroll', () => {
  if (!atBottom()) return;
  newest.hidden = true;
  if (!document.hidden) readAll();
});
// Pictures that load late, or a box that grows, must not push the last message out of sight.
let wasAtBottom = true;
scroller.addEventListener('scroll', () => {
  wasAtBottom = atBottom();
  markStuck();
});

/** A day that sticks to the top stands over messages: it hides them instead of drawing its line through them. */
function markStuck() {
  const top = scroller.getBoundingClientRect().top;
  for (const { divider: day } of days.values()) day.classList.toggle('stuck', day.isConnected && day.getBoundingClientRect().top < top);
}

new ResizeObserver(() => { if (wasAtBottom) toBottom(); }).observe(scroller);
new ResizeObserver(() => { if (wasAtBottom) toBottom(); }).observe(list);
