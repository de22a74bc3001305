/** Writing a mail: plain text, which becomes paragraphs; a macro fills it, a preview shows what will be sent. */
import { html, nothing } from '../../vendor/lit-html.js';
import { consult } from '../../core/api.js';
import { confirm } from '../../core/dialog.js';
import { reason } from '../../core/field.js';
import { refuse } from '../../core/say.js';
import { me } from '../../core/session.js';
import { changed, draft, drawn, practice } from '../../core/store.js';
import { w } from '../../core/words.js';

const state = { lead: null, preview: null, letter: null };

/** The key that leads to the macros. */
export const mailKeys = {
  macro: (into) => async () => {
    await into('email');
    document.getElementById('mail-macro')?.focus();
  },
};

async function bodyOf(typed) {
  const { htmlOf } = await import('../../core/clean.js');
  return { subject: typed.subject ?? '', html: htmlOf(typed.text ?? ''), from: typed.from ?? 'me', cc: typed.cc ?? [] };
}

async function fill(lead, keep, id) {
  const macro = practice('macros')?.find((one) => one.id === id);
  if (!macro) {
    return;
  }
  const typed = draft(`${lead.id}.email`);
  if ((typed.text || typed.subject) && !(await confirm({ title: w.centre.replaceTitle, body: html`<p>${w.centre.replaceWhy(macro.name)}</p>`, verb: w.centre.replace, danger: false }))) {
    changed();
    return;
  }
  const { textOf } = await import('../../core/clean.js');
  state.preview = null;
  keep(lead.id, 'email', { subject: macro.subject, text: textOf(macro.html) });
}

async function look(lead) {
  const typed = draft(`${lead.id}.email`);
  const answer = await consult(`/leads/${lead.id}/emails/preview`, await bodyOf(typed));
  if (answer.status !== 200) {
    refuse(reason(answer));
    return null;
  }
  return answer.body;
}

async function preview(lead) {
  const answer = await look(lead);
  if (answer) {
    const { clean } = await import('../../core/clean.js');
    Object.assign(state, { lead: lead.id, preview: answer, letter: clean(answer.html) });
    await drawn();
    document.getElementById('mail-edit')?.focus();
  }
}

async function back() {
  state.preview = null;
  await drawn();
  document.getElementById('mail-text')?.focus();
}

function shown(lead) {
  const { preview: mail } = state;
  return html`<div class="letter-head"><p class="label">${w.centre.previewOf}</p><p><span class="soft">${w.centre.from}</span> ${mail.from}</p><p><span class="soft">${w.centre.to}</span> ${mail.to}</p><p><b>${mail.subject}</b></p></div>
    ${state.letter}
    ${mail.empty.length ? html`<p class="note is-warn" role="status"><svg aria-hidden="true"><use href="#i-warn"/></svg><span>${w.centre.emptyPlaceholders(mail.empty.join(', '))}</span></p>` : nothing}
    <p><button type="button" id="mail-edit" @click=${back}>${w.centre.edit}</button></p>`;
}

/**
 * @param {{keep: Function, submit: Function, failure: Function, foot: Function}} parts of the message centre
 * @returns {{view: (lead: object) => any, send: (lead: object) => Promise<void>}}
 */
export function mailForm({ keep, submit, failure, foot }) {
  const view = (lead) => {
    if (!lead.email) {
      return html`<p class="soft">${w.centre.noEmail}</p>`;
    }
    if (state.preview && state.lead === lead.id) {
      return html`${shown(lead)}${failure()}${foot(w.centre.send, false)}`;
    }
    const typed = draft(`${lead.id}.email`);
    const macros = (practice('macros') ?? []).filter((macro) => macro.channel === 'email');
    const input = (name) => (event) => keep(lead.id, 'email', { [name]: event.target.value });
    const copies = (event) => keep(lead.id, 'email', { cc: [...event.target.selectedOptions].map((one) => one.value).filter(Boolean) });
    return html`<div class="grid">
      <p class="field"><label for="mail-from">${w.centre.from}</label><select id="mail-from" @change=${input('from')}><option value="me" ?selected=${typed.from !== 'practice'}>${w.centre.me(me().alias)}</option><option value="practice" ?selected=${typed.from === 'practice'}>${w.centre.practice}</option></select></p>
      <p class="field"><label for="mail-macro">${w.centre.macro}</label><select id="mail-macro" @change=${(event) => fill(lead, keep, event.target.value)}><option value="">${w.centre.noMacro}</option>${macros.map((macro) => html`<option value=${macro.id}>${macro.name}</option>`)}</select></p>
      <p class="field"><span class="label">${w.centre.to}</span><span class="plain">${lead.email}</span></p>
      <p class="field"><label for="mail-cc">${w.centre.cc}</label><select id="mail-cc" @change=${copies}><option value=""></option>${(practice('people') ?? []).filter((one) => one.active).map((one) => html`<option value=${one.id} ?selected=${typed.cc?.includes(one.id)}>${one.name}</option>`)}</select></p></div>
      <p class="field"><label for="mail-subject">${w.centre.subject}</label><input id="mail-subject" data-first .value=${typed.subject ?? ''} @input=${input('subject')}></p>
      <p class="field"><label for="mail-text">${w.centre.text}</label><textarea id="mail-text" rows="8" aria-describedby="mail-hint" .value=${typed.text ?? ''} @input=${input('text')}></textarea><small id="mail-hint">${w.centre.hint}</small></p>
      ${failure()}${foot(w.centre.send, typed.text || typed.subject)}<p><button type="button" @click=${() => preview(lead)}>${w.centre.preview}</button></p>`;
  };
  const send = async (lead) => {
    const typed = draft(`${lead.id}.email`);
    if (!typed.subject?.trim() || !typed.text?.trim()) {
      refuse(w.centre.nothing);
      return;
    }
    const looked = await look(lead);
    if (!looked) {
      return;
    }
    if (looked.empty.length && !(await confirm({ title: w.centre.askEmptyTitle, body: html`<p>${w.centre.emptyPlaceholders(looked.empty.join(', '))}</p>`, verb: w.centre.sendAnyway, danger: false }))) {
      return;
    }
    state.preview = null;
    await submit(lead, 'email', { path: '/emails', body: await bodyOf(typed), about: w.centre.channels.email }, w.centre.sent);
  };
  return { view, send };
}
