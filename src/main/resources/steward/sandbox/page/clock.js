// The sandbox's clock in the top bar, and the panel that moves it on.

import { byId, el } from './dom.js';
import { closePopover, openPopover } from './popover.js';
import { ask } from './server.js';
import { city, longDateTime, now, setNow, shortDateTime } from './times.js';
import { toast } from './toast.js';

const JUMPS = [
  ['hour', '+1 hour'],
  ['tomorrow', 'Tomorrow 9:00'],
  ['week', '+1 week'],
  ['monday', 'Next Monday 9:00'],
];

/** Units as ISO-8601 durations; a day here is 24 hours. */
const UNITS = [
  ['minutes', (amount) => `PT${amount}M`],
  ['hours', (amount) => `PT${amount}H`],
  ['days', (amount) => `P${amount}D`],
  ['weeks', (amount) => `P${amount * 7}D`],
];

const button = byId('clock');
const time = byId('clock-time');

export function showClock() {
  time.textContent = shortDateTime(now());
  time.dateTime = now().toISOString();
  button.setAttribute('aria-label', `Sandbox clock: ${longDateTime(now())}. Move it on.`);
  const large = byId('clock-now');
  if (large) large.textContent = longDateTime(now());
}

button.addEventListener('click', () => {
  const amount = el('input', { id: 'clock-amount', type: 'number', min: '1', max: '9999', value: '3', 'aria-label': 'How much' });
  const unit = el('select', { id: 'clock-unit', 'aria-label': 'Unit' }, UNITS.map(([name]) => el('option', { value: name, selected: name === 'days' }, name)));
  const popover = openPopover(
    button,
    el(
      'div',
      { id: 'clock-panel' },
      el('p', { id: 'clock-now', class: 'clock-now' }, longDateTime(now())),
      el('p', { class: 'clock-note' }, `${city()} time. You and Steward both live by this clock. It never goes back.`),
      el('div', { class: 'clock-jumps' }, JUMPS.map(([jump, name]) => el('button', { type: 'button', class: 'button', dataset: { jump }, onclick: () => move({ jump }) }, name))),
      el(
        'form',
        {
          class: 'clock-custom',
          onsubmit: (event) => {
            event.preventDefault();
            const write = UNITS.find(([name]) => name === unit.value)[1];
            if (amount.reportValidity()) move({ by: write(Number(amount.value)) });
          },
        },
        amount,
        unit,
        el('button', { id: 'clock-move', type: 'submit', class: 'button primary' }, 'Move on'),
      ),
    ),
    { label: 'Move the sandbox clock on', centred: true },
  );
  popover.element.classList.add('clock-popover');
  popover.place();
  popover.element.querySelector('[data-jump]').focus();
});

async function move(step) {
  const result = await ask('clock', step);
  if (result.ok) {
    setNow(result.now);
    closePopover();
    byId('composer').focus();
  }
  showClock();
  toast(result.ok ? `It is now ${longDateTime(now())}.` : result.error);
}

setInterval(showClock, 1000);
