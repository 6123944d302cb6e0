// The interactive parts of blocks: buttons, selects, date pickers, overflow menus.

import { el, icon, ICONS } from './dom.js';
import { plain } from './blocks.js';
import { confirmed } from './confirm.js';
import { openDatePicker } from './datepicker.js';
import { openMenu } from './menu.js';
import { link } from './mrkdwn.js';
import { dateName } from './times.js';

const ELEMENTS = {
  button,
  static_select: select,
  datepicker,
  overflow,
  image: (element) => el('img', { class: 'accessory-image', src: element.image_url, alt: element.alt_text }),
};

export function element(item, block, context) {
  const drawn = Object.hasOwn(ELEMENTS, item.type)
    ? ELEMENTS[item.type](item, block, context)
    : el('span', { class: 'unknown unknown-element' }, icon(ICONS.warning), ` ${item.type}`);
  if (item.action_id) drawn.dataset.actionId = item.action_id;
  return drawn;
}

/** Sends what was done, with the control shown as busy until Steward has taken it. */
async function act(control, item, block, context, choice) {
  if (control.getAttribute('aria-busy') === 'true') return false;
  if (!(await confirmed(item.confirm, context))) return false;
  control.setAttribute('aria-busy', 'true');
  forgetRefusal(control);
  const result = await context.act({ block_id: block.block_id, action_id: item.action_id, ...choice });
  control.removeAttribute('aria-busy');
  if (!result.ok) {
    forgetRefusal(control);
    control.after(el('span', { class: 'refused', role: 'alert' }, icon(ICONS.warning), result.error));
  }
  return result.ok;
}

/** A message shows its last refusal only. */
function forgetRefusal(control) {
  control.closest('.message-body')?.querySelectorAll('.refused').forEach((old) => old.remove());
}

function button(item, block, context) {
  const drawn = el(
    'button',
    {
      type: 'button',
      class: `button ${item.style ?? ''}`,
      'aria-label': item.accessibility_label,
      onclick: () => {
        if (item.url) open(link(item.url, '').href, '_blank', 'noopener');
        act(drawn, item, block, context, {});
      },
    },
    el('span', { class: 'button-label' }, plain(item.text)),
  );
  return drawn;
}

function select(item, block, context) {
  let chosen = item.initial_option;
  const words = el('span', { class: 'select-label' });
  const name = item.placeholder ? plain(item.placeholder) : 'Choose an option';
  const show = () => {
    words.textContent = chosen ? plain(chosen.text) : name;
    words.classList.toggle('placeholder', !chosen);
    drawn.setAttribute('aria-label', chosen ? `${name}: ${plain(chosen.text)}` : name);
  };
  const pick = async (option) => {
    const before = chosen;
    chosen = option;
    show();
    if (!(await act(drawn, item, block, context, { selected_option: option }))) {
      chosen = before;
      show();
    }
  };
  const options = [
    ...(item.options ?? []).map((option) => ({ option })),
    ...(item.option_groups ?? []).flatMap((group) => group.options.map((option) => ({ option, group: plain(group.label) }))),
  ];
  const drawn = el(
    'button',
    {
      type: 'button', class: 'select', 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
      onclick: () =>
        openMenu(
          drawn,
          options.map(({ option, group }) => entry(option, group, chosen, () => pick(option))),
          { label: name, filter: options.length > 5 },
        ),
      onkeydown: (event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          drawn.click();
        }
      },
    },
    words,
    icon(ICONS.down, 'chevron'),
  );
  show();
  return drawn;
}

const entry = (option, group, chosen, pick) => ({
  label: plain(option.text),
  value: option.value,
  description: option.description ? plain(option.description) : undefined,
  selected: chosen !== undefined && chosen.value === option.value,
  group,
  pick,
});

function datepicker(item, block, context) {
  let chosen = item.initial_date;
  const name = item.placeholder ? plain(item.placeholder) : 'Select a date';
  const words = el('span', { class: 'select-label' });
  const show = () => {
    words.textContent = chosen ? dateName(chosen) : name;
    words.classList.toggle('placeholder', !chosen);
    drawn.setAttribute('aria-label', chosen ? `${name}: ${dateName(chosen)}` : name);
  };
  const pick = async (day) => {
    const before = chosen;
    chosen = day;
    show();
    if (!(await act(drawn, item, block, context, { selected_date: day }))) {
      chosen = before;
      show();
    }
  };
  const drawn = el(
    'button',
    {
      type: 'button', class: 'select datepicker', 'aria-haspopup': 'dialog', 'aria-expanded': 'false',
      onclick: () => openDatePicker(drawn, chosen, { label: name, pick }),
    },
    icon(ICONS.calendar),
    words,
    icon(ICONS.down, 'chevron'),
  );
  show();
  return drawn;
}

function overflow(item, block, context) {
  const pick = (option) => {
    if (option.url) open(link(option.url, '').href, '_blank', 'noopener');
    act(drawn, item, block, context, { selected_option: option });
  };
  const drawn = el(
    'button',
    {
      type: 'button', class: 'button overflow', 'aria-label': 'More actions', 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
      onclick: () => openMenu(drawn, item.options.map((option) => entry(option, undefined, undefined, () => pick(option))), { label: 'More actions' }),
    },
    icon(ICONS.more),
  );
  return drawn;
}
