// Who the page belongs to, and the way to become somebody else.

import { byId, el, icon, ICONS } from './dom.js';
import { initials } from './messages.js';
import { openPopover } from './popover.js';
import { city, clockTimeIn, now } from './times.js';

export function usePeople(me, people) {
  const tile = byId('my-tile');
  tile.textContent = initials(me.name);
  tile.dataset.person = String(people.findIndex((each) => each.id === me.id));
  document.body.dataset.me = tile.dataset.person;
  tile.setAttribute('aria-label', `${me.name}: switch to somebody else`);
  tile.title = me.name;
  tile.onclick = () => {
    const popover = openPopover(
      tile,
      el(
        'div',
        { id: 'people' },
        el('p', { class: 'people-note' }, 'Be somebody else: everyone has a chat of their own with the app, at the same moment, on their own clock.'),
        people.map((person, index) => row(person, index, person.id === me.id)),
      ),
      { label: 'Switch person' },
    );
    popover.element.classList.add('people-popover');
    popover.place();
    popover.element.querySelector('a').focus();
  };
}

function row({ id, name, title, zone }, index, isMe) {
  return el(
    'a',
    { class: 'person', href: `?as=${id}`, dataset: { user: id }, 'aria-current': isMe ? 'true' : undefined },
    el('span', { class: 'avatar', 'aria-hidden': 'true', dataset: { person: String(index) } }, initials(name)),
    el('span', {}, el('strong', {}, name), el('span', { class: 'person-more' }, `${title} · ${city(zone)}, ${clockTimeIn(zone, now())}`)),
    isMe ? icon(ICONS.check) : null,
  );
}
