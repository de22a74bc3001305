/** *Add lead*, from any page: who is here already is looked for before a second lead is made. */
import { html, nothing } from '../vendor/lit-html.js';
import { read, send } from '../core/api.js';
import { show } from '../core/dialog.js';
import { go, link } from '../core/route.js';
import { say } from '../core/say.js';
import { me } from '../core/session.js';
import { command, onChange, practice, remember } from '../core/store.js';
import { nameOf, w } from '../core/words.js';
import { forgetLists } from './lists.js';

const LISTS = ['sources', 'divisions', 'people', 'maps'];

/** What a lead may be when it is added, besides new; what ends one asks for more. */
const STATUSES = ['CONTACTED', 'BOOKED', 'CANCELLED'];

/** Opens the dialog; what it answers is one lead, however often it is sent. */
export function openAddLead() {
  LISTS.forEach(practice);
  const state = { found: {}, errors: [], busy: false };
  const shown = show((close) => form(state, close, () => shown.draw()), 'dialog-title');
  document.querySelector('dialog[open]').classList.add('wide');
  onChange(() => document.querySelector('dialog[open] #add-first') && shown.draw());
}

async function lookFor(event, state, draw) {
  const { name, value } = event.target;
  const q = value.trim();
  const answer = q.length > 4 ? await read(`/leads?${new URLSearchParams({ q, suspended: 'any', limit: 3 })}`) : null;
  if (event.target.value === value) { // else a later answer is on its way
    state.found[name] = answer?.status === 200 ? answer.body.items : [];
    draw();
  }
}

async function save(event, state, close, draw) {
  event.preventDefault();
  if (state.busy) {
    return;
  }
  const how = event.submitter?.value ?? 'save';
  const typed = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  const known = practice('sources')?.find((source) => source.name.toLowerCase() === typed.sourceName?.toLowerCase());
  if (known) {
    delete typed.sourceName;
    typed.sourceId = known.id;
  }
  if (typed.firstContactAt) {
    typed.firstContactAt = new Date(typed.firstContactAt).toISOString();
  }
  Object.assign(state, { busy: true, errors: [] });
  draw();
  const answer = await send({ method: 'POST', path: '/leads', body: typed, about: w.add.title });
  state.busy = false;
  if (answer.status !== 201) {
    state.errors = answer.body?.errors ?? [{ field: '', message: answer.body?.detail ?? answer.body?.title ?? w.notLoaded }];
    draw();
    document.querySelector('dialog[open] [aria-invalid=true]')?.focus();
    return;
  }
  remember(answer.body, answer.etag);
  forgetLists();
  close(null);
  say(w.add.saved(answer.body.name));
  if (how === 'speaking') {
    await command(answer.body.id, { path: '/calls', body: { outcome: 'reached' }, about: w.centre.logCall, blind: true });
  }
  go(link(['leads', answer.body.id], how === 'call' ? { do: 'call' } : {}));
}

/** Leads that have the phone or the email that was typed. */
function there(state, close) {
  const found = new Map(Object.values(state.found).flat().map((lead) => [lead.id, lead]));
  return found.size ? html`<div class="note is-warn" role="status"><p><b>${w.add.there}</b></p>${[...found.values()].map((lead) => html`<a class="button" href=${link(['leads', lead.id])} @click=${() => close(null)}>${w.add.openThat(lead.name)} <span class="soft">${lead.statusLabel}, ${lead.owner ? w.add.owned(nameOf(lead.owner, me())) : w.nobody}</span></a>`)}</div>` : nothing;
}

function form(state, close, draw) {
  const wrong = (name) => state.errors.find((error) => error.field === name || error.field === `${name}Id`);
  const field = (name, words, { type = 'text', all = false, first = false, look = false, list = null } = {}) => {
    const error = wrong(name);
    return html`<p class="field ${all ? 'all' : ''}"><label for="add-${name}">${words}</label><input id=${first ? 'add-first' : `add-${name}`} aria-label=${first ? words : nothing} name=${name} type=${type} list=${list ?? nothing} autocomplete="off" ?autofocus=${first} aria-invalid=${error ? 'true' : nothing} aria-describedby="add-${name}-e" @blur=${look ? (event) => lookFor(event, state, draw) : nothing}>${error ? html`<span class="bad" id="add-${name}-e">${error.message}</span>` : nothing}</p>`;
  };
  const pick = (name, words, options, none) => html`<p class="field"><label for="add-${name}">${words}</label><select id="add-${name}" name=${name}><option value="">${none}</option>${options.map(([id, text]) => html`<option value=${id}>${text}</option>`)}</select></p>`;
  const named = (list) => (practice(list) ?? []).map((one) => [one.id, one.name]);
  const unplaced = state.errors.filter((error) => !['firstName', 'lastName', 'name', 'phone', 'email', 'serviceRequested', 'comment'].includes(error.field));
  return html`<form class="panel" novalidate @submit=${(event) => save(event, state, close, draw)}><h2 class="h1" id="dialog-title">${w.add.title}</h2>
    <div class="grid">${field('firstName', w.add.firstName, { first: true })}${field('lastName', w.add.lastName)}${field('phone', w.add.phone, { type: 'tel', look: true })}${field('email', w.add.email, { type: 'email', look: true })}</div>
    ${there(state, close)}
    <div class="grid">${field('serviceRequested', w.add.service)}${field('sourceName', w.add.source, { list: 'add-sources' })}<datalist id="add-sources">${named('sources').map(([, name]) => html`<option value=${name}></option>`)}</datalist>
      ${pick('divisionId', w.add.division, named('divisions'), w.add.ordinary)}${pick('ownerId', w.add.owner, named('people'), w.nobody)}${pick('mapId', w.add.map, named('maps'), w.add.ordinary)}${pick('status', w.add.status, STATUSES.map((status) => [status, w.status[status]]), w.status.CREATED)}${field('name', w.add.name)}${field('firstContactAt', w.add.came, { type: 'datetime-local' })}${field('comment', w.add.comment, { all: true })}</div>
    ${unplaced.length ? html`<p class="bad" role="alert"><svg aria-hidden="true"><use href="#i-late"/></svg> ${unplaced.map((error) => error.message).join(' ')}</p>` : nothing}
    <div class="tools"><button type="button" @click=${() => close(null)}>${w.cancel}</button><span class="push"></span><button type="submit" value="call" aria-disabled=${state.busy ? 'true' : nothing}>${w.add.call}</button><button type="submit" value="speaking" aria-disabled=${state.busy ? 'true' : nothing}>${w.add.speaking}</button><button type="submit" value="save" class="main" aria-disabled=${state.busy ? 'true' : nothing}>${w.add.save}</button></div></form>`;
}
