// The app's Home tab, and the tabs in the header.

import { drawBlocks } from './blocks.js';
import { byId, el } from './dom.js';
import { ask } from './server.js';

let channel = '';
let names = {};
let view = null;
let opened = () => {};
let fewTabs = false;
let inApp = true;
/** The tab that was open when the person left the app for another conversation. */
let left = 'messages';
/** What was picked on the tab, by block and action, until it is published anew. */
let values = {};

const TABS = ['home', 'messages'];

/** Shows the tabs that the app has; `whenOpened()` runs after a change of tab. */
export function useTabs(inChannel, has, appName, people, whenOpened) {
  channel = inChannel;
  names = people;
  opened = whenOpened;
  for (const name of TABS) byId(`tab-${name}`).hidden = !has[name];
  // One tab alone is nothing to choose from.
  fewTabs = TABS.filter((name) => has[name]).length < 2;
  byId('home-empty-name').textContent = appName;
  if (!has[current()]) select(has.home ? 'home' : 'messages');
}

/** Shows the tabs in the app's own conversation; any other has messages alone. */
export function showTabs(isApp) {
  byId('tabs').hidden = !isApp || fewTabs;
  if (isApp === inApp) return;
  inApp = isApp;
  if (!isApp) left = current();
  select(isApp ? left : 'messages');
}

export const current = () => document.body.dataset.tab ?? 'messages';

export function showHome(published) {
  const held = byId('home').contains(document.activeElement) ? document.activeElement.closest('[data-action-id]')?.dataset.actionId : undefined;
  if (published?.hash !== view?.hash) values = {};
  view = published;
  byId('home-empty').hidden = Boolean(view);
  byId('home').replaceChildren(...(view ? drawBlocks(view.blocks, context()) : []));
  if (held) byId('home').querySelector(`[data-action-id="${CSS.escape(held)}"]`)?.focus();
}

const context = () => ({
  names,
  kept: (block, item) => values[block.block_id]?.[item.action_id],
  keep(block, item, value) {
    values[block.block_id] = { ...values[block.block_id], [item.action_id]: value };
  },
  act: (choice) => ask('act', { view_id: view.id, values, ...choice }),
});

function select(name) {
  document.body.dataset.tab = name;
  for (const each of TABS) {
    const chosen = each === name;
    byId(`tab-${each}`).setAttribute('aria-selected', String(chosen));
    byId(`tab-${each}`).tabIndex = chosen ? 0 : -1;
    byId(`${each}-panel`).hidden = !chosen;
  }
  byId('composer-form').hidden = name !== 'messages';
}

function open(name) {
  const before = current();
  select(name);
  if (before === name) return;
  ask('open', { channel, tab: name });
  opened(name);
}

for (const name of TABS) {
  byId(`tab-${name}`).addEventListener('click', () => open(name));
  byId(`tab-${name}`).addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = byId(`tab-${TABS.find((each) => each !== name)}`);
    if (other.hidden) return;
    event.preventDefault();
    other.click();
    other.focus();
  });
}
