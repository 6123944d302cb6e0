// The conversations a person has: the chat with the app, and channels. The sidebar lists them, and one is before the person.

import { byId, el } from './dom.js';
import { openPopover } from './popover.js';

/** By id; each with its name (none for the chat with the app), its messages by time stamp, and how far it has been read. */
const conversations = new Map();

let shown = '';
let me = '';
let people = [];
let appName = '';
let enter = () => {};

/** Starts over; `whenEntered(conversation)` shows one. */
export function useConversations(channels, viewer, everybody, app, whenEntered) {
  conversations.clear();
  for (const channel of channels) conversations.set(channel.id, { ...channel, messages: new Map(channel.messages.map((message) => [message.ts, message])) });
  me = viewer.id;
  people = everybody;
  appName = app;
  enter = whenEntered;
  if (!conversations.has(shown)) shown = channels[0].id;
  show(shown);
}

function show(id) {
  shown = id;
  enter(conversations.get(id));
  drawList();
}

export const shownId = () => shown;

/** Keeps what happened to a message; true if that is before the person now. */
export function keep({ kind, channel, message }) {
  const where = conversations.get(channel);
  if (!where || (message.is_ephemeral && message.reader !== me)) return false;
  if (kind === 'deleted') where.messages.delete(message.ts);
  else where.messages.set(message.ts, message);
  if (channel !== shown) drawList();
  return channel === shown;
}

/** Another page of this person's has read; answers the conversation if it is before the person, by its own id. */
export function keepRead({ channel, thread_ts: thread, ts }) {
  const [id, reader = me] = channel.split(' ');
  const where = conversations.get(id);
  if (!where || reader !== me) return undefined;
  if (id === shown) return { channel: id, thread_ts: thread, ts };
  if (ts > (where.reads[thread] ?? '')) where.reads[thread] = ts;
  drawList();
  return undefined;
}

export const title = ({ name }) => (name ? `#${name}` : appName);

// ── The list ──

function drawList() {
  const all = [...conversations.values()];
  byId('conversations').replaceChildren(...all.filter(({ name }) => !name).map((each) => row(each)));
  byId('channels').replaceChildren(...all.filter(({ name }) => name).map((each) => row(each)));
}

function row(conversation, inMenu = false) {
  const isShown = conversation.id === shown;
  const unread = isShown ? 0 : unreadIn(conversation);
  const open = (event) => {
    event.preventDefault();
    if (!isShown) show(conversation.id);
    byId('composer').focus();
  };
  return el(
    'li',
    {},
    el(
      'a',
      { href: '#composer', class: unread ? 'has-unread' : '', dataset: { conversation: conversation.id }, 'aria-current': isShown ? 'page' : undefined, onclick: open },
      conversation.name ? el('span', { class: 'channel-mark', 'aria-hidden': 'true' }, '#') : el('img', { class: 'avatar avatar-tiny', src: 'steward.svg', alt: '' }),
      el('span', { class: 'conversation-label' }, conversation.name || appName),
      conversation.name ? null : el('span', { class: 'badge' }, 'APP'),
      el('span', { id: isShown && !inMenu ? 'unread' : undefined, class: 'unread', hidden: unread === 0, 'aria-label': `${unread} new` }, String(unread)),
    ),
  );
}

const unreadIn = ({ messages, reads }) =>
  [...messages.values()].filter((message) => message.user !== me && !message.is_ephemeral && !message.thread_ts && message.ts > (reads[''] ?? '')).length;

/** Where there is no room for the sidebar. */
const opener = byId('conversations-open');
opener.addEventListener('click', () => {
  const list = el('ul', { class: 'conversations' }, [...conversations.values()].map((each) => row(each, true)));
  const popover = openPopover(opener, list, { label: 'Conversations' });
  list.addEventListener('click', () => {
    popover.close();
    byId('composer').focus();
  });
  list.querySelector('a').focus();
});

// ── Places to pick ──

/** The channels and people that a menu of conversations offers. */
export function places({ include = ['public', 'im'] } = {}) {
  const channels = [...conversations.values()].filter(({ name }) => name && (include.includes('public') || include.includes('private')));
  return [
    ...channels.map(({ id, name }) => ({ id, label: `#${name}`, kind: 'Channels' })),
    ...(include.includes('im') ? people.map(({ id, name }) => ({ id, label: id === me ? `${name} (you)` : name, kind: 'People' })) : []),
  ];
}

/** Where the person is, if it is one of these places: not on the Home tab, and not in the chat with an app. */
export const currentPlace = (offered) => (document.body.dataset.tab === 'home' ? undefined : offered.find(({ id }) => id === shown));
