// Dates and times as Slack writes them, in the person's own time zone.

let zone = 'UTC';
let ahead = 0;

const formats = new Map();

function format(options, date) {
  const key = JSON.stringify(options) + zone;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }));
  return formats.get(key).format(date);
}

export function useZone(name) {
  zone = name;
}

/** The city that the time zone is named for. */
export const city = (of = zone) => of.split('/').at(-1).replaceAll('_', ' ');

/** Sets the sandbox's clock by what the server says it is now. */
export function setNow(millis) {
  ahead = millis - Date.now();
}

export const now = () => new Date(Date.now() + ahead);
export const dateOf = (ts) => new Date(Number(ts) * 1000);

/** "9:05 AM" */
export const clockTime = (date) => format({ hour: 'numeric', minute: '2-digit' }, date);

/** The same in another time zone. */
export const clockTimeIn = (name, date) => new Intl.DateTimeFormat('en-US', { timeZone: name, hour: 'numeric', minute: '2-digit' }).format(date);

/** "Mon, Nov 23, 9:05 AM" */
export const shortDateTime = (date) =>
  format({ weekday: 'short', month: 'short', day: 'numeric' }, date) + ', ' + clockTime(date);

/** "Monday, November 23, 2026 at 9:05 AM" */
export const longDateTime = (date) =>
  format({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }, date) + ' at ' + clockTime(date);

/** "just now", "5 minutes ago", "3 days ago" */
export function ago(date) {
  const minutes = Math.round((now() - date) / 60_000);
  if (minutes < 1) return 'just now';
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** "2026-11-23": the local day. */
export function dayOf(date) {
  return ['year', 'month', 'day']
    .map((part) => format({ [part]: part === 'year' ? 'numeric' : '2-digit' }, date))
    .join('-');
}

/** "Today", "Yesterday", "Monday, November 23rd", with the year if it is another one. */
export function dayName(day) {
  const today = dayOf(now());
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  const date = utc(day);
  const words = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' });
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`;
  return words.format(date) + ordinal(date.getUTCDate()) + year;
}

/** "Nov 23, 2026" for an ISO date. */
export const dateName = (day) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium' }).format(utc(day));

/** "Monday, November 23, 2026" for an ISO date. */
export const fullDateName = (day) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'full' }).format(utc(day));

/** "November 2026" for an ISO date. */
export const monthName = (day) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(utc(day));

export function addDays(day, count) {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export function addMonths(day, count) {
  const date = utc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** 0 for Sunday. */
export const weekday = (day) => utc(day).getUTCDay();

const utc = (day) => new Date(`${day}T00:00:00Z`);

function ordinal(number) {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
}
