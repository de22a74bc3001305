/** Triggers that wait until their lead is not suspended any more. */
import { html } from '../../vendor/lit-html.js';
import { day, moment } from '../../core/dates.js';
import { link } from '../../core/route.js';
import { practice } from '../../core/store.js';
import { automation } from '../../core/words-automation.js';
import { w } from '../../core/words.js';
import { paged, section } from './rows.js';

const list = paged('/held?limit=50');

/** Reads them anew. */
export const readHeld = list.again;

const named = (name, id) => practice(name)?.find((one) => one.id === id)?.name ?? id;

function action(one) {
  return one.emailLead ? automation.held.email(named('macros', one.emailLead)) : one.enrolDrip ? automation.held.drip(named('drips', one.enrolDrip)) : automation.held.notify;
}

const trigger = (one) => html`<p>${one.name}: ${one.actions.map(action).join(', ')}, <time datetime=${one.since} title=${moment(one.since)}>${automation.since(day(one.since))}</time></p>`;

const row = ({ lead, triggers }) => html`<li><div class="who"><a class="name" href=${link(['leads', lead.id])}>${lead.name}</a>${triggers.map(trigger)}</div>${lead.suspended ? html`<span class="warn"><svg aria-hidden="true"><use href="#i-warn"/></svg> ${w.suspension[lead.suspended]}</span>` : ''}</li>`;

/** @returns {any} */
export const held = () => section('held', automation.held.title, list, { row, none: automation.held.none, why: list.items()?.length ? automation.held.why : '' });
