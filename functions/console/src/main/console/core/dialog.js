/** Dialogs: a question before what cannot be undone, with the focus on *Cancel* and back where it was afterwards. */
import { html, nothing, render } from '../vendor/lit-html.js';
import { w } from './words.js';

/**
 * Shows a dialog until it is closed.
 * @param {(close: (value: any) => void) => any} view drawn again by the returned `draw`
 * @param {string} label the id of its heading
 * @returns {{closed: Promise<any>, draw: () => void, close: (value: any) => void}}
 */
export function show(view, label) {
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', label);
  document.body.append(dialog);
  let finish;
  const closed = new Promise((resolve) => {
    finish = resolve;
  });
  const close = (value) => {
    dialog.returnValue = '';
    dialog.close();
    finish(value);
  };
  const draw = () => render(view(close), dialog);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(null);
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) {
      before.focus();
    }
  });
  draw();
  dialog.showModal();
  dialog.querySelector('[autofocus]')?.focus();
  return { closed, draw, close };
}

/**
 * Asks before something that cannot be undone.
 * @param {{title: string, body: any, verb: string, danger?: boolean, check?: (dialog: HTMLFormElement) => ?string}} question
 *   check: why it cannot be done yet, by what is chosen in the body's controls
 * @returns {Promise<?FormData>} what was chosen, null for *Cancel*
 */
export function confirm({ title, body, verb, danger = true, check = () => null }) {
  let error = null;
  const shown = show(
    (close) => html`<form method="dialog" class="panel" novalidate @submit=${(event) => {
      event.preventDefault();
      error = check(event.target);
      if (error) {
        shown.draw();
        event.target.querySelector('[data-first]')?.focus();
      } else {
        close(new FormData(event.target));
      }
    }}>
      <h2 class="h1" id="dialog-title">${title}</h2>${body}
      ${error ? html`<p class="bad" role="alert"><svg aria-hidden="true"><use href="#i-late"/></svg> ${error}</p>` : nothing}
      <div class="tools"><button type="button" class="push" autofocus @click=${() => close(null)}>${w.cancel}</button><button type="submit" class=${danger ? 'danger' : 'main'}>${verb}</button></div>
    </form>`,
    'dialog-title',
  );
  return shown.closed;
}

/**
 * Shows something to be read.
 * @param {string} title
 * @param {any} body
 * @returns {Promise<void>}
 */
export function inform(title, body) {
  return show(
    (close) => html`<div class="panel"><h2 class="h1" id="dialog-title">${title}</h2>${body}
      <div class="tools"><button type="button" class="push" autofocus @click=${() => close(null)}>${w.close}</button></div></div>`,
    'dialog-title',
  ).closed;
}
