/** Times to come, as they are chosen: in an hour, tomorrow, or a day and a time of the practice's zone. */
import { html, nothing } from '../vendor/lit-html.js';
import { now, today } from './dates.js';
import { me } from './session.js';
import { inside } from './words-inside.js';

const HOURS = { PT1H: 1, PT2H: 2, P1D: 24, P3D: 72, P7D: 168 };

/** @param {number} at @returns {number} what a clock of the practice shows then, read as if it were UTC */
function shown(at) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: me().practice.timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(at);
  const part = (name) => Number(parts.find((one) => one.type === name).value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** @param {string} wall such as `2026-02-27T09:00`, in the practice's zone @returns {number} the moment */
function momentOf(wall) {
  const meant = Date.parse(`${wall}:00Z`);
  const near = meant - (shown(meant) - meant);
  return meant - (shown(near) - near);
}

/** @returns {string} tomorrow as `2026-02-28` */
const tomorrow = () => new Date(Date.parse(`${today()}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * @param {?string} choice one of `times` of the words
 * @param {?string} picked a day and a time, where the choice is `pick`
 * @returns {{at: ?string, error: ?string}} the moment, or what is wrong; neither for no time
 */
export function chosenTime(choice, picked) {
  if (!choice || choice === 'none') {
    return { at: null, error: null };
  }
  if (choice === 'pick' && !picked) {
    return { at: null, error: inside.pickFirst };
  }
  const at = choice === 'now' ? now() : HOURS[choice] ? now() + HOURS[choice] * 3_600_000 : momentOf(choice === 'tomorrow' ? `${tomorrow()}T09:00` : picked);
  return choice === 'pick' && at < now() ? { at: null, error: inside.past } : { at: new Date(at).toISOString(), error: null };
}

/**
 * The controls that choose a time: a list, and a day with its time where one picks.
 * @param {{id: string, label: string, choices: string[], typed: {when?: string, at?: string}, keep: (parts: object) => void}} of
 * @returns {any}
 */
export function timeFields({ id, label, choices, typed, keep }) {
  const choice = typed.when ?? choices[0];
  return html`<p class="field"><label for=${id}>${label}</label><select id=${id} name="when" .value=${choice} @change=${(event) => keep({ when: event.target.value })}>${choices.map((one) => html`<option value=${one} ?selected=${one === choice}>${inside.times[one]}</option>`)}</select></p>
    ${choice === 'pick' ? html`<p class="field"><label for="${id}-at">${inside.pick}</label><input id="${id}-at" name="at" type="datetime-local" min="${today()}T00:00" .value=${typed.at ?? ''} @input=${(event) => keep({ at: event.target.value })}></p>` : nothing}`;
}
