// The box where the person writes: Enter sends, a slash offers the commands, a file can go along.

import { byId, el, icon, ICONS } from './dom.js';
import { editLast, sizeName } from './messages.js';
import { ask } from './server.js';
import { toast } from './toast.js';

const LINES_MAX_PX = 260;

const box = byId('composer');
const completions = byId('completions');
const usage = byId('usage');
const attached = byId('attached');
const fileField = byId('file');

let channel = '';
let commands = [];
let offered = [];
let active = 0;
let file = null;

export function useComposer(inChannel, appName, offeredCommands) {
  channel = inChannel;
  commands = offeredCommands;
  box.placeholder = `Message ${appName}`;
  box.setAttribute('aria-label', `Message ${appName}`);
  refresh();
}

/** Puts words into the box for the person to send. */
export function suggest(words) {
  box.value = words;
  box.focus();
  box.setSelectionRange(words.length, words.length);
  refresh();
}

async function send() {
  const text = box.value;
  if (!text.trim() && !file) return;
  const sent = file;
  const command = sent ? null : commandIn(text);
  box.value = '';
  attach(null);
  refresh();
  const result = await deliver(text, command, sent);
  if (!result.ok) {
    toast(result.error);
    if (!box.value) suggest(text);
  }
}

async function deliver(text, command, sent) {
  if (sent) return ask('attach', { channel, text, name: sent.name, type: sent.type, content: await base64(sent) });
  if (command) return ask('command', { channel, ...command });
  return ask('say', { channel, text });
}

/** A message that starts with a slash is a command, as in Slack; a leading space makes it a message. */
function commandIn(text) {
  const found = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trimEnd());
  return found ? { command: found[1], text: (found[2] ?? '').trim() } : null;
}

// ── Commands ──

function refresh() {
  const typed = box.value;
  offered = /^\/\S*$/.test(typed) ? commands.filter((each) => each.name.startsWith(typed.toLowerCase())) : [];
  if (offered.length === 1 && offered[0].name === typed && !offered[0].usageHint) offered = [];
  active = 0;
  showOffered();
  showUsage(typed);
  byId('send').disabled = !typed.trim() && !file;
  byId('composer-hint').classList.toggle('shown', typed.trim().length > 0);
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, LINES_MAX_PX)}px`;
}

function showOffered() {
  completions.hidden = offered.length === 0;
  box.setAttribute('aria-expanded', String(offered.length > 0));
  completions.replaceChildren(
    el('div', { class: 'completions-title', role: 'presentation' }, 'Steward', el('span', { class: 'by-keys' }, 'Tab or Enter to choose')),
    ...offered.map((command, index) =>
      el(
        'div',
        {
          class: 'completion', role: 'option', id: `completion-${index}`, dataset: { command: command.name },
          'aria-selected': String(index === active),
          onpointerdown: (event) => { event.preventDefault(); complete(index); },
          onpointermove: () => { if (active !== index) { active = index; mark(); } },
        },
        el('img', { class: 'avatar avatar-tiny', src: 'steward.svg', alt: '' }),
        el('span', { class: 'completion-name' }, command.name, examples(command)),
        el('span', { class: 'completion-description' }, command.description),
      ),
    ),
  );
  mark();
}

function mark() {
  completions.querySelectorAll('.completion').forEach((option, index) => {
    option.classList.toggle('active', index === active);
    option.setAttribute('aria-selected', String(index === active));
  });
  if (offered.length) box.setAttribute('aria-activedescendant', `completion-${active}`);
  else box.removeAttribute('aria-activedescendant');
}

function complete(index) {
  suggest(`${offered[index].name} `);
}

function showUsage(typed) {
  const command = commands.find((each) => typed.startsWith(`${each.name} `));
  usage.hidden = !command;
  if (command) usage.replaceChildren(el('b', {}, command.name), examples(command), el('span', { class: 'usage-description' }, command.description));
}

/** A hint of "this | that" is one example each: run together they would read as one command. */
const examples = ({ usageHint }) =>
  el('span', { class: 'examples' }, usageHint.split(' | ').filter(Boolean).map((example) => el('span', { class: 'example' }, example)));

// ── Files ──

/** What the pretend Slack takes at once, written in letters. */
const FILE_BYTES_MAX = 3_000_000;

const base64 = (sent) => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
  reader.onerror = failed;
  reader.readAsDataURL(sent);
});

function attach(chosen) {
  if (chosen?.size > FILE_BYTES_MAX) {
    toast(`${chosen.name} is too large: the sandbox takes files up to 3 MB.`);
    chosen = null;
  }
  file = chosen;
  fileField.value = '';
  attached.hidden = !file;
  if (file) {
    attached.replaceChildren(
      icon(ICONS.file),
      el('span', {}, `${file.name} · ${sizeName(file.size)}`),
      el('button', { type: 'button', class: 'tool', 'aria-label': `Remove ${file.name}`, onclick: () => { attach(null); refresh(); box.focus(); } }, icon(ICONS.close)),
    );
  }
}

// ── Keys and clicks ──

box.addEventListener('input', refresh);
box.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (offered.length && offering(event)) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === 'ArrowUp' && !box.value && !event.shiftKey && editLast()) {
    event.preventDefault();
  }
});

/** Keys while commands are offered; true if the key was used up. A command typed in full is sent by Enter. */
function offering(event) {
  const full = offered.some((each) => each.name === box.value);
  const keys = {
    ArrowDown: () => { active = (active + 1) % offered.length; mark(); },
    ArrowUp: () => { active = (active - 1 + offered.length) % offered.length; mark(); },
    Tab: () => complete(active),
    Escape: () => { offered = []; showOffered(); },
    ...(full ? {} : { Enter: () => complete(active) }),
  };
  if (!Object.hasOwn(keys, event.key) || event.shiftKey) return false;
  event.preventDefault();
  keys[event.key]();
  return true;
}

byId('composer-form').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
  box.focus();
});
byId('attach').addEventListener('click', () => fileField.click());
box.form.addEventListener('dragover', (event) => event.preventDefault());
box.form.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) attach(event.dataTransfer.files[0]);
  refresh();
  box.focus();
});
byId('shortcuts').addEventListener('click', () => suggest(box.value.trim() ? box.value : '/'));
fileField.addEventListener('change', () => {
  attach(fileField.files[0] ?? null);
  refresh();
  box.focus();
});
