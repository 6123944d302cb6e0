// A month to pick a day from, by mouse or keyboard.

import { el, icon, ICONS } from './dom.js';
import { openPopover } from './popover.js';
import { addDays, addMonths, dayOf, fullDateName, monthName, now, weekday } from './times.js';

const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/** Opens the calendar at `day` (an ISO date, or nothing for today); `pick` gets the ISO date chosen. */
export function openDatePicker(anchor, day, { label, pick }) {
  const today = dayOf(now());
  let active = day || today;
  const title = el('div', { class: 'calendar-title', 'aria-live': 'polite' });
  const grid = el('div', { class: 'calendar-grid', role: 'grid', 'aria-label': label });
  const popover = openPopover(
    anchor,
    [
      el(
        'div',
        { class: 'calendar-head' },
        el('button', { type: 'button', class: 'tool', 'aria-label': 'Previous month', onclick: () => turn(-1) }, icon(ICONS.left)),
        title,
        el('button', { type: 'button', class: 'tool', 'aria-label': 'Next month', onclick: () => turn(1) }, icon(ICONS.right)),
      ),
      grid,
      el('div', { class: 'calendar-foot' }, el('button', { type: 'button', class: 'link-button', onclick: () => choose(today) }, 'Today')),
    ],
    { label },
  );
  popover.element.classList.add('calendar');

  const turn = (months) => {
    active = addMonths(active, months);
    show();
  };
  const go = (to) => {
    active = to;
    show();
    grid.querySelector('[tabindex="0"]').focus();
  };
  const choose = (chosen) => {
    popover.close();
    pick(chosen);
  };
  const show = () => {
    title.textContent = monthName(active);
    const first = `${active.slice(0, 7)}-01`;
    const start = addDays(first, -weekday(first));
    const rows = [el('div', { role: 'row', class: 'calendar-row' }, WEEKDAYS.map((name) => el('span', { role: 'columnheader' }, name)))];
    for (let week = start; week.slice(0, 7) <= active.slice(0, 7); week = addDays(week, 7)) {
      rows.push(el('div', { role: 'row', class: 'calendar-row' }, [0, 1, 2, 3, 4, 5, 6].map((step) => dayButton(addDays(week, step)))));
    }
    grid.replaceChildren(...rows);
    popover.place();
  };
  const dayButton = (each) =>
    el(
      'button',
      {
        type: 'button',
        role: 'gridcell',
        class: `calendar-day${each.slice(0, 7) === active.slice(0, 7) ? '' : ' other'}${each === today ? ' today' : ''}`,
        tabindex: each === active ? '0' : '-1',
        'aria-selected': String(each === day),
        'aria-label': fullDateName(each),
        dataset: { date: each },
        onclick: () => choose(each),
      },
      String(Number(each.slice(8))),
    );

  grid.addEventListener('keydown', (event) => {
    const steps = {
      ArrowLeft: () => addDays(active, -1),
      ArrowRight: () => addDays(active, 1),
      ArrowUp: () => addDays(active, -7),
      ArrowDown: () => addDays(active, 7),
      PageUp: () => addMonths(active, -1),
      PageDown: () => addMonths(active, 1),
      Home: () => addDays(active, -weekday(active)),
      End: () => addDays(active, 6 - weekday(active)),
    };
    if (Object.hasOwn(steps, event.key)) {
      event.preventDefault();
      go(steps[event.key]());
    }
  });
  go(active);
}
