// The emoji that messages name, by Slack's short names.

import { el } from './dom.js';

const EMOJI = {
  '+1': '👍', '-1': '👎', thumbsup: '👍', thumbsdown: '👎', alarm_clock: '⏰', arrow_right: '➡️', arrow_up: '⬆️',
  arrow_down: '⬇️', bar_chart: '📊', bell: '🔔', blush: '😊', bulb: '💡', calendar: '📆', chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉', clap: '👏', clipboard: '📋', date: '📅', dart: '🎯', email: '📧', exclamation: '❗',
  eyes: '👀', fire: '🔥', grinning: '😀', hand: '✋', heart: '❤️', heavy_check_mark: '✔️', hourglass: '⌛',
  hourglass_flowing_sand: '⏳', information_source: 'ℹ️', joy: '😂', large_blue_circle: '🔵', large_green_circle: '🟢',
  large_yellow_circle: '🟡', lock: '🔒', mag: '🔍', memo: '📝', moneybag: '💰', muscle: '💪', no_entry: '⛔',
  ok_hand: '👌', page_facing_up: '📄', paperclip: '📎', pencil: '📝', pencil2: '✏️', phone: '☎️', point_right: '👉',
  pray: '🙏', pushpin: '📌', question: '❓', raised_hands: '🙌', red_circle: '🔴', repeat: '🔁', rocket: '🚀',
  slightly_smiling_face: '🙂', smile: '😄', smiley: '😃', sparkles: '✨', speech_balloon: '💬', star: '⭐',
  stopwatch: '⏱️', sunny: '☀️', tada: '🎉', thinking_face: '🤔', trophy: '🏆', warning: '⚠️', wave: '👋',
  white_check_mark: '✅', white_circle: '⚪', x: '❌', zap: '⚡', zzz: '💤',
};

/** The character, or undefined for a name that is not known here. */
const character = (name) => (Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined);

/** Drawn by the page itself: these carry meaning, and a machine without an emoji font would show a box. */
const PICTURES = new Set(['white_check_mark', 'heavy_check_mark', 'warning', 'x', 'alarm_clock']);

/** The emoji as something to append; `fallback` stands in for a name that is not known here. */
export function emoji(name, fallback = `:${name}:`) {
  const drawn = character(name);
  if (!drawn) return fallback;
  return PICTURES.has(name) ? el('span', { class: `emoji emoji-${name}`, role: 'img', 'aria-label': name.replaceAll('_', ' ') }) : drawn;
}

/** The words and the emoji named between them, as things to append. */
export const withEmoji = (text) => text.split(/:([a-z0-9_+-]+):/).flatMap((part, index) => (index % 2 ? emoji(part) : part));

/** The same as characters, for places that hold nothing but text. */
export const emojiText = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => character(name) ?? whole);
