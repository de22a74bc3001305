/** The first page: locally the demonstration's people. */
import { html, nothing } from '../vendor/lit-html.js';
import { demonstration, isLocal, signInLocally } from '../core/session.js';
import { changed } from '../core/store.js';
import { w } from '../core/words.js';

const state = { practices: null, failed: false };

async function load() {
  state.practices = [];
  state.practices = await demonstration();
  changed();
}

async function choose(practice, agent) {
  state.failed = !(await signInLocally(practice, agent));
  changed();
}

/**
 * @param {boolean} ended whether somebody was signed in until now
 * @returns {any}
 */
export function view(ended) {
  if (state.practices === null && isLocal()) {
    load();
  }
  return html`<main class="sign-in page">
    <p class="brand name"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 24V8m0 8h8m4 0h6"/><circle cx="26" cy="16" r="3"/></svg>${w.product}</p>
    <h1 tabindex="-1">${w.signIn.title}</h1>
    <p class="soft">${ended ? w.signIn.again : isLocal() ? w.signIn.local : w.signIn.deployed}</p>
    ${state.failed ? html`<p class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg><span>${w.signIn.failed}</span></p>` : nothing}
    ${(state.practices ?? []).map((practice) => html`<section aria-labelledby="p-${practice.id}">
      <h2 id="p-${practice.id}">${practice.name} <small>${practice.timeZone}</small></h2>
      <ul class="rows">${practice.people.map((person) => html`<li>
        <button type="button" class="person" @click=${() => choose(practice.id, person.id)} aria-label=${w.signIn.as(person.name)}>
          <span class="who"><b>${person.name}</b><span class="soft">${person.roles.map((role) => w.roles[role]).join(', ')}</span></span>
          <svg aria-hidden="true"><use href="#i-right"/></svg></button></li>`)}</ul>
    </section>`)}
  </main>`;
}
