/**
 * A value that is edited where it stands: saved on blur, undone beside itself, and shown twice where two people typed
 * (console.md, section 6).
 */
import { html, nothing } from '../vendor/lit-html.js';
import { ago } from './dates.js';
import { refuse, say } from './say.js';
import { changed, command, drawn, remember } from './store.js';
import { w } from './words.js';

/**
 * @typedef {object} Field
 * @property {string} key unique on the record
 * @property {string} label
 * @property {(lead: object) => any} value what is edited, null for none
 * @property {(value: any) => object} patch what the API is told
 * @property {(value: any) => any} show what is read
 * @property {(value: any, id: string) => any} control what is typed into; its elements carry `data-part`
 * @property {(box: Element) => any} read what was typed, null for none
 * @property {string[]} [errors] the names under which the API refuses it
 */

const edits = new Map();
const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const place = (lead, field) => `${lead.id}.${field.key}`;
const idOf = (field) => `f-${field.key.replace(/\W/g, '-')}`;

/** @param {string} leadId @param {string} key opens the control of a field, as a click on its value does */
export async function openField(leadId, key) {
  document.querySelector(`[data-field="${leadId}.${key}"]`)?.click();
}

/**
 * @param {object} lead
 * @param {Field} field
 * @param {{readOnly?: boolean, updated?: ?string}} [how]
 * @returns {any} the name and the value as a row of a list of facts
 */
export function fact(lead, field, { readOnly = false, updated = null } = {}) {
  const edit = edits.get(place(lead, field));
  const id = idOf(field);
  return html`<dt id=${id}>${field.label}</dt>
    <dd>${edit?.open ? control(lead, field, edit) : value(lead, field, edit, readOnly)}${updated ? html`<small class="push">${updated}</small>` : nothing}</dd>
    ${edit?.clash ? clash(lead, field, edit) : nothing}`;
}

function value(lead, field, edit, readOnly) {
  const text = edit?.saving ? edit.typed : field.value(lead);
  const id = idOf(field);
  if (readOnly) {
    return html`<span class="plain">${text === null ? nothing : field.show(text)}</span>`;
  }
  return html`<button type="button" class="val ${text === null ? 'link' : ''}" id="${id}-v" aria-labelledby="${id} ${id}-v"
      data-field=${place(lead, field)} @click=${() => open(lead, field)}
      @keydown=${(event) => event.key === 'F2' && open(lead, field)}>${text === null ? w.record.add : field.show(text)}</button>
    ${edit?.saving ? html`<small>${w.record.saving}</small>` : nothing}`;
}

function control(lead, field, edit) {
  const id = idOf(field);
  return html`<span class="edit" id="${id}-box" @focusout=${(event) => left(event, lead, field, edit)} @keydown=${(event) => pressed(event, lead, field, edit)}>
    ${field.control(edit.typed, id)}
    ${edit.error ? html`<span id="${id}-e" class="bad error"><svg aria-hidden="true"><use href="#i-late"/></svg> ${edit.error}</span>` : nothing}
  </span>`;
}

function clash(lead, field, edit) {
  const { theirs, who, at } = edit.clash;
  const text = (value) => (value === null ? w.record.empty : field.show(value));
  return html`<dd class="all"><div class="note is-warn clash" role="alert">
    <p><b>${w.record.conflict(field.label, who, at ? ago(at) : '')}</b> ${w.record.notYet}</p>
    <div class="tools"><span class="soft">${w.record.theirs}</span><span>${text(theirs)}</span><button type="button" class="push" @click=${() => close(lead, field)}>${w.record.keepTheirs}</button></div>
    <div class="tools"><span class="soft">${w.record.yours}</span><span>${text(edit.typed)}</span><button type="button" class="push" @click=${() => save(lead, field, { ...edit, start: theirs, clash: null })}>${w.record.useMine}</button></div>
  </div></dd>`;
}

async function open(lead, field, edit = {}) {
  const before = edits.get(place(lead, field));
  const start = before?.saving ? before.typed : field.value(lead);
  edits.set(place(lead, field), { start, typed: start, ...edit, open: true, saving: false });
  await drawn();
  const first = document.querySelector(`#${idOf(field)}-box [data-part]`);
  first?.focus();
  if (first instanceof HTMLInputElement && /text|tel|email|search/.test(first.type)) {
    first.select();
  }
}

