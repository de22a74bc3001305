/** Addresses that are kept from mail, and an administrator's lifting, with its reason. */
import { html, nothing } from '../../vendor/lit-html.js';
import { send } from '../../core/api.js';
import { day, moment } from '../../core/dates.js';
import { confirm } from '../../core/dialog.js';
import { reason } from '../../core/field.js';
import { link } from '../../core/route.js';
import { refuse, say } from '../../core/say.js';
import { automation } from '../../core/words-automation.js';
import { paged, section } from './rows.js';

const list = paged('/suppressions?limit=50');

/** Reads them anew. */
export const readSuppressed = list.again;

async function lift(one) {
  const chosen = await confirm({
    title: automation.liftTitle(one.email),
    body: html`<p class="soft">${automation.kinds[one.kind]}, ${automation.since(moment(one.since))}</p><p class="field"><label for="lift-reason">${automation.reason}</label><input id="lift-reason" name="reason" maxlength="200" data-first></p>`,
    verb: automation.lift,
    danger: false,
    check: (form) => (form.elements.reason.value.trim() ? null : automation.reasonNeeded),
  });
  if (!chosen) {
    return;
  }
  const answer = await send({ method: 'DELETE', path: `/suppressions/${encodeURIComponent(one.id)}`, body: { reason: chosen.get('reason') }, about: automation.lift });
  if (answer.status < 300) {
    say(automation.lifted(one.email));
  } else {
    refuse(reason(answer));
  }
  list.again();
}

const leads = (one) => one.leads.map((id, i) => html` · <a href=${link(['leads', id])}>${automation.lead(i + 1)}</a>`);

const row = (one) => html`<li><div class="who"><span class="name">${one.email}</span><p>${automation.kinds[one.kind]}: ${automation.what[one.kind]}${leads(one)}</p></div>
  <time datetime=${one.since} title=${moment(one.since)}>${automation.since(day(one.since))}</time>
  ${one.kind === 'complaint' ? html`<small class="stands">${automation.complaintStands}</small>` : html`<button type="button" @click=${() => lift(one)}>${automation.lift}<span class="vh"> ${one.email}</span></button>`}</li>`;

/** @returns {any} */
export const suppressed = () => section('suppressed', automation.suppressed, list, { row, none: automation.noneSuppressed, why: list.items()?.length ? automation.suppressedWhy : nothing });
