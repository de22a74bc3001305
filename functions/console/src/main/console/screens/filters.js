/** What a filter of the Lead Sheet is chosen with; every choice goes to the address. */
import { html, nothing } from '../vendor/lit-html.js';
import { practice } from '../core/store.js';
import { w } from '../core/words.js';

const DATES = ['created', 'booked', 'invoiced', 'cancelled', 'lost'];
const NAMES = ['status', 'owner', 'source', 'division', ...DATES, 'never', 'suspended', 'transferTo', 'appointment', 'q'];

const named = (list) => (practice(list) ?? []).map((one) => [one.id, one.name]);
const OPTIONS = {
  status: () => Object.entries(w.status),
  owner: () => [['me', w.sheet.values.me], ['none', w.sheet.values.none], ...named('people')],
  source: () => [['none', w.sheet.values.none], ...named('sources')],
  division: () => named('divisions'),
  never: () => [['booked', w.sheet.values.booked], ['invoiced', w.sheet.values.invoiced]],
};
const ONE = {
  suspended: ['any', 'none', 'INCOMPLETE', 'DUPLICATE', 'SPAM'],
  transferTo: ['me'],
  appointment: ['none'],
};

/**
 * @param {string} name of the filter, or `+` to choose one
 * @param {URLSearchParams} query
 * @param {{set: Function, pick: Function, close: Function}} how
 * @returns {any}
 */
export function filter(name, query, { set, pick, close }) {
  const escape = (event) => event.key === 'Escape' && close();
  const shown = name.replace(/(From|To)$/, '');
  const base = name === 'transferTo' ? name : DATES.includes(shown) ? shown : name;
  return html`<div class="filter" role="group" aria-label=${w.sheet.names[base] ?? w.sheet.filter} @keydown=${escape}>
    ${name === '+' ? NAMES.map((one, i) => html`<button type="button" class="quiet" ?data-first=${i === 0} @click=${() => pick(one)}>${w.sheet.names[one]}</button>`) : body(base, query, set)}
    <button type="button" class="quiet icon push" aria-label=${w.close} @click=${close}><svg aria-hidden="true"><use href="#i-x"/></svg></button></div>`;
}

function body(name, query, set) {
  const now = query.get(name);
  if (OPTIONS[name]) {
    const chosen = (now ?? '').split(',').filter(Boolean);
    return OPTIONS[name]().map(([id, words], i) => html`<label><input type="checkbox" ?data-first=${i === 0} .checked=${chosen.includes(id)} @change=${(event) => set(name, (event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id)).join(','))}>${words}</label>`);
  }
  if (ONE[name]) {
    return ONE[name].map((id, i) => html`<label><input type="radio" name=${name} ?data-first=${i === 0} .checked=${now === id} @change=${() => set(name, id)}>${w.sheet.values[id]}</label>`);
  }
  if (DATES.includes(name)) {
    return dates(name, query, set);
  }
  return html`<form class="tools" @submit=${(event) => {
    event.preventDefault();
    set(name, event.target.elements.value.value.trim());
  }}><label class="field"><span class="label">${w.sheet.names[name]}</span><input name="value" data-first .value=${now ?? ''}></label><button type="submit">${w.sheet.apply}</button></form>`;
}

function dates(name, query, set) {
  const choose = (event) => set(name, event.target.value);
  return html`${Object.entries(w.sheet.relative).map(([id, words], i) => html`<label><input type="radio" name=${name} value=${id} ?data-first=${i === 0} .checked=${query.get(name) === id} @change=${choose}>${words}</label>`)}
    ${['From', 'To'].map((end) => html`<label class="field"><span class="label">${w.mega[end.toLowerCase()]}</span><input type="date" .value=${query.get(name + end) ?? ''} @change=${(event) => set(name + end, event.target.value)}></label>`)}
    ${nothing}`;
}
