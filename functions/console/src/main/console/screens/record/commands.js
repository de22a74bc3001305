/** Commands on a lead that are chosen and not typed: status, owner, transfer. What they cause is asked of the API first. */
import { html, nothing } from '../../vendor/lit-html.js';
import { consult } from '../../core/api.js';
import { confirm } from '../../core/dialog.js';
import { reason } from '../../core/field.js';
import { refuse, say } from '../../core/say.js';
import { me } from '../../core/session.js';
import { command, practice, remember } from '../../core/store.js';
import { nameOf, w } from '../../core/words.js';

const STATUSES = ['CREATED', 'CONTACTED', 'BOOKED', 'CANCELLED', 'INVOICED', 'LOST', 'INVALID'];
const ASKED = new Set(['LOST', 'INVALID']);

/**
 * @param {object} permitted of a lead
 * @param {string} name of a command
 * @param {string} [target] where the answer differs by target
 * @returns {true|{why: string, detail: string}}
 */
export function may(permitted, name, target) {
  const answer = permitted[name];
  return answer !== undefined && answer !== true && answer.why === undefined ? (answer[target] ?? true) : (answer ?? true);
}

/**
 * Sends a command with the version that is shown; if somebody was faster, says what changed and leaves it to the person.
 * @param {object} lead
 * @param {object} what as for `command`
 * @param {string} done what to say then
 * @param {?() => void} [undo]
 * @returns {Promise<boolean>} whether it was done
 */
export async function act(lead, what, done, undo = null) {
  const answer = await command(lead.id, what);
  if (answer.status < 300) {
    say(done, undo);
    return true;
  }
  if (answer.status === 412) {
    remember(answer.body.current, answer.etag);
    const names = (answer.body.changed ?? []).map((name) => w.record.fields[name] ?? name).join(', ');
    refuse(w.command.changed(names, answer.body.changedBy?.name ?? w.record.other));
  } else {
    refuse(reason(answer));
  }
  return false;
}

/**
 * @param {object} dry the answer of a dry run
 * @returns {string[]} what would happen, in words
 */
export function effects(dry) {
  const words = dry.entries.map((entry) => w.command.effects[entry.type]).filter(Boolean);
  const mail = dry.mail?.length ? [w.command.mails(dry.mail.length)] : [];
  const todos = dry.todos?.length ? [w.command.todos(dry.todos.length)] : [];
  return [...new Set(words.filter((word) => !(mail.length && word === w.command.effects.emailQueued))), ...mail, ...todos];
}

/** @param {object} dry @returns {any} a list for a dialog */
export function effectList(dry) {
  const list = effects(dry);
  return html`<div><p class="label">${w.command.will}</p><ul class="dots">${(list.length ? list : [w.command.nothingElse]).map((one) => html`<li>${one}</li>`)}</ul>${dry.irreversible.length ? html`<p class="soft">${w.command.irreversible}</p>` : nothing}</div>`;
}

const reasons = () => [...Object.entries(w.lossReasons), ...(practice('lossReasons') ?? []).map((one) => [one.id, one.label])];

/** @returns {any} the controls that say why a lead is lost */
export const lossFields = () => html`<p class="field"><label for="loss">${w.command.lossReason}</label><select id="loss" name="lossReason" data-first><option value=""></option>${reasons().map(([id, words]) => html`<option value=${id}>${words}</option>`)}</select></p>
  <p class="field"><label for="loss-comment">${w.command.comment}</label><input id="loss-comment" name="comment"></p>`;

/** @param {HTMLFormElement} form @returns {?string} what is missing */
export function lossMissing(form) {
  const { lossReason, comment } = form.elements;
  return !lossReason.value ? w.command.reasonNeeded : lossReason.value === 'other' && !comment.value.trim() ? w.command.commentNeeded : null;
}

const label = (status) => w.status[status];

async function setStatus(lead, status) {
  const body = { status };
  const dry = await consult(`/leads/${lead.id}/status?dryRun=true`, status === 'LOST' ? { status, lossReason: 'noContact' } : body);
  const refused = dry.status === 200 ? dry.body.refused : dry.body;
  if (refused) {
    refuse(refused.errors?.[0]?.message ?? refused.detail ?? refused.title);
    return;
  }
  if (ASKED.has(status) || lead.status === 'INVOICED' || dry.body.irreversible.length) {
    const chosen = await confirm({
      title: w.command.statusTitle(lead.name, label(status)),
      body: html`${status === 'LOST' ? lossFields() : nothing}${effectList(dry.body)}`,
      verb: w.command.setTo(label(status)),
      check: status === 'LOST' ? lossMissing : undefined,
    });
    if (!chosen) {
      return;
    }
    if (status === 'LOST') {
      Object.assign(body, { lossReason: chosen.get('lossReason'), comment: chosen.get('comment') || null });
    }
  }
  const back = dry.body.irreversible.length || ASKED.has(lead.status) ? null : () => act(lead, { path: '/status', body: { status: lead.status }, about: label(lead.status) }, w.command.statusSaved(label(lead.status)));
  await act(lead, { path: '/status', body, about: label(status) }, w.command.statusSaved(label(status)), back);
}

