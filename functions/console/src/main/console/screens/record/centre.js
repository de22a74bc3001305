/** The message centre: a call, a mail, a note, a message inside, a to-do; a draft of each rests until it is sent. */
import { html, nothing } from '../../vendor/lit-html.js';
import { ago, milliseconds, span } from '../../core/dates.js';
import { reason } from '../../core/field.js';
import { refuse, say } from '../../core/say.js';
import { changed, command, draft, drawn, practice, readLead, setDraft } from '../../core/store.js';
import { inside } from '../../core/words-inside.js';
import { w } from '../../core/words.js';
import { may } from './commands.js';
import { againFields, callAgain, insideForms } from './inside.js';
import { mailForm, mailKeys } from './mail-form.js';

const CHANNELS = { call: 'phone', email: 'mail', note: 'note', internal: 'chat', todo: 'todo' };
const INSIDE = ['internal', 'todo'];
const WORDS = { ...w.centre.channels, ...inside.channels };
const state = { lead: null, channel: 'call', busy: false, error: null };

async function choose(channel) {
  Object.assign(state, { channel, error: null });
  await drawn();
}

/** Chooses a channel and goes to what is typed into. */
async function into(channel) {
  await choose(channel);
  document.querySelector('.centre [data-first]')?.focus();
}

/** The record's keys for its channels. */
export const channelKeys = { c: () => into('call'), e: () => into('email'), n: () => into('note'), i: () => into('internal'), t: () => into('todo'), m: mailKeys.macro(into) };

/** @param {string} leadId @param {string} channel @param {object} parts that were typed */
function keep(leadId, channel, parts) {
  setDraft(`${leadId}.${channel}`, { ...draft(`${leadId}.${channel}`), ...parts });
  state.error = null;
  changed();
}

/**
 * Sends what a form holds, once, however often it is asked to.
 * @param {object} lead
 * @param {string} channel whose draft ends with it
 * @param {object} what the command on the lead; or `run`, what sends something else; `then`, what follows where it was done
 * @param {string} done what to say then
 */
async function submit(lead, channel, what, done) {
  if (state.busy) {
    return;
  }
  state.busy = true;
  changed();
  const answer = await (what.run?.() ?? command(lead.id, { ...what, blind: true }));
  const after = answer.status < 300 ? await what.then?.() : null;
  state.busy = false;
  if (answer.status < 300) {
    setDraft(`${lead.id}.${channel}`, null);
    if (after && after.status >= 300) {
      refuse(`${inside.onlyCall} ${reason(after)}`);
    } else {
      say(done);
    }
    if (answer.status === 202) {
      await readLead(lead.id);
    }
  } else {
    state.error = reason(answer);
    refuse(state.error);
  }
  changed();
}

/** Says what is missing. */
function fail(why) {
  state.error = why;
  changed();
}

function logCall(lead, typed) {
  const again = callAgain(lead, typed);
  if (!typed.outcome || again.error) {
    fail(typed.outcome ? again.error : w.centre.chooseOutcome);
    return;
  }
  submit(lead, 'call', { path: '/calls', body: { outcome: typed.outcome, note: typed.note?.trim() || null }, about: w.centre.logCall, then: again.run }, again.done(w.centre.logged(w.centre.outcomes[typed.outcome])));
}

async function addNote(lead, typed) {
  if (!typed.text?.trim()) {
    fail(w.centre.writeNote);
    return;
  }
  const { htmlOf } = await import('../../core/clean.js');
  submit(lead, 'note', { path: '/notes', body: { html: htmlOf(typed.text) }, about: w.centre.note }, w.centre.noted);
}

function warning(lead, typed) {
  const settings = practice('settings');
  const next = lead.attempts + 1;
  if (!settings || !typed.outcome || typed.outcome === 'reached' || lead.status !== 'CREATED' || next < settings.attemptLimit) {
    return nothing;
  }
  return html`<p class="note is-warn" role="status"><svg aria-hidden="true"><use href="#i-late"/></svg><span>${w.centre.sweep(next, settings.attemptLimit, span(milliseconds(settings.attemptGrace)))}</span></p>`;
}

