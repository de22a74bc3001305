/** The Lead Sheet: filters in the address, the built-in questions, rows that never move by themselves. */
import { html, nothing } from '../vendor/lit-html.js';
import { read } from '../core/api.js';
import { ago, day, moment, today } from '../core/dates.js';
import { moveBy } from '../core/keys.js';
import { cameBack, go, link, placeOn } from '../core/route.js';
import { refuse, say } from '../core/say.js';
import { me } from '../core/session.js';
import { changed, drawn, practice } from '../core/store.js';
import { nameOf, w } from '../core/words.js';
import { listOf, load, look, more, showOffered } from './lists.js';

const VIEWS = {
  uncontacted: 'status=CREATED&sort=created',
  lastWeek: 'created=lastWeek&never=booked&status=CREATED,CONTACTED',
  cancelled: 'booked=lastMonth&status=CANCELLED',
  thisYear: 'owner=me&created=thisYear&never=booked',
};
const COLUMNS = ['name', 'patient', 'status', 'source', 'division', 'owner', 'created', 'booked', 'invoiced', 'attempts', 'lastActivity', 'comment'];
const state = { query: '', editing: null, editor: null, timer: 0 };

const canonical = (query) => new URLSearchParams([...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : 1))).toString();
const filters = () => [...new URLSearchParams(state.query)].filter(([name]) => name !== 'sort');
const link2 = (query) => link(['leads'], new URLSearchParams(query));

/**
 * @param {import('../core/route.js').Route} route
 * @param {?import('../app.js').Screen} before which was shown
 * @returns {import('../app.js').Screen}
 */
export function open(route, before) {
  state.query = route.query.toString();
  state.editing = before === screen ? state.editing : null;
  clearInterval(state.timer);
  state.timer = setInterval(() => document.visibilityState === 'visible' && look(state.query), 30_000);
  // Coming back shows what was left, as it was left; the poll brings what is new.
  if (!(cameBack() && listOf(state.query))) {
    load(state.query, cameBack() ? placeOn(route.hash)?.rows : undefined);
  }
  return screen;
}

function set(name, value) {
  const query = new URLSearchParams(state.query);
  if (value) {
    query.set(name, value);
  } else {
    query.delete(name);
  }
  go(link2(query));
}

function sortBy(column) {
  const now = new URLSearchParams(state.query).get('sort') ?? '-created';
  set('sort', now === column ? `-${column}` : column);
}

/** A filter as people read it. */
function words(name, value) {
  const named = { owner: 'people', source: 'sources', division: 'divisions' }[name];
  return value.split(',').map((one) => {
    if (name === 'status') {
      return w.status[one] ?? one;
    }
    const known = named && one !== 'me' && one !== 'none' ? practice(named)?.find((item) => item.id === one)?.name : null;
    return known ?? w.sheet.values[one] ?? w.sheet.relative[one] ?? w.lossReasons[one] ?? one;
  }).join(', ');
}

function label(name) {
  const plain = name.replace(/(From|To)$/, '');
  return w.sheet.names[name] ?? (w.sheet.names[plain] ? `${w.sheet.names[plain]} ${name.endsWith('From') ? 'from' : 'to'}` : name);
}

async function edit(name) {
  state.editing = state.editing === name ? null : name;
  state.editor ??= await import('./filters.js');
  await drawn();
  document.querySelector('.filter [data-first]')?.focus();
}

function chip([name, value]) {
  return html`<span class="chip"><button type="button" aria-expanded=${state.editing === name} @click=${() => edit(name)}><span class="soft">${label(name)}:</span> ${words(name, value)}</button><button type="button" aria-label=${w.sheet.remove(label(name))} @click=${() => set(name, null)}><svg aria-hidden="true"><use href="#i-x"/></svg></button></span>`;
}

function head(column) {
  const now = new URLSearchParams(state.query).get('sort') ?? '-created';
  const sorted = now === column ? 'ascending' : now === `-${column}` ? 'descending' : null;
  return html`<th scope="col" aria-sort=${sorted ?? nothing} data-c=${column}><button type="button" @click=${() => sortBy(column)}>${w.sheet.columns[column]}${sorted ? html`<svg aria-hidden="true"><use href="#i-sort${sorted === 'ascending' ? '-up' : ''}"/></svg>` : nothing}</button></th>`;
}

/**
 * @param {{status: string, statusLabel: string}} lead
 * @returns {any} the glyph and the word
 */
export const statusWord = (lead) => html`<span class="st" data-s=${lead.status}><svg aria-hidden="true"><use href="#i-${lead.status.toLowerCase()}"/></svg>${lead.statusLabel}</span>`;

const when = (at, prefix = '') => (at ? html`<td data-l=${prefix || nothing}><time datetime=${at} title=${moment(at)}>${day(at)}</time></td>` : html`<td></td>`);

