// The interactive parts of blocks: buttons, selects, date pickers, overflow menus, boxes to tick and to type into.

import { el, icon, ICONS } from './dom.js';
import { confirmed } from './confirm.js';
import { currentPlace, places } from './conversations.js';
import { openDatePicker } from './datepicker.js';
import { openMenu } from './menu.js';
import { link } from './mrkdwn.js';
import { plain, text } from './texts.js';
import { dateName } from './times.js';

const ELEMENTS = {
  button,
  static_select: select,
  conversations_select: place,
  multi_static_select: multiSelect,
  datepicker,
  overflow,
  checkboxes: (item, block, context) => choices(item, block, context, 'checkbox'),
  radio_buttons: (item, block, context) => choices(item, block, context, 'radio'),
  plain_text_input: typed,
  number_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  image: (element) => el('img', { class: 'accessory-image', src: element.image_url, alt: element.alt_text }),
};

export function element(item, block, context) {
  const drawn = Object.hasOwn(ELEMENTS, item.type)
    ? ELEMENTS[item.type](item, block, context)
    : el('span', { class: 'unknown unknown-element' }, icon(ICONS.warning), ` ${item.type}`);
  if (item.action_id) drawn.dataset.actionId = item.action_id;
  return drawn;
}

/** What each kind of element calls its value, and the one it starts with. */
const VALUES = {
  static_select: ['selected_option', 'initial_option'],
  multi_static_select: ['selected_options', 'initial_options'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  datepicker: ['selected_date', 'initial_date'],
  checkboxes: ['selected_options', 'initial_options'],
  radio_buttons: ['selected_option', 'initial_option'],
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
};

/** What stands in an element: what was filled in, else what it started with. */
export function valueOf(item, block, context) {
  const [now, first] = VALUES[item.type] ?? ['value', 'initial_value'];
  const kept = context.kept?.(block, item);
  return (kept ? kept[now] : item[first]) ?? undefined;
}

/**
 * Remembers what was done in a view, and sends it, with the control shown as busy until Steward has taken it. What an
 * input block holds waits for the submission, unless the block asks for it at once.
 */
async function act(control, item, block, context, choice) {
  if (block.type === 'input' && !block.dispatch_action) {
    context.keep?.(block, item, choice);
    return true;
  }
  if (control.getAttribute('aria-busy') === 'true') return false;
  if (!(await confirmed(item.confirm, context))) return false;
  if (Object.keys(choice).length) context.keep?.(block, item, choice);
  control.setAttribute('aria-busy', 'true');
  forgetRefusal(control);
  const result = await context.act({ block_id: block.block_id, action_id: item.action_id, ...choice });
  control.removeAttribute('aria-busy');
  if (!result.ok) {
    forgetRefusal(control);
    control.after(el('span', { class: 'refused', role: 'alert' }, icon(ICONS.warning), result.error));
  }
  // In a view the choice stays, and goes with the submission.
  return result.ok || Boolean(context.keep);
}

/** A message shows its last refusal only. */
function forgetRefusal(control) {
  control.closest('.message-body, .modal-body, .home')?.querySelectorAll('.refused').forEach((old) => old.remove());
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

const placeholder = (item, otherwise) => (item.placeholder ? plain(item.placeholder) : otherwise);

/** The words on a control that opens a picker, and its name: the label of its block, else its placeholder. */
function caption(drawn, words, context, otherwise, chosen) {
  const name = context.label ?? otherwise;
  words.textContent = chosen || otherwise;
  words.classList.toggle('placeholder', !chosen);
  drawn.setAttribute('aria-label', chosen ? `${name}: ${chosen}` : name);
}

const optionsOf = (item) => [
  ...(item.options ?? []).map((option) => ({ option })),
  ...(item.option_groups ?? []).flatMap((group) => group.options.map((option) => ({ option, group: plain(group.label) }))),
];

/** The control that opens a list of options. */
function opener(words, open) {
  return el(
    'button',
    {
      type: 'button', class: 'select', 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
      onclick: open,
      onkeydown: (event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          open();
        }
      },
    },
    words,
    icon(ICONS.down, 'chevron'),
  );
}

function select(item, block, context) {
  const choice = (option) => ({ selected_option: option });
  return oneOf(item, block, context, { options: optionsOf(item), chosen: valueOf(item, block, context), choice, otherwise: 'Choose an option' });
}

/** A channel or a person to pick; it may start with where the person is. */
function place(item, block, context) {
  const offered = places(item.filter);
  const start = valueOf(item, block, context) ?? (item.default_to_current_conversation ? currentPlace(offered)?.id : undefined);
  if (start) context.keep?.(block, item, { selected_conversation: start });
  const options = offered.map(({ id, label, kind }) => ({ option: { value: id, text: { type: 'plain_text', text: label } }, group: kind }));
  return oneOf(item, block, context, {
    options,
    chosen: options.find(({ option }) => option.value === start)?.option,
    choice: (option) => ({ selected_conversation: option.value }),
    otherwise: 'Select a conversation',
  });
}

/** A menu of which one line is picked; `choice(option)` is what goes to the app then. */
function oneOf(item, block, context, { options, chosen: first, choice, otherwise }) {
  let chosen = first;
  const words = el('span', { class: 'select-label' });
  const name = placeholder(item, otherwise);
  const show = () => caption(drawn, words, context, name, chosen ? plain(chosen.text) : '');
  const pick = async (option) => {
    const before = chosen;
    chosen = option;
    show();
    if (!(await act(drawn, item, block, context, choice(option)))) {
      chosen = before;
      show();
    }
  };
  const drawn = opener(words, () =>
    openMenu(
      drawn,
      options.map(({ option, group }) => entry(option, group, chosen?.value === option.value, () => pick(option))),
      { label: context.label ?? name, filter: options.length > 5 },
    ),
  );
  show();
  return drawn;
}

function multiSelect(item, block, context) {
  let chosen = valueOf(item, block, context) ?? [];
  const words = el('span', { class: 'select-label' });
  const name = placeholder(item, 'Choose options');
  const show = () => caption(drawn, words, context, name, chosen.map((option) => plain(option.text)).join(', '));
  const has = (option) => chosen.some((each) => each.value === option.value);
  const toggle = (option) => {
    if (!has(option) && chosen.length >= (item.max_selected_items ?? Infinity)) return false;
    chosen = has(option) ? chosen.filter((each) => each.value !== option.value) : [...chosen, option];
    show();
    act(drawn, item, block, context, { selected_options: chosen });
    return true;
  };
  const options = optionsOf(item);
  const drawn = opener(words, () =>
    openMenu(
      drawn,
      options.map(({ option, group }) => entry(option, group, has(option), () => toggle(option))),
      { label: context.label ?? name, filter: options.length > 5, many: true },
    ),
  );
  show();
  return drawn;
}

/** Boxes to tick, or one of several. */
function choices(item, block, context, type) {
  const many = type === 'checkbox';
  const start = valueOf(item, block, context);
  const on = new Set((many ? (start ?? []) : [start]).filter(Boolean).map((option) => option.value));
  const group = `choices-${++groups}`;
  const pick = () => {
    const picked = item.options.filter((option, index) => boxes[index].checked);
    act(drawn, item, block, context, many ? { selected_options: picked } : { selected_option: picked[0] ?? null });
  };
  const boxes = item.options.map((option) => el('input', { type, name: group, value: option.value, checked: on.has(option.value), onchange: pick }));
  const drawn = el(
    'div',
    { class: 'choices', role: many ? 'group' : 'radiogroup', 'aria-label': context.label },
    item.options.map((option, index) =>
      el(
        'label',
        { class: 'choice' },
        boxes[index],
        el('span', {}, text(option.text, context), option.description ? el('span', { class: 'choice-description' }, text(option.description, context)) : null),
      ),
    ),
  );
  return drawn;
}

let groups = 0;

const TYPING_PAUSE_MS = 400;

/** A box to type into. Where its block asks for it, the words go out on Enter, or as they are typed. */
function typed(item, block, context) {
  const moments = block.dispatch_action ? (item.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']) : [];
  const value = () => ({ value: drawn.value || null });
  let timer;
  const send = () => {
    clearTimeout(timer);
    act(drawn, item, block, context, value());
  };
  const drawn = el(item.multiline ? 'textarea' : 'input', {
    class: 'text-input',
    type: item.multiline ? undefined : 'text',
    rows: item.multiline ? '4' : undefined,
    inputmode: item.type === 'number_input' ? (item.is_decimal_allowed ? 'decimal' : 'numeric') : undefined,
    placeholder: item.placeholder ? plain(item.placeholder) : undefined,
    oninput: () => {
      context.keep?.(block, item, value());
      if (moments.includes('on_character_entered')) {
        clearTimeout(timer);
        timer = setTimeout(send, TYPING_PAUSE_MS);
      }
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && moments.includes('on_enter_pressed') && !event.isComposing && !event.shiftKey) {
        event.preventDefault();
        send();
      }
    },
  });
  drawn.value = valueOf(item, block, context) ?? '';
  return drawn;
}

const entry = (option, group, selected, pick) => ({
  label: plain(option.text),
  value: option.value,
  description: option.description ? plain(option.description) : undefined,
  selected,
  group,
  pick,
});

function datepicker(item, block, context) {
  let chosen = valueOf(item, block, context);
  const name = placeholder(item, 'Select a date');
  const words = el('span', { class: 'select-label' });
  const show = () => caption(drawn, words, context, name, chosen ? dateName(chosen) : '');
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
      onclick: () => openDatePicker(drawn, chosen, { label: context.label ?? name, pick }),
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
      onclick: () => openMenu(drawn, item.options.map((option) => entry(option, undefined, false, () => pick(option))), { label: 'More actions' }),
    },
    icon(ICONS.more),
  );
  return drawn;
}