/** Closes the menu that a choice was made in and gives the focus back to it. */
function chosen(event, action) {
  const menu = event.currentTarget.closest('details');
  menu.open = false;
  menu.querySelector('summary').focus();
  action();
}

function menu(kind, summary, name, entries) {
  const escape = (event) => event.key === 'Escape' && chosen(event, () => {});
  const away = (event) => !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget && (event.currentTarget.open = false);
  return html`<details class="menu left ${kind}" @keydown=${escape} @focusout=${away}><summary class="button" aria-label=${name}>${summary}<svg aria-hidden="true"><use href="#i-down"/></svg></summary><div class="pop">${entries}</div></details>`;
}

const entry = (allowed, words, action) => html`<button type="button" class="quiet" aria-disabled=${allowed === true ? nothing : 'true'} title=${allowed === true ? nothing : allowed.detail} @click=${(event) => (allowed === true ? chosen(event, action) : refuse(allowed.detail))}>${words}</button>`;

/** @param {object} lead @returns {any} its status, and where it may go */
export function statusMenu(lead) {
  const summary = html`<span class="st" data-s=${lead.status}><svg aria-hidden="true"><use href="#i-${lead.status.toLowerCase()}"/></svg>${lead.statusLabel}</span>`;
  const targets = STATUSES.filter((status) => status !== lead.status);
  return menu('status', summary, `${w.sheet.columns.status}: ${lead.statusLabel}`, targets.map((status) => entry(may(lead.permitted, 'status', status), html`<span class="st" data-s=${status}><svg aria-hidden="true"><use href="#i-${status.toLowerCase()}"/></svg>${label(status)}</span>`, () => setStatus(lead, status))));
}

function setOwner(lead, person, transfer = false) {
  const name = person ? nameOf(person, me()) : w.nobody;
  const back = transfer ? null : () => act(lead, { path: '/owner', body: { ownerId: lead.owner?.id ?? null }, about: w.record.owner }, w.command.ownerSaved(lead.owner ? nameOf(lead.owner, me()) : w.nobody));
  const body = transfer ? { ownerId: person.id, transfer: true } : { ownerId: person?.id ?? null };
  act(lead, { path: '/owner', body, about: w.record.owner }, transfer ? w.command.transferAsked(name) : w.command.ownerSaved(name), back);
}

/** @param {object} lead @returns {any} its owner, who else could be, and why not */
export function ownerMenu(lead) {
  const summary = html`<span><span class="soft">${w.record.owner}</span> ${lead.owner ? nameOf(lead.owner, me()) : w.nobody}</span>`;
  const allowed = may(lead.permitted, 'owner');
  if (allowed !== true) {
    return html`<button type="button" disabled class="owner" aria-describedby="owner-why"><svg aria-hidden="true"><use href="#i-lock"/></svg>${summary}</button><span class="soft" id="owner-why">${allowed.detail}</span>`;
  }
  const people = (practice('people') ?? []).filter((one) => one.active && one.id !== lead.owner?.id);
  return menu('owner', summary, `${w.record.owner}: ${lead.owner ? nameOf(lead.owner, me()) : w.nobody}`, html`
    ${people.map((one) => entry(true, nameOf(one, me()), () => setOwner(lead, one)))}
    ${lead.owner ? entry(true, w.nobody, () => setOwner(lead, null)) : nothing}
    ${may(lead.permitted, 'transfer') === true ? html`<p class="label">${w.command.ask}</p>${people.filter((one) => one.id !== me().id).map((one) => entry(true, w.command.transferTo(one.name), () => setOwner(lead, one, true)))}` : nothing}`);
}

/** @param {object} lead @param {'accept'|'decline'|'withdraw'} how */
export const answerTransfer = (lead, how) => act(lead, { path: `/transfer/${how}`, body: {}, about: w.record[how] }, w.command.transferEnded);

/** @param {object} lead @param {'person'|'spam'} as */
export const release = (lead, as) => act(lead, { path: '/release', body: { as }, about: w.suspension.SPAM }, w.record.released[as]);

/** @param {object} lead that is suspected to be a duplicate, and is not */
export const ignoreDuplicate = (lead) => act(lead, { path: `/duplicates/${encodeURIComponent(lead.duplicateOf)}/ignore`, body: {}, about: w.suspension.DUPLICATE }, w.record.parted);
