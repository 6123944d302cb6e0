// The "are you sure?" that an element may ask for before it acts.

import { el } from './dom.js';
import { plain, text } from './texts.js';

/** Asks; answers true if the person went ahead. Without a question, true at once. */
export function confirmed(question, context) {
  if (!question) return Promise.resolve(true);
  return new Promise((resolve) => {
    const yes = el(
      'button',
      { type: 'button', class: `button ${question.style === 'danger' ? 'danger-filled' : 'primary'}`, onclick: () => dialog.close('yes') },
      plain(question.confirm),
    );
    const dialog = el(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      el('h2', { id: 'confirm-title' }, plain(question.title)),
      el('div', { class: 'confirm-text' }, text(question.text, context)),
      el('div', { class: 'confirm-buttons' }, el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, plain(question.deny)), yes),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
    yes.focus();
  });
}
