/** The rows of the Lead Sheet by their query, kept so that Back shows the same ones and a record knows its neighbours. */
import { read } from '../core/api.js';
import { changed } from '../core/store.js';

/** @typedef {{rows: object[], next: ?string, total: ?number, orMore: boolean, offered: object[], loading: boolean, failed: ?object}} List */

const lists = new Map();
const PAGE = 50;

/** @param {string} query as in the address @returns {?List} */
export const listOf = (query) => lists.get(query) ?? null;

const path = (query, more) => `/leads?${new URLSearchParams([...new URLSearchParams(query), ...Object.entries(more)])}`;

/**
 * Reads a list anew; what was shown stays until the answer is there.
 * @param {string} query
 * @param {number} [rows] how many to show at least
 * @returns {Promise<List>}
 */
export async function load(query, rows = PAGE) {
  const list = lists.get(query) ?? { rows: [], next: null, total: null, orMore: false, offered: [], loading: true, failed: null };
  list.loading = true;
  lists.set(query, list);
  changed();
  const answer = await read(path(query, { total: 'true', limit: Math.min(200, Math.max(PAGE, rows)) }));
  list.loading = false;
  if (answer.status === 200) {
    Object.assign(list, { rows: answer.body.items, next: answer.body.next, total: answer.body.total, orMore: answer.body.orMore, offered: [], failed: null });
    while (list.next && list.rows.length < rows) {
      await more(query);
    }
  } else {
    list.failed = answer;
  }
  changed();
  return list;
}

/** @param {string} query of which the next page is added @returns {Promise<void>} */
export async function more(query) {
  const list = lists.get(query);
  list.loading = true;
  changed();
  const answer = await read(path(query, { limit: PAGE, cursor: list.next }));
  list.loading = false;
  if (answer.status === 200) {
    const there = new Set(list.rows.map((row) => row.id));
    list.rows = [...list.rows, ...answer.body.items.filter((row) => !there.has(row.id))];
    list.next = answer.body.next;
  } else {
    list.next = null;
    list.failed = answer;
  }
  changed();
}

/**
 * Looks for rows that are not shown yet. They wait behind a button: nothing moves under the pointer.
 * @param {string} query
 */
export async function look(query) {
  const list = lists.get(query);
  if (!list || list.loading || list.failed) {
    return;
  }
  const answer = await read(path(query, { limit: PAGE, total: 'true' }));
  if (answer.status !== 200) {
    return;
  }
  const now = new Map(answer.body.items.map((row) => [row.id, row]));
  list.rows = list.rows.map((row) => now.get(row.id) ?? row);
  const there = new Set(list.rows.map((row) => row.id));
  const reach = list.next ? list.rows.length : Infinity;
  list.offered = answer.body.items.slice(0, reach).filter((row) => !there.has(row.id));
  list.total = answer.body.total;
  changed();
}

/** @param {string} query whose new rows are shown now */
export function showOffered(query) {
  return load(query, lists.get(query).rows.length + 1);
}

/** Forgets every list; the next time each is read anew. */
export function forgetLists() {
  lists.clear();
}
