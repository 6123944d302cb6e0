// Puts the page together: what the stream tells goes to the conversation, the box and the clock.

import { showClock } from './clock.js';
import { suggest, useComposer } from './composer.js';
import { byId, el } from './dom.js';
import { useEmoji } from './emoji.js';
import { current, showHome, useTabs } from './home.js';
import { atNewest, redrawDays, showChange, showConversation, showReads, toBottom } from './messages.js';
import { showModals } from './modals.js';
import { usePeople, viewer } from './people.js';
import { ask, listen } from './server.js';
import { city, dayOf, now, setNow, useZone } from './times.js';
import { heardRead, useReads } from './unread.js';

const STARTS = ['/plan Acme', '/plan help'];

let channel = '';
let people = { me: '', names: {} };

const looking = () => !document.hidden && current() === 'messages' && atNewest();

listen(viewer(), {
  everything(all) {
    useZone(all.me.zone);
    useEmoji(all.emoji);
    setNow(all.clock.now);
    showClock();
    const dm = all.channels[0];
    people = { me: all.me.id, names: Object.fromEntries([...all.people, all.app].map(({ id, name }) => [id, name])) };
    frame(all);
    useTabs(dm.id, all.tabs, all.app.name, people.names, opened);
    showHome(all.home);
    useReads(dm.id, all.reads, document.title, looking);
    showConversation(dm.id, dm.messages, people, (ts, choice) => ask('act', { channel: dm.id, ts, ...choice }));
    useComposer(dm.id, all.app.name, all.commands);
    if (channel === dm.id) {
      // The stream came back; a page that is opened anew has no modal, as in Slack.
      showModals(all.modals, people.names);
    } else {
      channel = dm.id;
      ask('open', { channel, tab: current() });
      byId('composer').focus();
    }
    document.body.dataset.ready = 'true';
  },
  message(change) {
    if (change.channel === channel) showChange(change);
  },
  modals({ user, views }) {
    if (user === people.me) showModals(views, people.names);
  },
  home({ user, view }) {
    if (user === people.me) showHome(view);
  },
  read(change) {
    if (heardRead(change)) showReads();
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

function opened(tab) {
  if (tab !== 'messages') return;
  toBottom();
  showReads();
  byId('composer').focus();
}

document.addEventListener('visibilitychange', showReads);

/** What stands around the conversation. */
function frame({ workspace, me, people: everybody, app, commands }) {
  document.title = `${app.name} (DM) - ${workspace} - Sandbox`;
  byId('workspace-name').textContent = workspace;
  byId('workspace-tile').textContent = workspace[0];
  usePeople(me, everybody);
  byId('conversation-name').textContent = app.name;
  byId('conversations').replaceChildren(
    el('li', {}, el('a', { href: '#composer', 'aria-current': 'page' }, el('img', { class: 'avatar avatar-tiny', src: 'steward.svg', alt: '' }), el('span', { class: 'conversation-label' }, app.name), el('span', { class: 'badge' }, 'APP'), el('span', { id: 'unread', class: 'unread', hidden: true }))),
  );
  byId('beginning').replaceChildren(...beginning(app, me));
  byId('starts').replaceChildren(...starts(commands));
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