async function close(lead, field, focus = true) {
  edits.delete(place(lead, field));
  await drawn();
  if (focus) {
    document.getElementById(`${idOf(field)}-v`)?.focus();
  }
}

function left(event, lead, field, edit) {
  if (!event.currentTarget.contains(event.relatedTarget) && edits.get(place(lead, field))?.open) {
    commit(event.currentTarget, lead, field, edit, false);
  }
}

function pressed(event, lead, field, edit) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    close(lead, field);
  } else if (event.key === 'Enter' && (event.target.tagName !== 'TEXTAREA' || event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    commit(event.currentTarget, lead, field, edit, true);
  }
}

function commit(box, lead, field, edit, focus) {
  const typed = field.read(box);
  if (same(typed, edit.start)) {
    close(lead, field, focus);
  } else {
    save(lead, field, { ...edit, typed, error: null }, focus);
  }
}

async function save(lead, field, edit, focus = true) {
  const at = place(lead, field);
  const mine = { ...edit, open: false, saving: true, clash: null };
  edits.set(at, mine);
  await drawn();
  if (focus) {
    document.getElementById(`${idOf(field)}-v`)?.focus();
  }
  let answer = await patch(lead.id, field, edit.typed);
  // Somebody was faster, but with another field: nothing of theirs is touched.
  while (answer.status === 412 && same(field.value(answer.body.current), edit.start)) {
    remember(answer.body.current, answer.etag);
    answer = await patch(lead.id, field, edit.typed);
  }
  settle(answer, lead, field, mine);
}

/** Who has begun the next edit of the field meanwhile keeps it, and is told what became of the one before. */
function settle(answer, lead, field, mine) {
  const at = place(lead, field);
  const alone = edits.get(at) === mine;
  if (answer.status === 412) {
    const { current, changedBy, changedAt } = answer.body;
    remember(current, answer.etag);
    const theirs = field.value(current);
    const who = changedBy?.name ?? w.record.other;
    if (!alone) {
      refuse(w.record.conflict(field.label, who, changedAt ? ago(changedAt) : ''));
    } else if (same(theirs, mine.typed)) {
      edits.delete(at);
    } else {
      edits.set(at, { ...mine, saving: false, clash: { theirs, who, at: changedAt } });
    }
  } else if (answer.status === 200) {
    if (alone) {
      edits.delete(at);
    }
    say(w.record.saved(field.label), () => undo(lead.id, field, mine.start, answer));
  } else if (alone) {
    open(lead, field, { typed: mine.typed, start: mine.start, error: reason(answer, field) });
  } else {
    refuse(reason(answer, field));
  }
  changed();
}

/** The inverse is a command of its own, so it cannot overwrite what came after. */
async function undo(leadId, field, before, done) {
  const answer = await patch(leadId, field, before);
  if (answer.status === 200) {
    say(w.record.restored(field.label));
    document.getElementById(`${idOf(field)}-v`)?.focus();
  } else if (answer.status === 412) {
    remember(answer.body.current, answer.etag);
    if (same(field.value(answer.body.current), field.value(done.body))) {
      await undo(leadId, field, before, done);
    } else {
      edits.set(`${leadId}.${field.key}`, { start: field.value(done.body), typed: before, clash: { theirs: field.value(answer.body.current), who: answer.body.changedBy?.name ?? w.record.other, at: answer.body.changedAt } });
      changed();
    }
  } else {
    say(reason(answer, field));
  }
}

const patch = (leadId, field, value) => command(leadId, { method: 'PATCH', body: field.patch(value), about: field.label });

/**
 * @param {import('./api.js').Answer} answer a refusal
 * @param {Field} [field] whose message comes first
 * @returns {string} why
 */
export function reason(answer, field) {
  const errors = answer.body?.errors ?? [];
  const names = field ? [field.key, ...(field.errors ?? [])] : [];
  const mine = errors.find((error) => names.some((name) => error.field === name || error.field.startsWith(`${name}.`)));
  return (mine ?? errors[0])?.message ?? answer.body?.detail ?? answer.body?.title ?? w.notLoaded;
}
