/** What the parts of Automation share: a list that is read page by page. */
import { html, nothing } from '../../vendor/lit-html.js';
import { read } from '../../core/api.js';
import { changed } from '../../core/store.js';
import { automation } from '../../core/words-automation.js';
import { w } from '../../core/words.js';

/**
 * A list of the API, read when it is first asked for.
 * @param {string} path with its query
 * @returns {{items: () => ?object[], more: () => boolean, again: () => Promise<void>, next: () => Promise<void>, failed: () => ?object}}
 */
export function paged(path) {
  const state = { items: null, next: null, failed: null, busy: false };
  const page = async (cursor) => {
    if (state.busy) {
      return;
    }
    state.busy = true;
    const answer = await read(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    state.busy = false;
    if (answer.status === 200) {
      Object.assign(state, { items: [...(cursor ? state.items : []), ...answer.body.items], next: answer.body.next, failed: null });
    } else {
      state.failed = answer;
    }
    changed();
  };
  return { items: () => state.items, more: () => state.next !== null, failed: () => state.failed, again: () => page(null), next: () => page(state.next) };
}

/** @returns {any} what stands where a list is still being read */
export const waits = () => html`<div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i></div>`;

/** @param {?object} answer @param {() => void} again @returns {any} */
export const notLoaded = (answer, again) => html`<div class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg><p><b>${w.notLoaded}</b> ${answer.body?.detail ?? ''}</p><button type="button" @click=${again}>${w.again}</button></div>`;

/**
 * @param {string} id of its heading
 * @param {string} title
 * @param {ReturnType<typeof paged>} list
 * @param {{row: (item: object) => any, none: string, why?: string}} words
 * @returns {any} the section that shows a list
 */
export function section(id, title, list, { row, none, why }) {
  const items = list.items();
  return html`<section aria-labelledby=${id}><h2 id=${id}>${title}${items ? html` <small>${automation.count(items.length, list.more())}</small>` : nothing}</h2>${why ? html`<p class="soft">${why}</p>` : nothing}
    ${list.failed() ? notLoaded(list.failed(), list.again) : items === null ? waits() : items.length === 0 ? html`<p class="soft">${none}</p>` : html`<ul class="rows">${items.map(row)}</ul>`}
    ${list.more() ? html`<p><button type="button" @click=${list.next}>${automation.more}</button></p>` : nothing}</section>`;
}
