/** What the console says: the status region (done, with *Undo*) and the bar for what is not saved. */
import { changed } from './store.js';

const UNDO_FOR = 10_000;
const state = { said: null, timer: 0, trouble: new Map() };

/** @returns {?{text: string, undo: ?Function, kind: string}} */
export const said = () => state.said;

/** @returns {object[]} commands that wait, each with when it is tried again */
export const troubles = () => [...state.trouble.values()];

/**
 * Says that something was done, politely; for 10 seconds with *Undo* where there is an inverse.
 * @param {string} text
 * @param {?() => void} [undo]
 */
export function say(text, undo = null) {
  clearTimeout(state.timer);
  state.said = { text, undo, kind: 'done' };
  state.timer = setTimeout(silence, UNDO_FOR);
  changed();
}

/**
 * Says that something was refused or is not possible.
 * @param {string} text
 */
export function refuse(text) {
  clearTimeout(state.timer);
  state.said = { text, undo: null, kind: 'refused' };
  state.timer = setTimeout(silence, UNDO_FOR);
  changed();
}

/** Takes the message away. */
export function silence() {
  state.said = null;
  changed();
}

/**
 * @param {?object} trouble what keeps a command from being answered; null when it was
 * @param {{key: string}} command
 */
export function trouble(trouble, command) {
  const had = state.trouble.size;
  if (trouble) {
    state.trouble.set(command.key, trouble);
  } else {
    state.trouble.delete(command.key);
  }
  if (had || state.trouble.size) {
    changed();
  }
}
