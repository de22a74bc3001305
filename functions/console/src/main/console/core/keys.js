/**
 * Single keys and chords (console.md, section 6, "Keys"). They rest while somebody types, and can be switched off
 * (WCAG 2.1.4).
 */
const OFF = 'leadmap.keys-off';
const everywhere = new Map();
let onScreen = new Map();
let chord = '';
let chordUntil = 0;

/** @returns {boolean} whether single keys do something */
export const keysAreOn = () => localStorage.getItem(OFF) === null;

/** @param {boolean} on */
export function switchKeys(on) {
  if (on) {
    localStorage.removeItem(OFF);
  } else {
    localStorage.setItem(OFF, '1');
  }
}

/**
 * @param {string} keys such as `a` or `g t`
 * @param {() => void} action
 */
export function onKey(keys, action) {
  everywhere.set(keys, action);
}

/** @param {Object<string, () => void>} keys those of the screen that is shown; they take the place of the last one's */
export function screenKeys(keys) {
  onScreen = new Map(Object.entries(keys));
}

/** @param {EventTarget} element */
function typing(element) {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'));
}

/**
 * Moves the focus in a list of rows.
 * @param {number} by 1 or -1
 */
export function moveBy(by) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.indexOf(document.activeElement?.closest('[data-row]'));
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.querySelector('.name').focus();
}

/** Begins to listen. */
export function listen() {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !keysAreOn()) {
      return;
    }
    if (typing(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    const pressed = event.timeStamp < chordUntil ? `${chord} ${event.key}` : event.key;
    const action = onScreen.get(pressed) ?? everywhere.get(pressed);
    chord = '';
    chordUntil = 0;
    if (action) {
      event.preventDefault();
      action();
    } else if ([...everywhere.keys()].some((keys) => keys.startsWith(`${event.key} `))) {
      chord = event.key;
      chordUntil = event.timeStamp + 1500;
    }
  });
}
