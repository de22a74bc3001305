/** Times as people of the practice read them: in its zone, today's by the hour, others by the day. */
let zone = 'UTC';
let ahead = 0;
const formats = new Map();

/** @param {string} timeZone of the practice */
export function setZone(timeZone) {
  zone = timeZone;
  formats.clear();
}

/** @param {string} now the other side's time, which may have been moved */
export function setNow(now) {
  ahead = Date.parse(now) - Date.now();
}

/** @returns {number} the other side's time, in milliseconds */
export const now = () => Date.now() + ahead;

function format(name, options) {
  if (!formats.has(name)) {
    formats.set(name, new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }));
  }
  return formats.get(name);
}

const year = (at) => format('year', { year: 'numeric' }).format(at);
const key = (at) => format('key', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** @param {string} at @returns {string} such as `27 Feb`, with the year where it is another one */
export function day(at) {
  const date = new Date(at);
  const same = year(date) === year(now());
  return format(same ? 'day' : 'day-year', { day: 'numeric', month: 'short', ...(same ? {} : { year: 'numeric' }) }).format(date);
}

/** @param {string} at @returns {string} such as `9:58` */
export const time = (at) => format('time', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));

/** @param {string} at @returns {string} such as `Fri 27 Feb, 9:58` */
export function moment(at) {
  return `${format('weekday', { weekday: 'short' }).format(new Date(at))} ${day(at)}, ${time(at)}`;
}

/** @param {string} at @returns {string} the heading of a day: `Today, Fri 27 Feb` */
export function dayHeading(at) {
  const date = new Date(at);
  const text = `${format('weekday', { weekday: 'short' }).format(date)} ${day(at)}`;
  return key(date) === key(now()) ? `Today, ${text}` : text;
}

/** @param {string} date a date without a time, `2026-02-27` @returns {string} such as `27 Feb 2026` */
export function date(date) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`));
}

/** @returns {string} today as `2026-02-27` */
export const today = () => key(now()).split('/').reverse().join('-');

/** @param {string} at @returns {string} how long ago: `7 min`, `18 h`, `2 d` */
export function ago(at) {
  return span(now() - Date.parse(at));
}

/** @param {number} milliseconds @returns {string} */
export function span(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) {
    return `${minutes} min`;
  }
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

/** @param {string} duration ISO 8601, of days, hours, minutes, seconds @returns {number} milliseconds */
export function milliseconds(duration) {
  const [, d = 0, h = 0, m = 0, s = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return (((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s)) * 1000;
}
