/** The Mega Report: every number opens its leads; the panel pushes the report aside and covers nothing. */
import { html, nothing } from '../../vendor/lit-html.js';
import { read } from '../../core/api.js';
import { date, day, moment, today } from '../../core/dates.js';
import { look } from '../../core/look.js';
import { go, link } from '../../core/route.js';
import { changed, drawn, practice } from '../../core/store.js';
import { w } from '../../core/words.js';
import { statusWord } from '../sheet.js';

await look('reports');

const FILTERS = ['from', 'to', 'by', 'division', 'source', 'owner'];
const state = { query: null, report: null, failed: null, panel: null, rows: null, next: null, loading: false };

const question = () => new URLSearchParams([...state.query].filter(([name]) => FILTERS.includes(name)));

/**
 * @param {import('../../core/route.js').Route} route
 * @returns {import('../../app.js').Screen}
 */
export function open(route) {
  const before = state.query && question().toString();
  state.query = route.query;
  if (!state.query.has('from')) {
    state.query.set('from', `${today().slice(0, 5)}01-01`);
    state.query.set('to', today());
  }
  if (!state.query.has('by')) {
    state.query.set('by', 'month');
  }
  if (before !== question().toString() || state.failed) {
    load();
  }
  openPanel(state.query.get('row'), state.query.get('column'));
  return screen;
}

async function load() {
  const asked = question().toString();
  const answer = await read(`/reports/mega?${asked}`);
  if (asked === question().toString()) {
    Object.assign(state, answer.status === 200 ? { report: answer.body, failed: null } : { report: null, failed: answer });
    changed();
  }
}

async function openPanel(row, column) {
  const panel = row ? `${row} ${column} ${question()}` : null;
  if (panel === state.panel) {
    return;
  }
  Object.assign(state, { panel, rows: null, next: null });
  if (row) {
    await more(row, column);
    await drawn();
    document.getElementById('panel')?.focus();
  }
}

async function more(row, column) {
  const { panel } = state;
  state.loading = true;
  const query = question();
  const [from, to] = column === 'total' ? [query.get('from'), query.get('to')] : column.split('..');
  query.set('from', from);
  query.set('to', to);
  query.set('limit', '50');
  if (state.next) {
    query.set('cursor', state.next);
  }
  const answer = await read(`/reports/mega/${row}?${query}`);
  state.loading = false;
  if (panel === state.panel && answer.status === 200) {
    state.rows = [...(state.rows ?? []), ...answer.body.items];
    state.next = answer.body.next;
    changed();
  }
}

function set(parts) {
  const query = new URLSearchParams(state.query);
  Object.entries(parts).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
  go(link(['reports', 'mega'], query));
}

