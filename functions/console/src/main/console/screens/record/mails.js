/** The lead's mails and why each stands where it does (console.md, 7.5). */
import { html, nothing } from '../../vendor/lit-html.js';
import { read } from '../../core/api.js';
import { moment } from '../../core/dates.js';
import { confirm, inform } from '../../core/dialog.js';
import { changed } from '../../core/store.js';
import { mailWords } from '../../core/words-mail.js';
import { w } from '../../core/words.js';
import { act, may } from './commands.js';

const ICONS = { planned: 'clock', queued: 'clock', claimed: 'clock', sent: 'check', delivered: 'check', bounced: 'warn', complained: 'warn', skipped: 'stop', failed: 'x', uncertain: 'late' };
const GOOD = new Set(['sent', 'delivered']);
const WAITING = new Set(['planned', 'queued', 'claimed']);
const state = { id: null, version: null, items: null };

async function load(lead) {
  Object.assign(state, { id: lead.id, version: lead.version + lead.lastActivityAt, items: state.id === lead.id ? state.items : null });
  const answer = await read(`/leads/${encodeURIComponent(lead.id)}/emails?limit=50`);
  if (state.id === lead.id && answer.status === 200) {
    state.items = answer.body.items;
    changed();
  }
}

const word = (mail) => html`<span class="st ${GOOD.has(mail.state) || WAITING.has(mail.state) ? 'soft' : 'warn'}"><svg aria-hidden="true"><use href="#i-${ICONS[mail.state]}"/></svg>${w.mails.states[mail.state]}</span>`;

async function explain(mail) {
  const [whole, { clean }] = mail.emailId ? await Promise.all([read(`/leads/${encodeURIComponent(state.id)}/emails/${encodeURIComponent(mail.emailId)}`), import('../../core/clean.js')]) : [null, {}];
  inform(mail.subject ?? w.mails.noSubject, html`<p>${word(mail)} <span class="soft">${w.mails.since(moment(mail.since))}, ${w.mails.kinds[mail.kind]}</span></p>
    ${mail.explanation.length ? html`<table class="rules"><tbody>${mail.explanation.map((rule) => html`<tr><td class=${rule.passed ? 'good' : 'bad'}><svg aria-hidden="true"><use href="#i-${rule.passed ? 'check' : 'stop'}"/></svg> ${rule.passed ? w.mails.ok : w.mails.stop}</td><th scope="row">${w.mails.rules[rule.rule] ?? rule.rule}</th><td>${w.mails.asked(rule.asked)}<br>${w.mails.found(rule.found)}</td></tr>`)}</tbody></table>` : nothing}
    ${mail.nextAttemptAt ? html`<p>${w.mails.next(moment(mail.nextAttemptAt))}</p>` : nothing}
    ${mail.remedy ? html`<p><b>${w.mails.remedy}</b> ${mail.remedy}</p>` : nothing}
    ${whole?.body?.html ? clean(whole.body.html) : nothing}`);
}

/** A person says what became of a mail of which nobody knows whether it was sent. */
async function settle(lead, mail, as) {
  if (as === 'sendAgain' && !(await confirm({ title: mailWords.againTitle, body: html`<p>${mailWords.againWhy(mail.to)}</p>`, verb: mailWords.sendAgain, danger: false }))) {
    return;
  }
  await act(lead, { path: `/emails/${encodeURIComponent(mail.emailId)}/settle`, body: { as }, about: mail.subject ?? w.mails.noSubject }, mailWords.settled[as]);
  load(lead);
}

const uncertain = (lead, mail) => (mail.state === 'uncertain' && may(lead.permitted, 'call') === true ? html`<div class="acts"><button type="button" @click=${() => settle(lead, mail, 'sent')}>${mailWords.sent}<span class="vh"> ${mail.subject}</span></button><button type="button" @click=${() => settle(lead, mail, 'sendAgain')}>${mailWords.sendAgain}<span class="vh"> ${mail.subject}</span></button></div>` : nothing);

/** @param {object} lead @returns {any} */
export function mails(lead) {
  if (state.id !== lead.id || state.version !== lead.version + lead.lastActivityAt) {
    load(lead);
  }
  return html`<section><h2>${w.mails.title}</h2>${state.items?.length === 0 ? html`<p class="soft">${w.mails.none}</p>` : html`<ul class="rows">${(state.items ?? []).map((mail) => html`<li><div class="who"><span>${mail.subject ?? w.mails.noSubject}</span><p>${moment(mail.since)}</p></div>${word(mail)}<button type="button" class="link" @click=${() => explain(mail)}>${GOOD.has(mail.state) ? w.history.shown : w.history.why}<span class="vh"> ${mail.subject}</span></button>${uncertain(lead, mail)}</li>`)}</ul>`}</section>`;
}
