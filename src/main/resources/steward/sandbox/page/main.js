// Puts the page together: what the stream tells goes to the conversation, the box and the clock.

import { showClock } from './clock.js';
import { suggest, useComposer } from './composer.js';
import { keep, keepRead, title, useConversations } from './conversations.js';
import { byId, el } from './dom.js';
import { useEmoji } from './emoji.js';
import { current, showHome, showTabs, useTabs } from './home.js';
import { atNewest, redrawDays, showChange, showConversation, showReads, toBottom } from './messages.js';
import { showModals } from './modals.js';
import { usePeople } from './people.js';
import { ask, listen } from './server.js';
import { city, dayOf, now, setNow, useZone } from './times.js';
import { heardRead, useReads } from './unread.js';

const STARTS = ['/plan Acme', '/plan help'];
const INVITE = { name: '/invite', description: 'Add the app to this channel', usageHint: '@Steward' };

let entered = '';
let all = {};
let people = { me: '', app: '', names: {} };

const looking = () => !document.hidden && current() === 'messages' && atNewest();

listen({
  everything(told) {
    all = told;
    useZone(all.me.zone);
    useEmoji(all.emoji);
    setNow(all.clock.now);
    showClock();
    people = { me: all.me.id, app: all.app.id, names: Object.fromEntries([...all.people, all.app].map(({ id, name }) => [id, name])) };
    frame(all);
    useTabs(all.channels[0].id, all.tabs, all.app.name, people.names, opened);
    showHome(all.home);
    const isBack = entered !== '';
    useConversations(all.channels, all.me, all.people, all.app.name, enter);
    // The stream came back; a page that is opened anew has no modal, as in Slack.
    if (isBack) showModals(all.modals, people.names);
    else byId('composer').focus();
    document.body.dataset.ready = 'true';
  },
  message(change) {
    if (keep(change)) showChange(change);
  },
  modals({ user, views }) {
    if (user === people.me) showModals(views, people.names);
  },
  home({ user, view }) {
    if (user === people.me) showHome(view);
  },
  read(change) {
    const here = keepRead(change);
    if (here && heardRead(here)) showReads();
  },
  clock({ now: millis }) {
    setNow(millis);
    showClock();
    redrawDays();
  },
  online() {
    byId('offline').hidden = true;
  },
  offline() {
    byId('offline').hidden = false;
  },
});

/** Brings a conversation before the person. */
function enter(conversation) {
  const isApp = !conversation.name;
  const { id } = conversation;
  const isNew = entered !== id;
  entered = id;
  showTabs(isApp);
  document.title = `${title(conversation)} (${isApp ? 'DM' : 'Channel'}) - ${all.workspace} - Sandbox`;
  byId('conversation-name').textContent = title(conversation);
  for (const part of ['conversation-avatar', 'conversation-badge']) byId(part).hidden = !isApp;
  byId('beginning').replaceChildren(...(isApp ? beginning(all.app, all.me) : channelBeginning(conversation)));
  byId('starts').replaceChildren(...(isApp ? starts(all.commands) : []));
  useReads(id, conversation.reads, document.title, looking);
  showConversation(id, [...conversation.messages.values()], people, (ts, choice) => ask('act', { channel: id, ts, ...choice }));
  useComposer(id, title(conversation), isApp ? all.commands : [...all.commands, INVITE]);
  if (isApp && isNew) ask('open', { channel: id, tab: current() });
}

function opened(tab) {
  if (tab !== 'messages') return;
  toBottom();
  showReads();
  byId('composer').focus();
}

document.addEventListener('visibilitychange', showReads);

/** What stands around the conversations. */
function frame({ workspace, me, people: everybody }) {
  byId('workspace-name').textContent = workspace;
  byId('workspace-tile').textContent = workspace[0];
  usePeople(me, everybody);
}

function channelBeginning(conversation) {
  return [
    el('span', { class: 'avatar avatar-large avatar-channel', 'aria-hidden': 'true' }, '#'),
    el('div', {}, el('h3', {}, title(conversation)), el('p', {}, `This is the very beginning of ${title(conversation)}. Apps come in when they are invited: /invite @${all.app.name}.`)),
  ];
}

function beginning(app, me) {
  return [
    el('img', { class: 'avatar avatar-large', src: 'steward.svg', alt: '' }),
    el('div', {}, el('h3', {}, app.name, ' ', el('span', { class: 'badge' }, 'APP')), el('p', {}, `This is the very beginning of your direct messages with ${app.name}. You are ${me.name}, ${me.title.toLowerCase()} in ${city()}.`)),
  ];
}

/** Commands to begin with, for as long as the person has not begun. */
function starts(commands) {
  return STARTS.filter((start) => commands.some((command) => start.startsWith(`${command.name} `))).map((start) =>
    el('button', { type: 'button', class: 'chip', onclick: () => suggest(start) }, start),
  );
}

// At midnight "Today" becomes "Yesterday".
let day = '';
setInterval(() => {
  const today = dayOf(now());
  if (day && day !== today) redrawDays();
  day = today;
}, 5000);
