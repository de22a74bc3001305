/** Puts a to-do off: the same one, due later. */
import { html } from '../vendor/lit-html.js';
import { moment } from '../core/dates.js';
import { show } from '../core/dialog.js';
import { reason } from '../core/field.js';
import { refuse, say } from '../core/say.js';
import { changeToDo } from '../core/todos.js';
import { chosenTime, timeFields } from '../core/when.js';
import { inside } from '../core/words-inside.js';
import { w } from '../core/words.js';

const CHOICES = ['PT1H', 'tomorrow', 'pick'];

/** Asks until when; null for not at all. */
function askWhen(todo) {
  const typed = { when: CHOICES[0], at: '' };
  let error = null;
  const done = (event, close) => {
    event.preventDefault();
    const chosen = chosenTime(typed.when, typed.at);
    error = chosen.error;
    if (error) {
      shown.draw();
    } else {
      close(chosen.at);
    }
  };
  const keep = (parts) => {
    Object.assign(typed, parts);
    shown.draw();
  };
  const shown = show(
    (close) => html`<form class="panel" novalidate @submit=${(event) => done(event, close)}><h2 class="h1" id="dialog-title">${inside.snoozeTitle}</h2><p class="soft">${todo.text}</p>
      ${timeFields({ id: 'snooze', label: inside.due, choices: CHOICES, typed, keep })}
      ${error ? html`<p class="bad" role="alert"><svg aria-hidden="true"><use href="#i-late"/></svg> ${error}</p>` : ''}
      <div class="tools"><button type="button" class="push" @click=${() => close(null)}>${w.cancel}</button><button type="submit" class="main">${inside.snooze}</button></div></form>`,
    'dialog-title',
  );
  document.getElementById('snooze').focus();
  return shown.closed;
}

async function change(todo, dueAt, done, undo) {
  const answer = await changeToDo(todo, { dueAt });
  if (answer.status >= 300) {
    refuse(reason(answer));
    return null;
  }
  say(done, undo?.(answer.body));
  return answer.body;
}

/**
 * @param {object} todo as it is shown
 * @param {(todo: object) => void} undone what to show when it was taken back
 * @returns {Promise<?string>} when it comes back, in words; null where it was not put off
 */
export async function snooze(todo, undone) {
  const at = await askWhen(todo);
  if (at === null) {
    return null;
  }
  const back = (later) => async () => {
    const now = await change(later, todo.dueAt, inside.back);
    return now && undone(now);
  };
  return (await change(todo, at, inside.snoozed(moment(at)), back)) ? inside.until(moment(at)) : null;
}
