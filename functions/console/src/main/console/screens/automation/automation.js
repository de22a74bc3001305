/** Automation: what sweeps would do, asked before they do it, and what is kept from going out. */
import { html, nothing } from '../../vendor/lit-html.js';
import { consult } from '../../core/api.js';
import { moment } from '../../core/dates.js';
import { look } from '../../core/look.js';
import { go, link } from '../../core/route.js';
import { me } from '../../core/session.js';
import { changed, drawn, practice } from '../../core/store.js';
import { chosenTime, timeFields } from '../../core/when.js';
import { automation } from '../../core/words-automation.js';
import { held, readHeld } from './held.js';
import { notLoaded, waits } from './rows.js';
import { readSuppressed, suppressed } from './suppressed.js';

await look('automation');

const TIMES = ['now', 'P1D', 'P3D', 'P7D', 'pick'];
const state = { asked: null, sweep: 'DeadLeadSweep', typed: {}, error: null, trial: null, failed: null, busy: false };

const isAdministrator = () => me()?.roles.includes('administrator') ?? false;

/**
 * @param {import('../../core/route.js').Route} route
 * @param {?import('../../app.js').Screen} before
 * @returns {import('../../app.js').Screen}
 */
export function open(route, before) {
  const { query } = route;
  state.sweep = query.get('sweep') in automation.sweeps ? query.get('sweep') : 'DeadLeadSweep';
  state.typed = { when: TIMES.includes(query.get('when')) ? query.get('when') : 'now', at: query.get('at') ?? '' };
  if (before !== screen || state.asked !== query.toString()) {
    state.asked = query.toString();
    run();
  }
  if (before !== screen) {
    readHeld();
    if (isAdministrator()) {
      readSuppressed();
    }
  }
  return screen;
}

/** Asks what would happen; nothing does. */
async function run(cursor = null) {
  const chosen = chosenTime(state.typed.when, state.typed.at);
  state.error = chosen.error;
  if (chosen.error) {
    changed();
    return;
  }
  const { asked } = state;
  state.busy = true;
  const path = `/sweeps/${state.sweep}/dry-run?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
  const answer = await consult(path, state.typed.when === 'now' ? {} : { at: cursor ? state.trial.at : chosen.at });
  if (asked !== state.asked) {
    return;
  }
  state.busy = false;
  state.failed = answer.status === 200 ? null : answer;
  if (answer.status === 200) {
    const before = cursor ? state.trial : { would: [], wouldNot: [] };
    state.trial = { ...answer.body, would: [...before.would, ...answer.body.would], wouldNot: [...before.wouldNot, ...answer.body.wouldNot], now: state.typed.when === 'now' };
  }
  await drawn();
}

/** What is asked stands in the address, so that it can be asked again and shown to somebody. */
function ask(parts) {
  const { when, at } = { ...state.typed, ...parts };
  const sweep = parts.sweep ?? state.sweep;
  Object.assign(state, { trial: null, failed: null });
  go(link(['automation'], { sweep, when, ...(when === 'pick' && at ? { at } : {}) }));
}

function questions() {
  return html`<div class="tools filters" role="group" aria-labelledby="trial">
    <div class="field"><span class="label" id="sweep">${automation.sweep}</span><div class="seg" role="group" aria-labelledby="sweep">${Object.entries(automation.sweeps).map(([id, words]) => html`<button type="button" aria-pressed=${id === state.sweep} @click=${() => ask({ sweep: id })}>${words}</button>`)}</div></div>
    ${timeFields({ id: 'when', label: automation.when, choices: TIMES, typed: state.typed, keep: ask })}
    <button type="button" class="main" aria-disabled=${state.busy ? 'true' : nothing} @click=${() => state.busy || run()}>${automation.run}</button></div>`;
}

const drip = (lead) => practice('drips')?.find((one) => one.id === lead.campaignId)?.name ?? lead.campaignId;

function row(lead, words) {
  return html`<li><div class="who"><a class="name" href=${link(['leads', lead.leadId])}>${lead.name}</a><p>${words}</p></div></li>`;
}

const would = (lead) => row(lead, `${automation.action[lead.action]} · ${lead.campaignId === null ? automation.attempts(lead.attempts) : drip(lead)}`);

function wouldNot(lead) {
  const why = automation.because[lead.because](lead, practice('settings')?.attemptLimit);
  return row(lead, [why, lead.from ? automation.from(moment(lead.from)) : null, lead.campaignId === null ? null : drip(lead)].filter(Boolean).join(' · '));
}

function list(name, leads, each) {
  return html`<section aria-labelledby=${name}><h3 id=${name}>${automation[name]} <small>${automation.count(leads.length, state.trial.next !== null)}</small></h3>${leads.length ? html`<ul class="rows">${leads.map(each)}</ul>` : html`<p class="soft">${automation.none}</p>`}</section>`;
}

function trial() {
  if (state.error) {
    return html`<p class="bad" role="alert"><svg aria-hidden="true"><use href="#i-late"/></svg> ${state.error}</p>`;
  }
  if (state.failed) {
    return notLoaded(state.failed, () => run());
  }
  if (!state.trial) {
    return waits();
  }
  const { at, now, next } = state.trial;
  return html`<div class="note" role="status"><svg aria-hidden="true"><use href="#i-check"/></svg><p><b>${automation.nothing}</b> ${now ? automation.asNow : automation.as(moment(at))}</p></div>
    <div class="halves">${list('would', state.trial.would, would)}${list('wouldNot', state.trial.wouldNot, wouldNot)}</div>
    ${next ? html`<p><button type="button" @click=${() => state.busy || run(next)}>${automation.more}</button></p>` : nothing}`;
}

function view() {
  return html`<main class="two"><div class="page"><div class="tools"><h1 tabindex="-1">${automation.title}</h1></div>
    <section class="stack" aria-labelledby="trial"><h2 id="trial">${automation.trial}</h2>${questions()}${trial()}</section></div>
    <div class="page side">${held()}${isAdministrator() ? suppressed() : nothing}</div></main>`;
}

const screen = { title: () => automation.title, view };
