// Slack's own markup for text, drawn as elements: *bold*, _italic_, ~strike~, `code`, > quotes, <links>, entities.

import { el } from './dom.js';
import { withEmoji } from './emoji.js';
import { dateOf, shortDateTime } from './times.js';

/** Draws marked-up text; `names` turns the ids of people into names. */
export function mrkdwn(text, { names = {}, verbatim = false } = {}) {
  const drawn = document.createDocumentFragment();
  const context = { names, verbatim };
  text.split(/```([\s\S]+?)```/).forEach((part, index) => {
    if (index % 2 === 1) drawn.append(el('pre', { class: 'code-block' }, decode(unlinked(part)).replace(/^\n|\n$/g, '')));
    else lines(part, drawn, context);
  });
  return drawn;
}

const QUOTED = /^(?:&gt;|>)(?!(?:&gt;|>)) ?/;
const QUOTED_TO_END = /^(?:&gt;|>){3} ?/;

function lines(text, drawn, context) {
  const all = text.replace(/^\n/, drawn.lastChild ? '' : '\n').split('\n');
  let plain = [];
  const flush = () => {
    if (plain.join('').length || plain.length > 1) drawn.append(el('span', { class: 'text' }, inline(plain.join('\n'), context)));
    plain = [];
  };
  for (let i = 0; i < all.length; i++) {
    const toEnd = QUOTED_TO_END.test(all[i]);
    if (!toEnd && !QUOTED.test(all[i])) {
      plain.push(all[i]);
      continue;
    }
    flush();
    const quoted = [];
    if (toEnd) {
      quoted.push(all[i].replace(QUOTED_TO_END, ''), ...all.slice(i + 1));
      i = all.length;
    } else {
      for (; i < all.length && QUOTED.test(all[i]); i++) quoted.push(all[i].replace(QUOTED, ''));
      i--;
    }
    drawn.append(el('blockquote', {}, el('span', { class: 'text' }, inline(quoted.join('\n'), context))));
  }
  flush();
}

// Code and links first: nothing inside them is markup.
const TOKEN = /`([^`\n]+)`|<([^<>\n]+)>/;
const STYLES = [
  { mark: '*', tag: 'strong' },
  { mark: '_', tag: 'em' },
  { mark: '~', tag: 's' },
];

function inline(text, context) {
  const spans = [];
  let rest = text;
  for (let found = TOKEN.exec(rest); found; found = TOKEN.exec(rest)) {
    spans.push(rest.slice(0, found.index));
    spans.push(found[1] !== undefined ? el('code', {}, decode(unlinked(found[1]))) : reference(found[2], context));
    rest = rest.slice(found.index + found[0].length);
  }
  spans.push(rest);
  return styled(spans, context);
}

/**
 * Draws words and finished elements in turn. A style may reach over elements ("*see <link>*"), so these stand in the
 * text as private characters while it is looked for.
 */
function styled(spans, context) {
  const elements = [];
  const text = spans.map((span) => (typeof span === 'string' ? span : placeholder(elements, span))).join('');
  return drawStyled(text, elements, context);
}

const FIRST = 0xe000;

function placeholder(elements, element) {
  elements.push(element);
  return String.fromCharCode(FIRST + elements.length - 1);
}

function drawStyled(text, elements, context) {
  const style = firstStyle(text);
  if (!style) return drawPlain(text, elements, context);
  return [
    ...drawPlain(text.slice(0, style.from), elements, context),
    el(style.tag, {}, drawStyled(text.slice(style.from + 1, style.to), elements, context)),
    ...drawStyled(text.slice(style.to + 1), elements, context),
  ];
}

/** The first pair of marks that stand at the edges of words, as Slack asks for. */
function firstStyle(text) {
  let first;
  for (const { mark, tag } of STYLES) {
    const m = mark === '*' ? '\\*' : mark;
    const pair = new RegExp(`(?<![\\p{L}\\p{N}${m}])${m}(?![\\s${m}])([^\\n${m}]*[^\\s${m}])${m}(?![\\p{L}\\p{N}${m}])`, 'u').exec(text);
    if (pair && (!first || pair.index < first.from)) {
      first = { tag, from: pair.index, to: pair.index + pair[0].length - 1 };
    }
  }
  return first;
}

function drawPlain(text, elements, context) {
  return text.split(/([\ue000-\uf8ff])/).flatMap((part) => {
    const element = part.length === 1 ? elements[part.charCodeAt(0) - FIRST] : undefined;
    return element ?? (context.verbatim ? words(part) : linked(part));
  });
}

const words = (text) => withEmoji(decode(text));

/** Bare addresses become links by themselves. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>]+[^\s<>.,;:!?)'"*_~])/).map((part, index) => (index % 2 ? link(decode(part), decode(part)) : words(part)));
}

function reference(inside, { names }) {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : words(inside.slice(bar + 1));
  if (target.startsWith('@')) return el('span', { class: 'mention' }, `@${label ?? names[target.slice(1)] ?? target.slice(1)}`);
  if (target.startsWith('#')) return el('span', { class: 'mention' }, `#${label ?? target.slice(1)}`);
  if (target.startsWith('!date^')) return el('span', {}, label ?? shortDateTime(dateOf(target.split('^')[1])));
  if (target.startsWith('!')) return el('span', { class: 'mention mention-all' }, `@${label ?? target.slice(1)}`);
  return link(decode(target), label ?? decode(target).replace(/^mailto:/, ''));
}

/** A link, for the kinds of address that are safe to follow; anything else stays words. */
export function link(url, label) {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return el('span', {}, label);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** In code, an address that was wrapped as a link is shown bare. */
const unlinked = (text) => text.replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1');

export const decode = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
