/**
 * Who works here. The token lives in memory; what is needed to get the next one rests in `sessionStorage` and goes with the
 * tab (console.md, section 3). Locally a person is chosen from the demonstration; an OpenID Connect issuer is named by
 * `config.json` in a deployed console.
 */
import { connect, read } from './api.js';

const WHO = 'leadmap.who';
const TAB = 'leadmap.tab';
const state = { config: null, token: null, me: null, who: null, was: null, waiting: [] };
const channel = new BroadcastChannel('leadmap');
const listeners = new Set();

/** @returns {?object} the answer of `/me`, or null while nobody is signed in */
export const me = () => state.me;

/** @returns {boolean} whether somebody's session has ended under their hands */
export const hasEnded = () => state.me === null && state.waiting.length > 0;

/** @returns {boolean} whether the console is served by the local runner */
export const isLocal = () => state.config?.local === true;

/** @returns {string} the prefix of what belongs to this practice and person in `sessionStorage` */
export const mine = () => `leadmap.${state.me?.practice.id}.${state.me?.id}.`;

/** @param {() => void} listener called when somebody signed in or out */
export function onSession(listener) {
  listeners.add(listener);
}

/** Reads the configuration and, after a reload, signs the same person in again. */
export async function begin() {
  connect({ token: () => state.token, renew });
  channel.onmessage = ({ data }) => {
    if (data === 'signed-out') {
      forget();
    }
  };
  await dropCopies();
  state.config = await (await fetch('/console/config.json')).json();
  state.who = JSON.parse(sessionStorage.getItem(WHO) ?? 'null');
  if (state.who && (await newToken())) {
    await enter();
  }
}

/** A duplicated tab has the other's drafts and must not send them a second time. */
async function dropCopies() {
  const id = sessionStorage.getItem(TAB) ?? crypto.randomUUID();
  const free = await new Promise((answer) => {
    navigator.locks.request(`leadmap.${id}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
  if (free) {
    sessionStorage.setItem(TAB, id);
    return;
  }
  const who = sessionStorage.getItem(WHO);
  sessionStorage.clear();
  if (who) {
    sessionStorage.setItem(WHO, who);
  }
  await dropCopies();
}

/** @returns {Promise<object[]>} the demonstration's practices with their people */
export async function demonstration() {
  return (await read('/_local/practices')).body ?? [];
}

/**
 * Signs a person of the demonstration in.
 * @param {string} practice
 * @param {string} agent
 * @returns {Promise<boolean>} whether it worked
 */
export async function signInLocally(practice, agent) {
  state.who = { practice, agent };
  if (!(await newToken())) {
    return false;
  }
  sessionStorage.setItem(WHO, JSON.stringify(state.who));
  return enter();
}

/** Signs out in every tab; nothing of the practice stays in the browser. */
export function signOut() {
  channel.postMessage('signed-out');
  forget();
}

function forget() {
  const tab = sessionStorage.getItem(TAB);
  sessionStorage.clear();
  if (tab) {
    sessionStorage.setItem(TAB, tab);
  }
  Object.assign(state, { token: null, me: null, who: null });
  // A new document: nothing that was drawn or read is left, also not behind Back.
  location.replace(location.pathname);
}

async function enter() {
  const answer = await read('/me');
  if (answer.status !== 200) {
    state.token = null;
    return false;
  }
  const other = state.was && state.was !== `${answer.body.practice.id}.${answer.body.id}`;
  if (other) {
    // What waits is the one's before; it is not sent in another's name.
    location.reload();
    return true;
  }
  state.me = answer.body;
  state.waiting.splice(0).forEach((resume) => resume(true));
  listeners.forEach((listener) => listener());
  return true;
}

async function newToken() {
  try {
    const answer = await fetch('/_local/token', { method: 'POST', body: JSON.stringify(state.who) });
    state.token = answer.ok ? (await answer.json()).token : null;
  } catch {
    state.token = null;
  }
  return state.token !== null;
}

/** A silent renewal; where there is none, commands wait here until the person has signed in again. */
async function renew() {
  if (state.who && (await newToken())) {
    return true;
  }
  if (!state.me) {
    return false;
  }
  state.was = `${state.me.practice.id}.${state.me.id}`;
  state.me = null;
  listeners.forEach((listener) => listener());
  return new Promise((resume) => state.waiting.push(resume));
}
