// A list of options to pick from by mouse or keyboard, with a field to filter it as Slack has.

import { el } from './dom.js';
import { openPopover } from './popover.js';

let lists = 0;

/** The focus stays where the keys are read. */
const keepFocus = (event) => event.preventDefault();

/**
 * Opens the menu; `entries` are {label, description, group, selected, pick}. Typing filters where there is a filter, else
 * it jumps to an option. With `many`, picking turns an option on or off and leaves the menu open.
 */
export function openMenu(anchor, entries, { label, filter = false, many = false }) {
  const id = `menu-${++lists}`;
  const list = el('div', { class: 'menu-list', onmousedown: keepFocus, role: 'listbox', id, 'aria-label': label, 'aria-multiselectable': many ? 'true' : undefined });
  const field = filter
    ? el('input', {
        class: 'menu-filter', type: 'text', placeholder: 'Filter…', role: 'combobox', 'aria-controls': id,
        'aria-expanded': 'true', 'aria-autocomplete': 'list', 'aria-label': `Filter: ${label}`,
      })
    : null;
  const popover = openPopover(anchor, [field, list], { label, role: 'presentation' });
  popover.element.classList.add('menu');
  if (many) popover.element.classList.add('many');
  const focused = field ?? list;
  if (!field) list.setAttribute('tabindex', '-1');

  let shown = [];
  let active = 0;

  const show = () => {
    const words = field ? field.value.trim().toLowerCase() : '';
    shown = entries.filter((entry) => entry.label.toLowerCase().includes(words));
    active = Math.max(0, shown.findIndex((entry) => entry.selected));
    list.replaceChildren(...rows());
    mark();
    popover.place();
  };
  const rows = () => {
    if (!shown.length) return [el('div', { class: 'menu-none' }, 'Nothing found')];
    return shown.flatMap((entry, index) => [
      entry.group && entry.group !== shown[index - 1]?.group ? el('div', { class: 'menu-group' }, entry.group) : null,
      el(
        'div',
        {
          class: 'menu-option', role: 'option', id: `${id}-${index}`, dataset: { value: entry.value ?? '' },
          'aria-selected': String(Boolean(entry.selected)),
          onclick: () => pick(index),
          onpointermove: () => { active = index; mark(); },
        },
        el('span', { class: 'menu-label' }, entry.label),
        entry.description ? el('span', { class: 'menu-description' }, entry.description) : null,
      ),
    ]).filter(Boolean);
  };
  const mark = () => {
    list.querySelectorAll('.menu-option').forEach((option, index) => option.classList.toggle('active', index === active));
    const option = list.querySelector('.active');
    focused.setAttribute('aria-activedescendant', option ? option.id : '');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (index) => {
    const entry = shown[index];
    if (!entry) return;
    if (!many) {
      popover.close();
      entry.pick();
    } else if (entry.pick()) {
      entry.selected = !entry.selected;
      list.querySelectorAll('.menu-option')[index].setAttribute('aria-selected', String(entry.selected));
      popover.place();
    }
  };
  const move = (to) => {
    active = (to + shown.length) % Math.max(1, shown.length);
    mark();
  };
  const jump = (letter) => {
    const at = shown.findIndex((entry, index) => index > active && starts(entry, letter));
    move(at >= 0 ? at : Math.max(active, shown.findIndex((entry) => starts(entry, letter))));
  };
  const starts = (entry, letter) => entry.label.trim().toLowerCase().startsWith(letter.toLowerCase());

  popover.element.addEventListener('keydown', (event) => {
    const keys = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Enter: () => pick(active),
      ...(field ? {} : { Home: () => move(0), End: () => move(shown.length - 1), ' ': () => pick(active) }),
    };
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    } else if (!field && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      jump(event.key);
    }
  });
  field?.addEventListener('input', show);
  show();
  focused.focus({ preventScroll: true });
}
