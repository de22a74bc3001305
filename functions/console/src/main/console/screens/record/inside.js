/** Two channels of the message centre that leave nothing in the history: a message inside the practice, and a to-do. */
import { html, nothing } from '../../vendor/lit-html.js';
import { send } from '../../core/api.js';
import { moment, now } from '../../core/dates.js';
import { me } from '../../core/session.js';
import { draft, practice } from '../../core/store.js';
import { addToDo } from '../../core/todos.js';
import { chosenTime, timeFields } from '../../core/when.js';
import { inside } from '../../core/words-inside.js';
import { w } from '../../core/words.js';

const AGAIN = ['none', 'PT2H', 'tomorrow', 'pick'];

const active = () => (practice('people') ?? []).filter((one) => one.active);
const apart = html`<p class="soft"><svg aria-hidden="true"><use href="#i-lock"/></svg> ${inside.notHistory}</p>`;

/**
 * @param {{keep: Function, submit: Function, fail: Function, failure: Function, foot: Function}} parts of the message centre
 * @returns {{internal: object, todo: object}} their forms
 */
export function insideForms({ keep, submit, fail, failure, foot }) {
  const internal = {
    view: (lead) => {
      const typed = draft(`${lead.id}.internal`);
      const others = active().filter((one) => one.id !== me().id);
      const to = typed.to ?? [];
      const toggle = (id, on) => keep(lead.id, 'internal', { to: on ? [...to, id] : to.filter((one) => one !== id) });
      return html`${apart}<fieldset class="field"><legend class="label">${inside.people}</legend>${others.length ? html`<div class="pick">${others.map((one, i) => html`<label><input type="checkbox" ?data-first=${i === 0} .checked=${to.includes(one.id)} @change=${(event) => toggle(one.id, event.target.checked)}>${one.name}</label>`)}</div>` : html`<p class="soft">${inside.nobodyElse}</p>`}</fieldset>
        <p class="field"><label for="internal-text">${inside.write}</label><textarea id="internal-text" maxlength="4000" .value=${typed.text ?? ''} @input=${(event) => keep(lead.id, 'internal', { text: event.target.value })}></textarea></p>
        ${failure()}${foot(inside.send, typed.text)}`;
    },
    send: async (lead) => {
      const { to = [], text = '' } = draft(`${lead.id}.internal`);
      const people = active().filter((one) => to.includes(one.id));
      if (people.length === 0 || !text.trim()) {
        fail(people.length === 0 ? inside.choosePeople : inside.writeMessage);
        return;
      }
      const { htmlOf } = await import('../../core/clean.js');
      const body = { to: people.map((one) => one.id), html: htmlOf(text), leadId: lead.id };
      submit(lead, 'internal', { run: () => send({ method: 'POST', path: '/messages', body, about: inside.channels.internal }) }, inside.sent(people.map((one) => one.name).join(', ')));
    },
  };
  const todo = {
    view: (lead) => {
      const typed = draft(`${lead.id}.todo`);
      const part = (parts) => keep(lead.id, 'todo', parts);
      const who = typed.assignee ?? me().id;
      const person = (id, name) => html`<option value=${id} ?selected=${id === who}>${name}</option>`;
      return html`${apart}<p class="field"><label for="todo-text">${inside.todo}</label><textarea id="todo-text" data-first maxlength="1000" .value=${typed.text ?? ''} @input=${(event) => part({ text: event.target.value })}></textarea></p>
        <div class="grid"><p class="field"><label for="todo-who">${inside.assignee}</label><select id="todo-who" .value=${who} @change=${(event) => part({ assignee: event.target.value })}>${active().map((one) => person(one.id, one.id === me().id ? inside.me(one.name) : one.name))}${person('', inside.anybody)}</select></p>
        ${timeFields({ id: 'todo-when', label: inside.due, choices: ['now', 'PT2H', 'tomorrow', 'pick'], typed, keep: part })}</div>
        ${failure()}${foot(inside.add, typed.text)}`;
    },
    send: (lead) => {
      const { text = '', assignee = me().id, when = 'now', at } = draft(`${lead.id}.todo`);
      const due = chosenTime(when, at);
      if (!text.trim() || due.error) {
        fail(text.trim() ? due.error : inside.writeToDo);
        return;
      }
      const body = { leadId: lead.id, assigneeId: assignee || null, text, dueAt: when === 'now' ? null : due.at };
      submit(lead, 'todo', { run: () => addToDo(body, inside.channels.todo) }, inside.added(moment(due.at ?? new Date(now()).toISOString())));
    },
  };
  return { internal, todo };
}

/**
 * @param {object} typed the call's draft
 * @param {(parts: object) => void} keep
 * @returns {any} when to try again, for a call that did not reach the person
 */
export const againFields = (typed, keep) => (typed.outcome && typed.outcome !== 'reached' ? html`<div class="grid">${timeFields({ id: 'call-again', label: inside.tryAgain, choices: AGAIN, typed, keep })}</div>` : nothing);

/**
 * What a call leaves to be done.
 * @param {object} lead
 * @param {object} typed the call's draft
 * @returns {{error: ?string, done: (said: string) => string, run: ?(() => Promise<object>)}} run: asks for the to-do
 */
export function callAgain(lead, typed) {
  const due = typed.outcome === 'reached' ? { at: null, error: null } : chosenTime(typed.when, typed.at);
  const body = { leadId: lead.id, assigneeId: me().id, text: inside.callAgain(lead.name), dueAt: due.at };
  return {
    error: due.error,
    done: (said) => (due.at ? inside.logged(w.centre.outcomes[typed.outcome], moment(due.at)) : said),
    run: due.at ? () => addToDo(body, inside.channels.todo) : null,
  };
}
