// Input blocks of modals: a label, the element to fill in, a hint, and the error under it.

import { el, icon, ICONS } from './dom.js';
import { element, valueOf } from './elements.js';
import { plain } from './texts.js';

const REQUIRED = 'Please complete this required field.';
const COUNT_FROM_LEFT = 0.8;

let fields = 0;

/** Draws an input block; the element reads its label from the context. */
export function input(block, context) {
  const id = `field-${++fields}`;
  const control = element(block.element, block, { ...context, label: plain(block.label) });
  const isGroup = control.matches('fieldset, [role=radiogroup], [role=group]');
  const hint = block.hint ? el('p', { class: 'input-hint', id: `${id}-hint` }, plain(block.hint)) : null;
  const error = el('p', { class: 'input-error', id: `${id}-error`, hidden: true });
  const label = el(
    isGroup ? 'span' : 'label',
    { class: 'input-label', id: `${id}-label`, for: isGroup ? undefined : id },
    plain(block.label),
    block.optional ? el('span', { class: 'optional' }, ' (optional)') : null,
  );
  control.id = id;
  control.dataset.field = '';
  if (isGroup) control.setAttribute('aria-labelledby', label.id);
  else if (!block.optional) control.setAttribute('aria-required', 'true');
  if (hint) control.setAttribute('aria-describedby', hint.id);
  return el('div', { class: 'block input' }, label, control, counter(block.element, control), error, hint);
}

/** "412" characters left, once most of them are used up. */
function counter({ max_length: most }, control) {
  if (!most) return null;
  const left = el('span', { class: 'counter', hidden: true, 'aria-live': 'polite' });
  const count = () => {
    const used = [...control.value].length;
    left.hidden = used < most * COUNT_FROM_LEFT;
    left.textContent = String(most - used);
    left.classList.toggle('over', used > most);
    left.setAttribute('aria-label', `${most - used} characters left`);
  };
  control.addEventListener('input', count);
  count();
  return left;
}

/** Shows an error under a field, or none if it is empty. */
export function showError(drawn, message) {
  const error = drawn.querySelector('.input-error');
  const control = drawn.querySelector('[data-field]');
  const hint = drawn.querySelector('.input-hint');
  error.hidden = !message;
  error.replaceChildren(...(message ? [icon(ICONS.warning), el('span', {}, message)] : []));
  drawn.classList.toggle('invalid', Boolean(message));
  if (message) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  const described = [message ? error.id : '', hint ? hint.id : ''].filter(Boolean).join(' ');
  if (described) control.setAttribute('aria-describedby', described);
  else control.removeAttribute('aria-describedby');
}

export function focusField(drawn) {
  const control = drawn.querySelector('[data-field]');
  (control.querySelector('input:checked') ?? control.querySelector('input') ?? control).focus();
}

/** What Slack finds wrong with a field by itself, or nothing. */
export function problem(block, context) {
  const value = valueOf(block.element, block, context);
  const empty = value === null || value === undefined || value.length === 0 || (typeof value === 'string' && !value.trim());
  if (empty) return block.optional ? '' : REQUIRED;
  return WRONG[block.element.type]?.(value, block.element) ?? '';
}

const WRONG = {
  plain_text_input(value, { min_length: least = 0, max_length: most = 3000 }) {
    const chars = [...value].length;
    if (chars < least) return `Please enter at least ${least} characters.`;
    return chars > most ? `Please enter no more than ${most} characters.` : '';
  },
  number_input(value, { is_decimal_allowed: decimals, min_value: least, max_value: most }) {
    if (!/^-?\d+(\.\d+)?$/.test(value.trim())) return 'Please enter a number.';
    if (!decimals && value.includes('.')) return 'Please enter a whole number.';
    if (least !== undefined && Number(value) < Number(least)) return `Please enter ${least} or more.`;
    return most !== undefined && Number(value) > Number(most) ? `Please enter ${most} or less.` : '';
  },
};
