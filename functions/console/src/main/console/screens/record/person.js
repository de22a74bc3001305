/** The person and the lead's own facts, each edited in place. */
import { html } from '../../vendor/lit-html.js';
import * as controls from '../../core/controls.js';
import { moment } from '../../core/dates.js';
import { fact } from '../../core/field.js';
import { changed, practice } from '../../core/store.js';
import { w } from '../../core/words.js';

const own = (key, kind, errors = []) => ({
  key,
  label: w.record.fields[key],
  value: (lead) => lead[key],
  patch: (value) => ({ [key]: value }),
  errors,
  ...kind,
});
const linked = (key, list) => ({
  ...own(key, controls.choice(() => practice(list) ?? [])),
  value: (lead) => lead[key]?.id ?? null,
  patch: (value) => ({ [`${key}Id`]: value }),
  errors: [`${key}Id`],
});

const PERSON = [own('firstName', controls.line()), own('lastName', controls.line()), own('phone', controls.line('tel'), ['phoneExtension']), own('email', controls.line('email')), own('address', controls.address()), own('dateOfBirth', controls.day())];
const LEAD = [own('serviceRequested', controls.line()), linked('source', 'sources'), linked('division', 'divisions'), own('comment', controls.lines())];
const KINDS = { number: controls.number, date: controls.day };

function custom(field) {
  const kind = field.kind === 'checkbox' ? (field.options.length ? controls.choices(field.options) : controls.flag()) : field.options.length ? controls.choice(() => field.options.map((option) => ({ id: option, name: option }))) : (KINDS[field.kind] ?? controls.line)();
  return { key: `custom.${field.key}`, label: field.label, value: (lead) => lead.custom[field.key] ?? null, patch: (value) => ({ custom: { [field.key]: value } }), ...kind };
}

const seen = { lead: null, keys: new Set(), timer: 0 };

/**
 * Marks what somebody else has changed, for a while.
 * @param {object} before
 * @param {object} now
 */
export function updates(before, now) {
  const differing = [...PERSON, ...LEAD].filter((field) => JSON.stringify(field.value(before)) !== JSON.stringify(field.value(now)));
  Object.assign(seen, { lead: now.id, keys: new Set(differing.map((field) => field.key)) });
  clearTimeout(seen.timer);
  seen.timer = setTimeout(() => {
    seen.keys = new Set();
    changed();
  }, 10_000);
}

const dated = (lead) => ['booked', 'invoiced', 'cancelled', 'lost'].filter((name) => lead[`${name}At`]).map((name) => html`<dt>${w.record.fields[name]}</dt><dd>${moment(lead[`${name}At`])}</dd>`);

/**
 * @param {object} lead
 * @returns {any} two lists of facts
 */
export function person(lead) {
  const readOnly = lead.permitted.edit !== true;
  const row = (field) => fact(lead, field, { readOnly, updated: seen.lead === lead.id && seen.keys.has(field.key) ? w.record.changedBy('') : null });
  const utm = Object.values(lead.utm.first ?? {}).join(' / ');
  const unnamed = !lead.firstName && !lead.lastName;
  return html`<section><h2>${w.record.person}</h2><dl class="facts">${unnamed ? row(own('name', controls.line())) : ''}${PERSON.map(row)}</dl></section>
    <section><h2>${w.record.lead}</h2><dl class="facts">${LEAD.map(row)}${(practice('fields') ?? []).map((field) => row(custom(field)))}
      <dt>${w.record.fields.firstContact}</dt><dd>${moment(lead.createdAt)}</dd>${dated(lead)}
      ${lead.lossReason ? html`<dt>${w.record.fields.lossReason}</dt><dd>${w.lossReasons[lead.lossReason] ?? lead.lossReason}</dd>` : ''}
      <dt>${w.record.fields.channel}</dt><dd>${w.record.channel[lead.channel]}</dd>
      ${utm ? html`<dt>${w.record.fields.utm}</dt><dd class="plain">${utm}</dd>` : ''}
      <dt>${w.record.fields.subscribed}</dt><dd>${w.record.subscribed[lead.subscribed]}</dd></dl></section>`;
}
