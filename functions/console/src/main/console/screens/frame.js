/** What stands around every screen: where one can go, search, *Add lead*, messages, the account. */
import { html, nothing } from '../vendor/lit-html.js';
import { keysAreOn, switchKeys } from '../core/keys.js';
import { go, link } from '../core/route.js';
import { said, silence, troubles } from '../core/say.js';
import { isLocal, me, signOut } from '../core/session.js';
import { changed } from '../core/store.js';
import { w } from '../core/words.js';
import { newLeads, worksLeads } from './waiting.js';

let local = null;
let dialogs = null;

/** Opens *Add lead*, from any page. */
export async function openAdd() {
  const { openAddLead } = await import('./add-lead.js');
  openAddLead();
}

/** Opens the list of keys. */
export async function openKeys() {
  const { inform } = await (dialogs ??= import('../core/dialog.js'));
  inform(w.keys.title, html`<table class="keys"><tbody>${w.keys.list.map(([keys, does]) => html`<tr><th scope="row">${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</th><td>${does}</td></tr>`)}</tbody></table>
    <label><input type="checkbox" ?checked=${keysAreOn()} @change=${(event) => switchKeys(event.target.checked)}>${w.top.keysOn}</label>`);
}

function search(event) {
  event.preventDefault();
  const q = event.target.elements.q.value.trim();
  go(q ? link(['leads'], { q, suspended: 'any' }) : '#/leads');
}

function undo(action) {
  silence();
  action();
}

function message() {
  const now = said();
  return html`<p class="said" role="status">${now
    ? html`<span><svg aria-hidden="true" class=${now.kind === 'refused' ? 'warn' : ''}><use href="#i-${now.kind === 'refused' ? 'warn' : 'check'}"/></svg> ${now.text}</span>${now.undo ? html` <button type="button" class="link" @click=${() => undo(now.undo)}>${w.undo}</button>` : nothing}`
    : nothing}</p>`;
}

function trouble(one) {
  return html`<div class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg>
    <p><b>${one.offline ? w.trouble.offline : w.trouble.notSaved}</b> ${one.offline ? w.trouble.waits(one.about) : html`${w.trouble.stays(one.about)} <span aria-hidden="true">${w.trouble.retrying(one.left)}</span>`}${one.requestId ? html` <small>${w.trouble.request(one.requestId)}</small>` : nothing}</p>
    <button type="button" @click=${one.retry}>${w.trouble.now}</button></div>`;
}

function account() {
  return html`<details class="menu account"><summary class="button quiet"><svg aria-hidden="true"><use href="#i-me"/></svg><span class="extra">${me().name}</span><span class="vh">${w.top.account}</span><svg aria-hidden="true"><use href="#i-down"/></svg></summary>
    <div class="pop"><p><b>${me().name}</b><br><span class="soft">${me().practice.name}<br>${me().roles.map((role) => w.roles[role]).join(', ')}</span></p>
      <button type="button" class="quiet" @click=${openKeys}>${w.top.keys}<kbd class="push">?</kbd></button>
      <button type="button" class="quiet" @click=${signOut}>${w.top.signOut}</button></div></details>`;
}

const places = [
  { name: 'today', hash: '#/today', words: w.nav.today, count: newLeads },
  { name: 'leads', hash: '#/leads', words: w.nav.leads },
  { name: 'reports', hash: '#/reports/mega', words: w.nav.reports },
  { name: 'automation', hash: '#/automation', words: w.nav.automation, shown: worksLeads },
];

/**
 * @param {?import('../app.js').Screen} screen
 * @param {import('../core/route.js').Route} route
 * @returns {any} the whole page
 */
export function bar(screen, route) {
  if (isLocal() && local === null) {
    local = false;
    import('./local.js').then((module) => {
      local = module;
      changed();
    });
  }
  return html`${local ? local.view() : nothing}
    <header class="top">
      <a class="name brand" href="#/today"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 24V8m0 8h8m4 0h6"/><circle cx="26" cy="16" r="3"/></svg>${w.product}</a>
      <nav aria-label=${w.nav.main}>${places.filter((place) => place.shown?.() ?? true).map((place) => html`<a href=${place.hash} aria-current=${route.path[0] === place.name ? 'page' : nothing}>${place.words}${place.count?.() ? html` <small>${place.count()}<span class="vh"> ${w.nav.newLeads(place.count())}</span></small>` : nothing}</a>`)}</nav>
      ${message()}
      <form class="find" role="search" @submit=${search}><svg aria-hidden="true"><use href="#i-search"/></svg><input type="search" name="q" aria-label=${w.top.search} placeholder=${w.top.searchShort} autocomplete="off"><kbd>/</kbd></form>
      <button type="button" @click=${openAdd}><svg aria-hidden="true"><use href="#i-plus"/></svg><span>${w.top.add}<span class="extra">${w.top.lead}</span></span><kbd>a</kbd></button>
      ${account()}
    </header>
    ${troubles().length ? html`<div class="troubles">${troubles().map(trouble)}</div>` : nothing}
    ${screen ? screen.view() : html`<main class="page"><div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i></div></main>`}`;
}
