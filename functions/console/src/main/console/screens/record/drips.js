/** The campaigns that write to the lead by themselves. */
import { html, nothing } from '../../vendor/lit-html.js';
import { moment } from '../../core/dates.js';
import { practice } from '../../core/store.js';
import { w } from '../../core/words.js';
import { act, may } from './commands.js';

function run(lead, one) {
  const stop = () => act(lead, { method: 'DELETE', path: `/drips/${encodeURIComponent(one.id)}`, about: one.name }, w.record.stopped(one.name));
  const going = one.state === 'active' || one.state === 'paused';
  return html`<p class="tools"><span>${w.record.drip(one.name, one.sent, w.record.dripState[one.state])}${one.nextAt ? html`<br><small>${w.record.nextMail(moment(one.nextAt))}</small>` : nothing}</span>${going && may(lead.permitted, 'edit') === true ? html`<button type="button" class="link push" @click=${stop}>${w.record.stop}<span class="vh"> ${one.name}</span></button>` : nothing}</p>`;
}

/** @param {object} lead @returns {any} */
export function drips(lead) {
  const running = new Set(lead.drips.filter((one) => one.state === 'active' || one.state === 'paused').map((one) => one.id));
  const others = (practice('drips') ?? []).filter((one) => one.active && !running.has(one.id) && (one.again || !lead.drips.some((had) => had.id === one.id)));
  const enrol = (event) => {
    const one = others.find((each) => each.id === event.target.value);
    event.target.value = '';
    act(lead, { path: `/drips/${encodeURIComponent(one.id)}`, body: {}, about: one.name }, w.record.enrolled(one.name));
  };
  return html`<section><h2>${w.record.drips}</h2>${lead.drips.length ? lead.drips.map((one) => run(lead, one)) : html`<p class="soft">${w.record.noDrips}</p>`}
    ${others.length && may(lead.permitted, 'edit') === true ? html`<select aria-label=${w.record.enrol} @change=${enrol}><option value="">${w.record.enrol}…</option>${others.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select>` : nothing}</section>`;
}
