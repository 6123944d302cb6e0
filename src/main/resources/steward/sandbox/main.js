// Puts the page together: what the stream tells goes to the conversation, the box and the clock.

import { showClock } from './clock.js';
import { suggest, useComposer } from './composer.js';
import { byId, el } from './dom.js';
import { useEmoji } from './emoji.js';
import { initials, redrawDays, showChange, showConversation } from './messages.js';
import { showModals } from './modals.js';
import { ask, listen } from './server.js';
import { city, dayOf, now, setNow, useZone } from './times.js';

const STARTS = ['/plan Acme', '/plan help'];

let channel = '';
let people = { me: '', names: {} };

listen({
  everything(all) {
    useZone(all.me.zone);
    useEmoji(all.emoji);
    setNow(all.clock.now);
    showClock();
    const dm = all.channels[0];
    people = { me: all.me.id, names: { [all.me.id]: all.me.name, [all.app.id]: all.app.name } };
    frame(all);
    showConversation(dm.id, dm.messages, people, (ts, choice) => ask('act', { channel: dm.id, ts, ...choice }));
    useComposer(dm.id, all.app.name, all.commands);
    if (channel === dm.id) {
      // The stream came back; a page that is opened anew has no modal, as in Slack.
      showModals(all.modals, people.names);
    } else {
      channel = dm.id;
      ask('open', { channel });
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

/** What stands around the conversation. */
function frame({ workspace, me, app, commands }) {
  document.title = `${app.name} (DM) - ${workspace} - Sandbox`;
  byId('workspace-name').textContent = workspace;
  byId('workspace-tile').textContent = workspace[0];
  byId('my-tile').textContent = initials(me.name);
  byId('my-tile').title = me.name;
  byId('conversation-name').textContent = app.name;
  byId('conversations').replaceChildren(
    el('li', {}, el('a', { href: '#composer', 'aria-current': 'page' }, el('img', { class: 'avatar avatar-tiny', src: 'steward.svg', alt: '' }), app.name, el('span', { class: 'badge' }, 'APP'))),
  );
  byId('beginning').replaceChildren(...beginning(app, me, commands));
}

function beginning(app, me, commands) {
  const starts = STARTS.filter((start) => commands.some((command) => start.startsWith(`${command.name} `)));
  return [
    el('img', { class: 'avatar avatar-large', src: 'steward.svg', alt: '' }),
    el('div', {}, el('h3', {}, app.name, ' ', el('span', { class: 'badge' }, 'APP')), el('p', {}, `This is the very beginning of your direct messages with ${app.name}. You are ${me.name}, ${me.title.toLowerCase()} in ${city()}.`)),
    starts.length
      ? el(
          'div',
          { class: 'starts' },
          el('p', {}, 'Write your first account plan: type a command below, or pick one and press Enter.'),
          el('div', {}, starts.map((start) => el('button', { type: 'button', class: 'chip', onclick: () => suggest(start) }, start))),
        )
      : null,
  ].filter(Boolean);
}

// At midnight "Today" becomes "Yesterday".
let day = '';
setInterval(() => {
  const today = dayOf(now());
  if (day && day !== today) redrawDays();
  day = today;
}, 5000);
