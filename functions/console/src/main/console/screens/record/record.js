/** A lead: who it is, what the map says, what was said, and what can be done now. */
import { html, nothing } from '../../vendor/lit-html.js';
import { ago, moment } from '../../core/dates.js';
import { openField } from '../../core/field.js';
import { look } from '../../core/look.js';
import { go, link } from '../../core/route.js';
import { me } from '../../core/session.js';
import { drawn, known, readLead } from '../../core/store.js';
import { nameOf, w } from '../../core/words.js';
import { listOf, load } from '../lists.js';
import { centre, channelKeys } from './centre.js';
import { answerTransfer, ignoreDuplicate, ownerMenu, release, statusMenu } from './commands.js';
import { history, readHistory } from './history.js';
import { map } from './map.js';
import { mails } from './mails.js';
import { person, updates } from './person.js';
import { drips } from './drips.js';

await look('record');

const POLL = 20_000;
const state = { id: null, list: null, gone: false, timer: 0, shown: null, channel: null };

/**
 * @param {import('../../core/route.js').Route} route
 * @returns {import('../../app.js').Screen}
 */
export function open(route) {
  const id = route.path[1];
  if (state.id !== id) {
    Object.assign(state, { id, gone: false });
    refresh();
  }
  state.channel = route.query.get('do');
  state.list = route.query.get('in');
  if (state.list !== null && !listOf(state.list)) {
    load(state.list);
  }
  clearInterval(state.timer);
  state.timer = setInterval(() => document.visibilityState === 'visible' && refresh(), POLL);
  return { ...screen, id };
}

/** Reads what has changed since; nothing, where nothing has. */
async function refresh() {
  const { id } = state;
  const before = known(id)?.lead;
  const status = await readLead(id);
  if (id !== state.id) {
    return;
  }
  const gone = status === 404 || status === 403;
  const now = known(id)?.lead;
  if (before && now && before !== now) {
    updates(before, now);
  }
  if (gone !== state.gone || status === 200) {
    state.gone = gone;
    await drawn();
    // The heading that had the focus stood for this one.
    if (!land() && document.activeElement === document.body) {
      document.querySelector('h1')?.focus();
    }
  }
}

/** Goes to the channel that the address asks for, once the lead is there. */
function land() {
  const key = { call: 'c', email: 'e', note: 'n', internal: 'i', todo: 't' }[state.channel];
  if (!key || !known(state.id)) {
    return false;
  }
  state.channel = null;
  channelKeys[key]();
  return true;
}

function neighbour(by) {
  const rows = listOf(state.list ?? '')?.rows ?? [];
  const at = rows.findIndex((row) => row.id === state.id);
  return at < 0 ? null : rows[at + by];
}

function openMenu(kind) {
  const summary = document.querySelector(`.menu.${kind} summary`);
  summary?.click();
  summary?.focus();
}

const to = (row) => link(['leads', row.id], state.list === null ? {} : { in: state.list });

function move(by) {
  const row = neighbour(by);
  if (row) {
    go(to(row));
  }
}

function position() {
  const list = listOf(state.list ?? '');
  const at = list?.rows.findIndex((row) => row.id === state.id) ?? -1;
  const arrow = (by, icon, words) => {
    const row = neighbour(by);
    return row ? html`<a class="button quiet icon" href=${to(row)} aria-label=${words}><svg aria-hidden="true"><use href="#i-${icon}"/></svg></a>` : nothing;
  };
  return html`<p class="meta"><a class="name" href=${link(['leads'], new URLSearchParams(state.list ?? ''))}>${w.sheet.title}</a> ${at < 0 ? nothing : html`${w.record.position(at + 1, list.total ?? list.rows.length)} ${arrow(-1, 'left', w.record.previous)}${arrow(1, 'right', w.record.next)}`}</p>`;
}

const heading = (lead) => (lead.serviceRequested ? `${lead.name} - ${lead.serviceRequested}` : lead.name);