function row(one) {
  const target = link(['leads', one.id], state.query ? { in: state.query } : {});
  return html`<tr data-row=${one.id} data-s=${one.status}>
    <th scope="row"><a class="name" href=${target}>${one.name}</a>${one.suspended ? html` <span class="st warn"><svg aria-hidden="true"><use href="#i-warn"/></svg>${w.suspension[one.suspended]}</span>` : nothing}</th>
    <td>${one.patient ? one.patient.pmsId : nothing}</td>
    <td>${statusWord(one)}</td>
    <td>${one.source?.name ?? nothing}</td>
    <td>${one.division.name}</td>
    <td>${one.owner ? nameOf(one.owner, me()) : html`<span class="soft">${w.nobody}</span>`}</td>
    ${when(one.createdAt, w.sheet.created)}${when(one.bookedAt)}${when(one.invoicedAt)}
    <td data-l=${w.sheet.attempts} class="n">${one.attempts}</td>
    <td data-l=${w.sheet.last}><time datetime=${one.lastActivityAt} title=${moment(one.lastActivityAt)}>${ago(one.lastActivityAt)}</time></td>
    <td>${one.comment ?? nothing}</td></tr>`;
}

function empty() {
  const set1 = filters();
  return html`<div class="page stack empty"><p><b>${w.sheet.empty}</b></p>
    ${set1.length === 0 ? html`<p class="soft">${w.sheet.noneYet}</p>` : set1.map(([name, value]) => html`<button type="button" @click=${() => set(name, null)}>${w.sheet.clear(`${label(name)}: ${words(name, value)}`)}</button> `)}</div>`;
}

function failed(answer) {
  return html`<div class="page"><div class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg><p><b>${w.notLoaded}</b> ${answer.body?.errors?.[0]?.message ?? answer.body?.detail ?? ''}</p><button type="button" @click=${() => load(state.query)}>${w.again}</button></div></div>`;
}

async function exportCsv() {
  const answer = await read(`/leads?${state.query}`, { accept: 'text/csv' });
  if (answer.status !== 200) {
    refuse(answer.body?.detail ?? w.notLoaded);
    return;
  }
  const file = document.createElement('a');
  file.href = URL.createObjectURL(new Blob([answer.body], { type: 'text/csv' }));
  file.download = `leads-${today()}.csv`;
  file.click();
  URL.revokeObjectURL(file.href);
  say(w.sheet.exported);
}

function choose(event) {
  go(link2(VIEWS[event.target.value] ?? ''));
}

function view() {
  const list = listOf(state.query);
  const chosen = Object.keys(VIEWS).find((name) => canonical(VIEWS[name]) === canonical(state.query)) ?? (state.query ? 'own' : 'all');
  return html`<main class="sheet">
    <div class="tools"><h1 tabindex="-1">${w.sheet.title}</h1>
      <select aria-label=${w.sheet.view} @change=${choose}><option value="all" ?selected=${chosen === 'all'}>${w.sheet.all}</option>${Object.entries(w.sheet.views).map(([name, words]) => html`<option value=${name} ?selected=${chosen === name}>${words}</option>`)}${chosen === 'own' ? html`<option value="own" selected>${w.sheet.own}</option>` : nothing}</select>
      <span class="push soft" role="status">${list?.total !== null && list ? html`<b>${list.total}</b> ${list.orMore ? w.sheet.found1000 : w.sheet.found}` : nothing}</span>
      ${list?.offered.length ? html`<button type="button" class="link" @click=${() => showOffered(state.query)}>${w.sheet.offered(list.offered.length)}</button>` : nothing}
      <button type="button" class="extra" @click=${exportCsv}>${w.sheet.export}</button></div>
    <div class="tools chips">${filters().map(chip)}<button type="button" class="quiet" aria-expanded=${state.editing === '+'} @click=${() => edit('+')}><svg aria-hidden="true"><use href="#i-plus"/></svg>${w.sheet.filter}</button></div>
    ${state.editing && state.editor ? state.editor.filter(state.editing, new URLSearchParams(state.query), { set, pick: edit, close: () => edit(state.editing) }) : nothing}
    ${list?.failed ? failed(list.failed) : list && !list.loading && list.rows.length === 0 ? empty() : table(list)}
  </main>`;
}

function table(list) {
  return html`<div class="scroll" role="region" aria-label=${w.sheet.region} tabindex="0" data-place=${list?.rows.length ?? 0}>
    <table><thead><tr>${COLUMNS.map(head)}</tr></thead><tbody>${(list?.rows ?? []).map(row)}</tbody></table>
    ${list && list.rows.length === 0 ? html`<div class="skel page" role="status" aria-label=${w.loading}><i></i><i></i><i></i><i></i></div>` : nothing}
    ${list?.next ? html`<p class="tools more"><button type="button" aria-disabled=${list.loading ? 'true' : nothing} @click=${() => list.loading || more(state.query)}>${w.sheet.more}</button><span class="soft">${list.rows.length}</span></p>` : nothing}</div>`;
}

const screen = {
  title: () => w.sheet.title,
  view,
  keys: { j: () => moveBy(1), k: () => moveBy(-1) },
  close: () => clearInterval(state.timer),
  restore: async (place) => {
    for (let i = 0; i < 100 && listOf(state.query)?.loading; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await drawn();
    const region = document.querySelector('[data-place]');
    region?.scrollTo(0, place.scroll);
    scrollTo(0, place.scroll);
    (document.querySelector(`[data-row="${place.row}"] .name`) ?? document.querySelector('h1'))?.focus({ preventScroll: true });
  },
};

addEventListener('leadmap-moved', () => look(state.query));
