// Menus and pickers that open beside the control they belong to. One is open at a time.

import { el } from './dom.js';

let close = () => {};

/**
 * Opens `content` beside `anchor`, or in the middle below it if `centred`; `onClose` runs when it is gone. Escape and Tab close it and give the focus back; a
 * click elsewhere closes it and leaves the focus where it went.
 */
export function openPopover(anchor, content, { label, role = 'dialog', centred = false, onClose = () => {} } = {}) {
  close();
  const popover = el('div', { class: 'popover', role, 'aria-label': label }, content);
  anchor.setAttribute('aria-expanded', 'true');
  // A modal hides all that is not in it.
  (anchor.closest('dialog') ?? document.body).append(popover);
  const settle = () => place(popover, anchor, centred);
  settle();

  const outside = (event) => {
    if (!popover.contains(event.target) && !anchor.contains(event.target)) close();
  };
  // Wherever the focus is: Escape must not reach a modal below.
  const escape = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    shut(true);
  };
  const keys = (event) => {
    if (event.key === 'Tab' && !popover.matches('[role=dialog]')) {
      shut(true);
    } else if (event.key === 'Tab') {
      keepInside(popover, event);
    }
  };
  const moved = () => (anchor.isConnected ? settle() : close());
  const shut = (focusBack) => {
    document.removeEventListener('pointerdown', outside, true);
    document.removeEventListener('keydown', escape, true);
    window.removeEventListener('resize', moved);
    window.removeEventListener('scroll', moved, true);
    anchor.setAttribute('aria-expanded', 'false');
    popover.remove();
    close = () => {};
    if (focusBack) anchor.focus();
    onClose();
  };
  close = () => shut(false);
  document.addEventListener('pointerdown', outside, true);
  document.addEventListener('keydown', escape, true);
  window.addEventListener('resize', moved);
  window.addEventListener('scroll', moved, true);
  popover.addEventListener('keydown', keys);
  return { element: popover, close: () => shut(true), place: settle };
}

export const closePopover = () => close();

const GAP = 6;

function place(popover, anchor, centred) {
  const at = anchor.getBoundingClientRect();
  const width = popover.offsetWidth;
  const height = popover.offsetHeight;
  const below = window.innerHeight - at.bottom;
  const top = below < height + 2 * GAP && at.top > below ? at.top - height - GAP : at.bottom + GAP;
  popover.style.top = `${Math.max(GAP, Math.min(top, window.innerHeight - height - GAP))}px`;
  const left = centred ? at.left + (at.width - width) / 2 : at.left;
  popover.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`;
}

/** Tab goes round within `place`. */
export function keepInside(place, event) {
  const stops = [...place.querySelectorAll('a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]')].filter((stop) => stop.offsetParent !== null && stop.tabIndex >= 0);
  const last = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === last) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
}