async function closePanel() {
  const id = `n-${state.query.get('row')}-${state.query.get('column')}`;
  set({ row: null, column: null });
  for (let i = 0; i < 10 && state.panel; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await drawn();
  document.getElementById(id)?.focus();
}

const named = (column) => (state.query.get('by') === 'month' ? day(`${column.from}T12:00:00Z`).replace(/^\d+ /, '') : day(`${column.from}T12:00:00Z`));

function number(row, count, column, words) {
  if (count === 0) {
    return html`<td><span class="soft">–<span class="vh"> ${w.none}</span></span></td>`;
  }
  const now = state.query.get('row') === row && state.query.get('column') === column;
  const query = new URLSearchParams(state.query);
  query.set('row', row);
  query.set('column', column);
  return html`<td aria-current=${now ? 'true' : nothing}><a id="n-${row}-${column}" href=${link(['reports', 'mega'], query)} aria-label="${count}, ${w.mega.behind(w.mega.rows[row], words)}">${count}</a></td>`;
}

function table(report) {
  return html`<div class="scroll" role="region" aria-label=${w.mega.title} tabindex="0"><table class="mega">
    <thead><tr><th scope="col">${w.mega.leads}</th>${report.columns.map((column) => html`<th scope="col" title="${date(column.from)} – ${date(column.to)}">${named(column)}</th>`)}<th scope="col">${w.mega.total}</th></tr></thead>
    <tbody>${report.rows.map((row) => html`<tr><th scope="row">${w.mega.rows[row.row]}<small>${w.mega.dates[row.row]}</small></th>${row.counts.map((count, i) => number(row.row, count, `${report.columns[i].from}..${report.columns[i].to}`, named(report.columns[i])))}${number(row.row, row.total, 'total', w.mega.total)}</tr>`)}</tbody></table></div>
    <p class="meta">${w.mega.notCounted}</p>`;
}

function select(name, words, all, list) {
  const now = state.query.get(name);
  return html`<p class="field"><label for="m-${name}">${words}</label><select id="m-${name}" @change=${(event) => set({ [name]: event.target.value, row: null, column: null })}><option value="">${all}</option>${(practice(list) ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === now}>${one.name}</option>`)}</select></p>`;
}

function filters() {
  const input = (name) => html`<p class="field"><label for="m-${name}">${w.mega[name]}</label><input id="m-${name}" type="date" .value=${state.query.get(name)} @change=${(event) => event.target.value && set({ [name]: event.target.value, row: null, column: null })}></p>`;
  return html`<div class="tools filters" role="group" aria-label=${w.sheet.filter}>${input('from')}${input('to')}
    ${select('division', w.mega.division, w.mega.allDivisions, 'divisions')}${select('source', w.mega.source, w.mega.allSources, 'sources')}${select('owner', w.mega.owner, w.mega.everyone, 'people')}
    <div class="field"><span class="label" id="m-by">${w.mega.columns}</span><div class="seg" role="group" aria-labelledby="m-by">${Object.entries(w.mega.by).map(([by, words]) => html`<button type="button" aria-pressed=${state.query.get('by') === by} @click=${() => set({ by, row: null, column: null })}>${words}</button>`)}</div></div></div>`;
}

const DATE = { additionalLeads: 'createdAt', additionalLeadsBooked: 'bookedAt', newClients: 'invoicedAt', lost: 'lostAt', cancelled: 'cancelledAt' };

function panel() {
  const row = state.query.get('row');
  const column = state.query.get('column');
  const words = column === 'total' ? w.mega.total : column.split('..').map(date).join(' – ');
  return html`<aside class="page side stack" aria-labelledby="panel" @keydown=${(event) => event.key === 'Escape' && closePanel()}>
    <div class="tools"><h2 id="panel" tabindex="-1">${w.mega.behind(w.mega.rows[row], words)}</h2><button type="button" class="quiet icon push" aria-label=${w.mega.closePanel} @click=${closePanel}><svg aria-hidden="true"><use href="#i-x"/></svg></button></div>
    ${state.rows === null ? html`<div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i></div>` : html`<p class="soft" role="status">${w.mega.count(state.rows.length)}${state.next ? '+' : ''} ${w.mega.dates[row]}</p>
      <ul class="rows">${state.rows.map((lead) => html`<li><div class="who">${lead.name ? html`<a class="name" href=${link(['leads', lead.id])}>${lead.name}</a>` : html`<i class="soft">${w.mega.erased}</i>`}<p>${lead.source?.name ?? ''}</p></div>${statusWord(lead)}<time datetime=${lead[DATE[row]]} title=${moment(lead[DATE[row]])}>${day(lead[DATE[row]])}</time></li>`)}</ul>
      ${state.next ? html`<p><button type="button" @click=${() => state.loading || more(row, column)}>${w.sheet.more}</button></p>` : nothing}`}</aside>`;
}

function view() {
  return html`<main class=${state.query.get('row') ? 'two' : ''}><div class="page">
    <div class="tools"><h1 tabindex="-1">${w.mega.title}</h1><button type="button" class="push" @click=${() => print()}>${w.mega.print}</button></div>
    ${filters()}
    ${state.failed ? html`<div class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg><p><b>${w.notLoaded}</b> ${state.failed.body?.detail ?? ''}</p><button type="button" @click=${load}>${w.again}</button></div>` : state.report ? table(state.report) : html`<div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i></div>`}
    </div>${state.query.get('row') ? panel() : nothing}</main>`;
}

const screen = { title: () => w.mega.title, view };
