/** The kinds of value that are edited in place: how each is shown, typed and read. */
import { html } from '../vendor/lit-html.js';
import { date } from './dates.js';
import { w } from './words.js';

const first = (box) => box.querySelector('[data-part]');
const trimmed = (text) => (text.trim() === '' ? null : text.trim());

/** One line of text. @param {string} [type] of the input */
export const line = (type = 'text') => ({
  show: (value) => String(value),
  control: (value, id) => html`<input type=${type} data-part .value=${value ?? ''} aria-labelledby=${id} aria-describedby="${id}-e" autocomplete="off">`,
  read: (box) => trimmed(first(box).value),
});

/** Several lines of text; Ctrl+Enter saves. */
export const lines = () => ({
  ...line(),
  show: (value) => html`<span class="lines">${value}</span>`,
  control: (value, id) => html`<textarea data-part .value=${value ?? ''} aria-labelledby=${id} aria-describedby="${id}-e" rows="3"></textarea>`,
});

/** A number. */
export const number = () => ({
  ...line('number'),
  control: (value, id) => html`<input type="number" step="any" data-part .value=${value ?? ''} aria-labelledby=${id} aria-describedby="${id}-e">`,
  read: (box) => (first(box).value === '' ? null : Number(first(box).value)),
});

/** A date without a time. */
export const day = () => ({
  ...line('date'),
  show: (value) => date(value),
  control: (value, id) => html`<input type="date" data-part .value=${value ?? ''} aria-labelledby=${id} aria-describedby="${id}-e">`,
});

/**
 * One of several.
 * @param {() => {id: string, name: string}[]} options
 */
export const choice = (options) => ({
  show: (value) => options().find((option) => option.id === value)?.name ?? value,
  control: (value, id) => html`<select data-part aria-labelledby=${id} aria-describedby="${id}-e" @change=${(event) => event.target.blur()}>
    <option value="" ?selected=${value === null}></option>
    ${options().map((option) => html`<option value=${option.id} ?selected=${option.id === value}>${option.name}</option>`)}</select>`,
  read: (box) => first(box).value || null,
});

/** Yes, no, or not said. */
export const flag = () => {
  const kind = choice(() => [true, false].map((said) => ({ id: String(said), name: w.said[said] })));
  const typed = (value) => (value === null ? null : String(value));
  return {
    show: (value) => kind.show(typed(value)),
    control: (value, id) => kind.control(typed(value), id),
    read: (box) => (kind.read(box) === null ? null : kind.read(box) === 'true'),
  };
};

/** Some of several. @param {string[]} options */
export const choices = (options) => ({
  show: (value) => [value].flat().join(', '),
  control: (value, id) => html`<span role="group" aria-labelledby=${id} class="choices">${options.map((option) => html`<label><input type="checkbox" data-part value=${option} ?checked=${[value ?? []].flat().includes(option)}>${option}</label>`)}</span>`,
  read: (box) => {
    const chosen = [...box.querySelectorAll('[data-part]:checked')].map((one) => one.value);
    return chosen.length === 0 ? null : chosen;
  },
});

const PARTS = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'];

/** A postal address. */
export const address = () => ({
  show: (value) => PARTS.map((part) => value[part]).filter(Boolean).join(', '),
  control: (value, id) => html`<span role="group" aria-labelledby=${id} class="address">${PARTS.map((part) => html`<label class="field"><span class="label">${w.record.address[part]}</span><input data-part name=${part} .value=${value?.[part] ?? ''}></label>`)}</span>`,
  read: (box) => {
    const parts = Object.fromEntries([...box.querySelectorAll('[data-part]')].map((one) => [one.name, one.value.trim()]));
    return Object.values(parts).every((part) => part === '') ? null : parts;
  },
});
