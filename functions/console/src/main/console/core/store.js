/**
 * What has been read, in memory with its ETags, and what has been typed but not sent, in `sessionStorage` under the practice
 * and the person. Nothing personal is kept longer than the tab.
 */
import { connect, read, send } from './api.js';
import { mine } from './session.js';

const answers = new Map();
const leads = new Map();
const queues = new Map();
const watchers = new Set();
let drawing = false;

/** @param {() => void} draw called once after any number of changes */
export function onChange(draw) {
  watchers.add(draw);
}

/** Says that something that is shown has changed. */
export function changed() {
  if (!drawing) {
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      watchers.forEach((draw) => draw());
    });
  }
}

/** @returns {Promise<void>} after the next drawing */
export function drawn() {
  changed();
  return new Promise((done) => queueMicrotask(() => queueMicrotask(done)));
}

/**
 * Reads and remembers; an unchanged answer is taken from memory.
 * @param {string} path
 * @returns {Promise<import('./api.js').Answer>}
 */
export async function fresh(path) {
  const known = answers.get(path);
  const answer = await read(path, { etag: known?.etag });
  if (answer.status === 304) {
    return known;
  }
  if (answer.status === 200) {
    answers.set(path, answer);
  }
  return answer;
}

/**
 * A list of the practice's configuration, whole; read once and kept.
 * @param {string} name such as `people`
 * @returns {any} null until it is there
 */
export function practice(name) {
  const known = answers.get(name);
  if (known === undefined) {
    answers.set(name, null);
    load(name);
  }
  return known ?? null;
}

async function load(name) {
  const path = name === 'macros' ? '/macros' : `/practice/${name}`;
  const first = await read(name === 'settings' ? path : `${path}?limit=200`);
  if (first.status !== 200) {
    answers.delete(name);
    return;
  }
  answers.set(name, first.body.items ?? first.body);
  changed();
}

/** @param {string} name what was changed and must be read again */
export function forgetPractice(name) {
  answers.delete(name);
}

/**
 * @param {string} id
 * @returns {?{lead: object, etag: string}} the lead as it was last read
 */
export const known = (id) => leads.get(id) ?? null;

/**
 * @param {object} lead as the API answered it
 * @param {string} etag
 */
export function remember(lead, etag) {
  leads.set(lead.id, { lead, etag });
  changed();
}

/**
 * Reads a lead, by its ETag where it is known.
 * @param {string} id
 * @returns {Promise<number>} the status; 304 where nothing has changed
 */
export async function readLead(id) {
  const before = leads.get(id);
  const answer = await read(`/leads/${encodeURIComponent(id)}`, { etag: before?.etag });
  // A command may have been answered meanwhile; what it answered is newer.
  if (answer.status === 200 && leads.get(id) === before) {
    remember(answer.body, answer.etag);
  }
  return answer.status;
}

/**
 * Sends a command on a lead after those that were given before it, with the ETag that the one before was answered with.
 * @param {string} id
 * @param {{method?: string, path?: string, body?: object, about: string, blind?: boolean, etag?: string}} command `path` below
 *   the lead's own; `blind`: it adds something and applies to whatever the lead is by then; `etag`: what was shown, if it is not the lead
 * @returns {Promise<import('./api.js').Answer>}
 */
export function command(id, { method = 'POST', path = '', body, about, blind = false, etag = null }) {
  const run = async () => {
    const answer = await send({
      method,
      path: `/leads/${encodeURIComponent(id)}${path}`,
      body,
      about,
      etag: blind ? null : (etag ?? leads.get(id)?.etag),
    });
    if (answer.status === 200 && answer.body?.id === id) {
      remember(answer.body, answer.etag);
    }
    return answer;
  };
  const result = (queues.get(id) ?? Promise.resolve()).then(run);
  queues.set(id, result.catch(() => {}));
  return result;
}

/* ---- What waits to be sent ---- */

const outbox = () => JSON.parse(sessionStorage.getItem(`${mine()}outbox`) ?? '[]');

function setOutbox(commands) {
  if (commands.length === 0) {
    sessionStorage.removeItem(`${mine()}outbox`);
  } else {
    sessionStorage.setItem(`${mine()}outbox`, JSON.stringify(commands));
  }
}

connect({
  keep: (one) => setOutbox([...outbox().filter((other) => other.key !== one.key), one]),
  drop: (one) => setOutbox(outbox().filter((other) => other.key !== one.key)),
});

/**
 * Sends what a reload left unsent, in its order and under its keys.
 * @param {(about: string, answer: object) => void} tell what became of each
 */
export async function sendWhatWaits(tell) {
  for (const one of outbox()) {
    tell(one.about, await send(one));
  }
}

/* ---- What is being typed ---- */

/**
 * @param {string} name such as a lead's id and a channel
 * @returns {object} the draft, empty where there is none
 */
export function draft(name) {
  return JSON.parse(sessionStorage.getItem(`${mine()}draft.${name}`) ?? '{}');
}

/**
 * @param {string} name
 * @param {?object} value null removes it
 */
export function setDraft(name, value) {
  const key = `${mine()}draft.${name}`;
  if (value && Object.values(value).some((part) => part !== '' && part !== null)) {
    sessionStorage.setItem(key, JSON.stringify(value));
  } else {
    sessionStorage.removeItem(key);
  }
}