const failure = () => (state.error ? html`<p class="bad" role="alert"><svg aria-hidden="true"><use href="#i-late"/></svg> ${state.error}</p>` : nothing);

const foot = (words, kept) => html`<p class="tools"><button type="submit" class="main" aria-disabled=${state.busy ? 'true' : nothing}>${words} <kbd>${w.centre.keys}</kbd></button>${kept ? html`<span class="soft">${w.centre.kept}</span>` : nothing}</p>`;

function callForm(lead) {
  const typed = draft(`${lead.id}.call`);
  return html`<p class="tools">${lead.phone ? html`<a class="button" href="tel:${lead.phone}"><svg aria-hidden="true"><use href="#i-phone"/></svg>${lead.phone}${lead.phoneExtension ? ` / ${lead.phoneExtension}` : ''}</a>` : html`<span class="soft">${w.centre.noPhone}</span>`}<span class="soft">${w.centre.attempts(lead.attempts)}</span></p>
    <fieldset class="field"><legend class="label">${w.centre.outcome}</legend><div class="pick">${Object.entries(w.centre.outcomes).map(([id, words], i) => html`<label><input type="radio" name="outcome" ?data-first=${i === 0} .checked=${typed.outcome === id} @change=${() => keep(lead.id, 'call', { outcome: id })}>${words}</label>`)}</div></fieldset>
    ${warning(lead, typed)}
    <p class="field"><label for="call-note">${w.centre.note}</label><textarea id="call-note" .value=${typed.note ?? ''} @input=${(event) => keep(lead.id, 'call', { note: event.target.value })}></textarea></p>
    ${againFields(typed, (parts) => keep(lead.id, 'call', parts))}
    ${failure()}${foot(w.centre.logCall, typed.note || typed.outcome)}`;
}

function noteForm(lead) {
  const typed = draft(`${lead.id}.note`);
  return html`<p class="field"><label for="note-text">${w.centre.note}</label><textarea id="note-text" data-first .value=${typed.text ?? ''} @input=${(event) => keep(lead.id, 'note', { text: event.target.value })}></textarea></p>
    ${failure()}${foot(w.centre.addNote, typed.text)}`;
}

const FORMS = {
  call: { view: callForm, send: (lead) => logCall(lead, draft(`${lead.id}.call`)) },
  note: { view: noteForm, send: (lead) => addNote(lead, draft(`${lead.id}.note`)) },
  email: mailForm({ keep, submit, failure, foot }),
  ...insideForms({ keep, submit, fail, failure, foot }),
};

/** @param {object} lead @returns {any} */
export function centre(lead) {
  const channels = Object.keys(CHANNELS).filter((channel) => INSIDE.includes(channel) || may(lead.permitted, channel) === true || (channel === 'email' && lead.permitted.email?.why !== 'role-needed'));
  if (state.lead !== lead.id) {
    Object.assign(state, { lead: lead.id, error: null, busy: false });
  }
  const channel = channels.includes(state.channel) ? state.channel : channels[0];
  const form = FORMS[channel];
  const send = (event) => {
    event.preventDefault();
    form.send(lead);
  };
  const arrows = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      const next = channels[(channels.indexOf(channel) + by + channels.length) % channels.length];
      choose(next).then(() => document.getElementById(`tab-${next}`).focus());
    }
  };
  return html`<section class="centre"><h2 id="centre">${w.centre.title} <span class="soft push">${lead.lastActivityAt ? ago(lead.lastActivityAt) : nothing}</span></h2>
    <div class="tabs" role="tablist" aria-labelledby="centre" @keydown=${arrows}>${channels.map((one) => html`<button type="button" role="tab" id="tab-${one}" aria-controls="channel" aria-selected=${one === channel} tabindex=${one === channel ? 0 : -1} @click=${() => choose(one)}><svg aria-hidden="true"><use href="#i-${CHANNELS[one]}"/></svg>${WORDS[one]}</button>`)}</div>
    <form class="panel" id="channel" role="tabpanel" aria-labelledby="tab-${channel}" novalidate @submit=${send} @keydown=${(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}>${form.view(lead)}</form></section>`;
}
