/** What an entry of the history says. */
import { html, nothing } from '../../vendor/lit-html.js';
import { textOf } from '../../core/clean.js';
import { practice } from '../../core/store.js';
import { entries } from '../../core/words-entries.js';
import { w } from '../../core/words.js';

const list = (name) => practice(name) ?? [];
const named = (name, id) => list(name).find((one) => one.id === id)?.name ?? id;
const tracks = () => list('maps').flatMap((map) => map.tracks);
const text = (value) => (value === null || value === undefined ? w.record.empty : Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? Object.values(value).filter(Boolean).join(', ') : String(value));

/** Fields whose values are names of the practice's lists. */
const LISTS = { divisionId: 'divisions', sourceId: 'sources' };

/** How the names in an entry are read today. */
const it = {
  noSubject: w.mails.noSubject,
  form: (id) => id,
  field: (name) => w.record.fields[name.replace(/Id$/, '')] ?? list('fields').find((one) => `custom.${one.key}` === name)?.label ?? name,
  value: (field, value) => text(value && LISTS[field] ? named(LISTS[field], value) : value),
  status: (status) => w.status[status] ?? status,
  lossReason: (reason) => w.lossReasons[reason] ?? reason,
  person: (id) => (id ? named('people', id) : w.nobody),
  suspension: (cause) => w.suspension[cause] ?? cause,
  outcome: (outcome) => w.centre.outcomes[outcome],
  plain: (markup) => textOf(markup).replaceAll(/\s+/g, ' '),
  drip: (id) => named('drips', id),
  map: (id) => named('maps', id),
  mapOutcome: (outcome) => w.map.outcome[outcome] ?? w.map.closed,
  track: (id) => tracks().find((one) => one.id === id)?.name ?? id,
  step: (id) => tracks().flatMap((track) => track.steps).find((one) => one.id === id)?.name ?? id,
  change: (kind) => entries.changes[kind] ?? kind,
};

/** A type that came after this release says itself in words: `linkIssued` is "link issued". */
const unlisted = (type) => type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** @param {object} entry @returns {any} what happened, without who and when */
export function sentence(entry) {
  const why = [entry.reason, entry.detail].filter(Boolean).join(', ');
  return html`${entries.said[entry.type]?.(entry, it) ?? unlisted(entry.type)}${why ? html` <span class="soft">${why}</span>` : nothing}`;
}
