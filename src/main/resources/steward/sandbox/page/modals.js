// Modals: a stack of views of which the top is shown, filled in, submitted and closed.

import { drawBlocks } from './blocks.js';
import { byId, el, icon, ICONS } from './dom.js';
import { focusField, problem, showError } from './inputs.js';
import { closePopover, keepInside } from './popover.js';
import { ask } from './server.js';
import { plain } from './texts.js';

/** What was filled in, by view, block and action: it outlives a view's changes and those pushed on it. */
const filled = new Map();

let names = {};
let shown;
let opener;
let dialog;

/** Shows the top of a stack of views, or closes the modal if there is none. */
export function showModals(views, people) {
  names = people;
  const top = views.at(-1);
  for (const id of filled.keys()) if (!views.some((view) => view.id === id)) filled.delete(id);
  if (!top) {
    hide();
  } else if (top.id !== shown?.id || top.hash !== shown?.hash) {
    show(top);
  }
}

function hide() {
  if (!dialog) return;
  closePopover();
  dialog.remove();
  dialog = undefined;
  shown = undefined;
  (opener?.isConnected ? opener : byId('composer')).focus();
}

function show(view) {
  const before = dialog && shown.id === view.id ? place() : undefined;
  closePopover();
  shown = view;
  if (!dialog) {
    opener = document.activeElement;
    dialog = el('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (event.target === dialog) close(true);
    });
    document.body.append(dialog);
  }
  dialog.dataset.viewId = view.id;
  dialog.dataset.callbackId = view.callback_id;
  dialog.replaceChildren(frame(view));
  if (!dialog.open) dialog.showModal();
  if (before) restore(before);
  else focusFirst(view);
}

function frame(view) {
  return el(
    'form',
    { class: 'modal-frame', novalidate: true, autocomplete: 'off', onsubmit: (event) => { event.preventDefault(); submit(view); }, onkeydown: keys },
    el(
      'header',
      { class: 'modal-head' },
      el('img', { class: 'avatar avatar-small', src: 'steward.svg', alt: '' }),
      el('h2', { id: 'modal-title' }, plain(view.title)),
      el('button', { type: 'button', class: 'tool modal-x', 'aria-label': 'Close', onclick: () => close(true) }, icon(ICONS.close)),
    ),
    el('div', { class: 'modal-body', oninput: forgetError, onclick: forgetError }, drawBlocks(view.blocks, context(view))),
    el(
      'footer',
      { class: 'modal-foot' },
      el('p', { class: 'modal-trouble', role: 'alert' }),
      el('button', { type: 'button', class: 'button modal-close', onclick: () => close(false) }, view.close ? plain(view.close) : view.submit ? 'Cancel' : 'Close'),
      view.submit
        ? el('button', { type: 'submit', class: 'button primary modal-submit', disabled: view.submit_disabled === true }, el('span', { class: 'button-label' }, plain(view.submit)))
        : null,
    ),
  );
}

/** How the blocks of a view remember what is filled in, and send what is pressed. */
function context(view) {
  if (!filled.has(view.id)) filled.set(view.id, {});
  const values = filled.get(view.id);
  return {
    names,
    kept: (block, item) => values[block.block_id]?.[item.action_id],
    keep(block, item, value) {
      values[block.block_id] = { ...values[block.block_id], [item.action_id]: value };
    },
    act: (choice) => ask('act', { view_id: view.id, values, ...choice }),
  };
}

// ── Submitting and closing ──

async function submit(view) {
  const button = dialog.querySelector('.modal-submit');
  if (!button || button.disabled || button.getAttribute('aria-busy') === 'true') return;
  trouble('');
  const inputs = view.blocks.filter((block) => block.type === 'input');
  const own = Object.fromEntries(inputs.map((block) => [block.block_id, problem(block, context(view))]));
  if (showErrors(own)) return;
  button.setAttribute('aria-busy', 'true');
  const result = await ask('submit', { view_id: view.id, values: filled.get(view.id) ?? {} });
  button.removeAttribute('aria-busy');
  if (!button.isConnected) return;
  if (result.errors) showErrors(result.errors);
  else if (!result.ok) trouble(result.error);
}

/** Shows errors by block and goes to the first; true if there is any. */
function showErrors(errors) {
  const drawn = [...dialog.querySelectorAll('.input[data-block-id]')];
  for (const field of drawn) showError(field, errors[field.dataset.blockId] ?? '');
  const first = drawn.find((field) => errors[field.dataset.blockId]);
  if (first) {
    focusField(first);
    first.scrollIntoView({ block: 'nearest' });
  }
  return Boolean(first);
}

/** An error goes once its field is touched. */
function forgetError({ target }) {
  const field = target.closest('.input.invalid');
  if (field && target.closest('[data-field]')) showError(field, '');
}

function trouble(words) {
  dialog.querySelector('.modal-trouble').textContent = words;
}

/** The close button goes back one view; the cross and Escape close them all. */
async function close(all) {
  const result = await ask('close', { view_id: shown.id, all });
  if (!result.ok && dialog) trouble(result.error);
}

function keys(event) {
  if (event.key === 'Tab') {
    keepInside(event.currentTarget, event);
  } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
}

// ── Focus ──

function focusFirst(view) {
  const wanted = view.blocks.find((block) => block.element?.focus_on_load) ?? view.blocks.find((block) => block.type === 'input');
  const field = wanted && dialog.querySelector(`.input[data-block-id="${CSS.escape(wanted.block_id)}"]`);
  if (field) focusField(field);
  else (dialog.querySelector('.modal-submit, .modal-body button') ?? dialog.querySelector('.modal-close')).focus();
  dialog.querySelector('.modal-body').scrollTop = 0;
}

/** Where the person is in a view that is about to be drawn anew. */
function place() {
  const at = document.activeElement;
  return {
    block: at.closest('[data-block-id]')?.dataset.blockId,
    action: at.closest('[data-action-id]')?.dataset.actionId,
    selection: at.matches('textarea, input[type=text]') ? [at.selectionStart, at.selectionEnd] : undefined,
    scroll: dialog.querySelector('.modal-body').scrollTop,
  };
}

function restore({ block, action, selection, scroll }) {
  const found = block && action ? dialog.querySelector(`[data-block-id="${CSS.escape(block)}"] [data-action-id="${CSS.escape(action)}"]`) : undefined;
  dialog.querySelector('.modal-body').scrollTop = scroll;
  if (!found) {
    focusFirst(shown);
    return;
  }
  (found.matches('[role=group], [role=radiogroup]') ? found.querySelector('input') : found).focus();
  if (selection) found.setSelectionRange(...selection);
}