function head(lead) {
  const waits = lead.status === 'CREATED' && lead.attempts === 0;
  return html`<div class="tools head">${position()}<h1 tabindex="-1">${heading(lead)}</h1>${statusMenu(lead)}${ownerMenu(lead)}
    ${waits ? html`<span class="soft" title=${moment(lead.createdAt)}><svg aria-hidden="true"><use href="#i-clock"/></svg> ${w.record.firstCall(ago(lead.createdAt))}</span>` : nothing}</div>`;
}

function banners(lead) {
  const { suspended, transferTo, permitted } = lead;
  const [what, then] = suspended ? w.record.suspended[suspended.cause](suspended.missing.join(', ')) : [];
  return html`${suspended ? html`<div class="note is-warn banner" role="status"><svg aria-hidden="true"><use href="#i-warn"/></svg><p><b>${what}</b> ${then}</p>
      ${suspended.cause === 'INCOMPLETE' ? suspended.missing.map((name) => html`<button type="button" @click=${() => openField(lead.id, name)}>${w.record.addMissing(name)}</button>`) : nothing}
      ${suspended.cause === 'DUPLICATE' && lead.duplicateOf && permitted.edit === true ? html`<a class="button" href=${link(['leads', lead.duplicateOf])}>${w.record.lookAtOther}</a><button type="button" @click=${() => ignoreDuplicate(lead)}>${w.record.different}</button>` : nothing}
      ${permitted.release === true ? html`<button type="button" @click=${() => release(lead, 'person')}>${w.record.isPerson}</button><button type="button" @click=${() => release(lead, 'spam')}>${w.record.isSpam}</button>` : nothing}</div>` : nothing}
    ${transferTo ? html`<div class="note banner"><svg aria-hidden="true"><use href="#i-me"/></svg><p>${w.record.transfer(nameOf(transferTo, me()), null)}</p>
      ${['accept', 'decline', 'withdraw'].map((how) => (permitted[`${how}Transfer`] === true ? html`<button type="button" @click=${() => answerTransfer(lead, how)}>${w.record[how]}</button>` : nothing))}</div>` : nothing}`;
}

function appointment(lead) {
  const one = lead.appointment;
  return html`<section><h2>${w.record.appointment}</h2>${one
    ? html`<p>${moment(one.startsAt)}, ${w.record.appointmentState[one.state]}</p>${one.invoice ? html`<p class="meta">${one.invoice.amount} ${one.invoice.currency}</p>` : nothing}`
    : html`<p class="soft">${w.record.noAppointment}</p>`}
    ${lead.duplicates.length ? html`<h2>${w.record.duplicates}</h2><ul>${lead.duplicates.map((id, i) => html`<li><a href=${link(['leads', id])}>${w.record.duplicate(i + 1)}</a></li>`)}</ul>` : nothing}</section>`;
}

function view() {
  const lead = known(state.id)?.lead;
  if (state.gone) {
    return html`<main class="page stack empty"><h1 tabindex="-1">${w.record.gone}</h1><p class="soft">${w.record.goneWhy}</p><p><a class="button" href="#/leads">${w.record.back}</a></p></main>`;
  }
  if (!lead) {
    return html`<main class="page"><h1 tabindex="-1" class="vh">${w.loading}</h1><div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i><i></i></div></main>`;
  }
  if (state.shown !== lead) {
    // Whatever changed the lead has an entry.
    state.shown = lead;
    readHistory(lead.id);
  }
  return html`<main class="record">${head(lead)}${banners(lead)}
    <div class="rec">
      <div class="person" role="region" tabindex="0" aria-label=${w.record.person}>${person(lead)}${appointment(lead)}${drips(lead)}</div>
      <div class="work">${map(lead)}${centre(lead)}</div>
      <div class="hist" role="region" tabindex="0" aria-label=${w.history.title}>${history(lead)}${mails(lead)}</div>
    </div></main>`;
}

const screen = {
  land,
  title: () => {
    const lead = known(state.id)?.lead;
    return state.gone ? w.record.gone : lead ? heading(lead) : w.loading;
  },
  view,
  keys: {
    ...channelKeys,
    s: () => openMenu('status'),
    o: () => openMenu('owner'),
    '[': () => move(-1),
    ']': () => move(1),
  },
  close: () => {
    clearInterval(state.timer);
    state.id = null;
  },
};

addEventListener('leadmap-moved', () => state.id && refresh());
