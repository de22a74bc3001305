/** The bar that only a console on this machine has: the clock, which can be moved, and the mailbox. */
import { html, nothing } from '../vendor/lit-html.js';
import { moment, now, setNow } from '../core/dates.js';
import { say } from '../core/say.js';
import { changed } from '../core/store.js';
import { w } from '../core/words.js';

const state = { known: false, moving: false, moved: new Set() };

/** Reads the runner's clock; it may have been moved from another page. */
export async function follow() {
  const answer = await fetch('/_local/clock', { headers: { Accept: 'application/json' } });
  if (answer.ok) {
    setNow((await answer.json()).now);
    state.known = true;
    changed();
  }
}

async function move(event) {
  event.preventDefault();
  if (state.moving) {
    return;
  }
  state.moving = true;
  changed();
  const answer = await fetch('/_local/clock', { method: 'POST', headers: { Accept: 'application/json' }, body: JSON.stringify({ advance: event.target.elements.by.value }) });
  state.moving = false;
  if (answer.ok) {
    setNow((await answer.json()).now);
    say(w.clock.moved(moment(now())));
    dispatchEvent(new Event('leadmap-moved'));
  }
}

setInterval(changed, 30_000);

/** @returns {any} nothing until the clock is known */
export function view() {
  if (!state.known) {
    return nothing;
  }
  return html`<aside class="local tools" aria-label=${w.clock.bar}>
    <span><svg aria-hidden="true"><use href="#i-clock"/></svg> <b>${moment(now())}</b></span>
    <form class="tools" @submit=${move}><select name="by" aria-label=${w.clock.forward}>${Object.entries(w.clock.by).map(([by, words]) => html`<option value=${by}>+ ${words}</option>`)}</select>
      <button type="submit" aria-disabled=${state.moving ? 'true' : nothing}>${w.clock.move}</button></form>
    <a class="push" href="/_local/mail" target="_blank" rel="noopener">${w.clock.mailbox}</a><a class="extra" href="/" target="_blank" rel="noopener">${w.clock.start}</a>
  </aside>`;
}
