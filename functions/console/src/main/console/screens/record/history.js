/** The history: newest first, a day at a time, by kind; it can be verified and never changed. */
import { html, nothing } from '../../vendor/lit-html.js';
import { read } from '../../core/api.js';
import { dayHeading, moment, time } from '../../core/dates.js';
import { me } from '../../core/session.js';
import { changed } from '../../core/store.js';
import { w } from '../../core/words.js';
import { sentence } from './entries.js';

const PAGE = 30;
const KINDS = {
  all: '',
  calls: 'callLogged,noteAdded',
  mail: 'emailQueued,emailSent,emailDelivered,emailBounced,emailComplained,emailSkipped,emailFailed,emailUncertain,emailSettled,unsubscribed,dripEnrolled,dripStopped,dripFinished',
  changes: 'leadCreated,formReceived,fieldChanged,statusChanged,ownerChanged,transferRequested,transferAccepted,transferDeclined,transferWithdrawn,suspended,reinstated,stepCompleted,stepCleared,trackOpened,trackReady,trackClosed,mapEntered,mapClosed,dateStamped',
};
const state = { id: null, kind: 'all', items: null, next: null, verified: null };

async function page(cursor) {
  const { id, kind } = state;
  const query = new URLSearchParams({ order: 'newest', limit: PAGE, ...(KINDS[kind] ? { type: KINDS[kind] } : {}), ...(cursor ? { cursor } : {}) });
  const answer = await read(`/leads/${encodeURIComponent(id)}/history?${query}`);
  return answer.status === 200 && id === state.id && kind === state.kind ? answer.body : null;
}

/** @param {string} id of the lead whose newest entries are read */
export async function readHistory(id) {
  if (state.id !== id) {
    Object.assign(state, { id, kind: 'all', items: null, next: null, verified: null });
  }
  const had = state.items?.length ?? 0;
  const first = await page(null);
  if (!first) {
    return;
  }
  const seen = new Set(first.items.map((entry) => entry.seq));
  const older = had > PAGE ? state.items.filter((entry) => !seen.has(entry.seq) && entry.seq < first.items.at(-1)?.seq) : [];
  state.items = [...first.items, ...older];
  state.next = older.length ? state.next : first.next;
  state.verified = null;
  changed();
}

async function older() {
  const next = await page(state.next);
  if (next) {
    state.items = [...state.items, ...next.items];
    state.next = next.next;
    changed();
  }
}

function choose(kind) {
  Object.assign(state, { kind, items: null });
  changed();
  readHistory(state.id);
}

async function verify() {
  const answer = await read(`/leads/${encodeURIComponent(state.id)}/history/verification`);
  state.verified = answer.status === 200 ? answer.body : null;
  changed();
}

function who(entry) {
  const { actor } = entry;
  // What a trigger did follows from what the lead did, but the lead did not do it.
  if (entry.cause.kind === 'trigger' || entry.type === 'triggerFired') {
    return w.history.system;
  }
  return actor.kind === 'agent' ? (actor.id === me().id ? w.history.you : actor.name) : actor.kind === 'lead' ? w.history.lead : w.history.system;
}

const line = (lead, entry) => html`<li><time datetime=${entry.at} title=${moment(entry.at)}>${time(entry.at)}</time><div><b>${who(entry)}</b> ${sentence(entry)}</div></li>`;

function days(lead) {
  const byDay = new Map();
  for (const entry of state.items) {
    const heading = dayHeading(entry.at);
    byDay.set(heading, [...(byDay.get(heading) ?? []), entry]);
  }
  return [...byDay].map(([heading, entries]) => html`<h3>${heading}</h3><ul>${entries.map((entry) => line(lead, entry))}</ul>`);
}

function verdict() {
  const { verified } = state;
  return verified === null
    ? html`<button type="button" class="quiet push" @click=${verify}>${w.history.verify}</button>`
    : html`<span class="push ${verified.valid ? 'soft' : 'bad'}" role="status"><svg aria-hidden="true"><use href="#i-${verified.valid ? 'check' : 'warn'}"/></svg> ${verified.valid ? w.history.verified(verified.entries) : w.history.broken(verified.firstBroken)}</span>`;
}

/** @param {object} lead @returns {any} */
export function history(lead) {
  return html`<section><h2>${w.history.title}</h2>
    <div class="tabs" role="group" aria-label=${w.history.title}>${Object.entries(w.history.kinds).map(([kind, words]) => html`<button type="button" aria-pressed=${state.kind === kind} @click=${() => choose(kind)}>${words}</button>`)}</div>
    ${state.items === null ? html`<div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i></div>` : state.items.length ? days(lead) : html`<p class="soft">${w.history.empty}</p>`}
    <p class="tools foot">${state.next ? html`<button type="button" @click=${older}>${w.history.older}</button>` : nothing}${verdict()}</p></section>`;
}
