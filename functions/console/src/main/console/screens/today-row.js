/** One thing that waits: since when, who it is, and what can be done about it at once. */
import { html, nothing } from '../vendor/lit-html.js';
import { send } from '../core/api.js';
import { day, moment, now, span, time } from '../core/dates.js';
import { link } from '../core/route.js';
import { refuse, say } from '../core/say.js';
import { me } from '../core/session.js';
import { practice } from '../core/store.js';
import { nameOf, w } from '../core/words.js';
import { keyOf, settle, worksLeads } from './waiting.js';

const busy = new Set();

/** Does something about a row, once, and leaves the row where it is. */
async function about(item, how, whose, action) {
  const key = keyOf(item);
  if (!busy.has(key)) {
    busy.add(key);
    const done = await action();
    busy.delete(key);
    if (done) {
      settle(whose, item, w.today.settled[how]);
    }
  }
}

/** With the version that the row shows: whoever was faster is not overtaken. */
async function commanded(lead, what, done) {
  const { act } = await import('./record/commands.js');
  return act(lead, { ...what, etag: `"${lead.version}"` }, done);
}

const take = (lead) => commanded(lead, { path: '/owner', body: { ownerId: me().id }, about: w.record.owner }, w.today.taken(lead.name));
const transfer = (lead, how) => commanded(lead, { path: `/transfer/${how}`, body: {}, about: w.record[how] }, w.command.transferEnded);
const release = (lead, as) => commanded(lead, { path: '/release', body: { as }, about: w.suspension.SPAM }, w.record.released[as]);

/** Tells the API something about what is nobody's record, and what is said then; the answer, or nothing where it was refused. */
async function told(path, version, about, done, undo) {
  const answer = await send({ method: 'POST', path, body: {}, etag: `"${version}"`, about });
  if (answer.status < 300) {
    say(done, undo?.(answer.body));
    return answer.body;
  }
  refuse(answer.body?.errors?.[0]?.message ?? answer.body?.detail ?? w.notLoaded);
  return null;
}

/** Whose row it was shows it again when it is not done after all. */
async function finish(item, whose) {
  const path = (what) => `/todos/${encodeURIComponent(item.todo.id)}/${what}`;
  const back = (done) => async () => {
    item.todo = (await told(path('reopen'), done.version, item.todo.text, w.today.reopened(item.todo.text))) ?? done;
    settle(whose, item, item.todo.state === 'open' ? null : w.today.settled.done);
  };
  return told(path('done'), item.todo.version, item.todo.text, w.today.finished(item.todo.text), back);
}

async function putOff(item, whose) {
  const { snooze } = await import('./snooze.js');
  const when = await snooze(item.todo, (now) => {
    item.todo = now;
    settle(whose, item, null);
  });
  return when !== null && settle(whose, item, when);
}

const markRead = ({ id, version }) => told(`/messages/${encodeURIComponent(id)}/read`, version, w.today.groups.messages, w.today.wasRead);

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words of cleaned HTML, a space between its parts; they are shown as text, whatever they are. */
const plain = (text) => text.replace(/<[^>]*>/g, ' ').replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) => (code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? all))).replace(/\s+/g, ' ').trim();

/** @param {number} waited milliseconds @returns {string} by the second within the first hour */
function running(waited) {
  const seconds = Math.max(0, Math.floor(waited / 1000));
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min` : span(waited);
}

function clock(item, group) {
  const late = item.dueAt && Date.parse(item.dueAt) < now();
  const at = group === 'due' ? item.dueAt : item.since;
  const text = group === 'due' ? (day(at) === day(new Date(now()).toISOString()) ? time(at) : day(at)) : group === 'new' ? running(now() - Date.parse(at)) : span(now() - Date.parse(at));
  return html`<span class="clock ${late ? 'bad' : 'soft'}"><svg aria-hidden="true"><use href="#i-${late ? 'late' : 'clock'}"/></svg><time datetime=${at} title=${moment(at)}>${text}</time>${late ? html` <small class="bad">${w.today.overdue}</small>` : nothing}</span>`;
}

function swept(item) {
  return Date.parse(item.sweptAt) <= now() ? w.today.sweptNow : w.today.swept(moment(item.sweptAt));
}

/** What one should know before calling, separated by dots. */
function facts(item, { group, whose }) {
  const { lead } = item;
  if (item.message) {
    return [item.author.name, lead?.name].filter(Boolean);
  }
  if (!lead) {
    return [w.today.noLead];
  }
  const owner = lead.owner === null ? (whose === 'none' ? null : w.today.unassigned) : whose === 'team' ? w.today.to(nameOf(lead.owner, me())) : null;
  const own = {
    due: () => [item.todo ? lead.name : null],
    tryAgain: () => [w.today.attempts(item.attempts, practice('settings')?.attemptLimit), item.sweptAt ? html`<span class="warn">${swept(item)}</span>` : null],
    toRebook: () => [lead.cancelledAt ? w.today.cancelled(day(lead.cancelledAt)) : null],
    transfers: () => [w.today.asked(lead.transferTo === me().id ? w.you : (practice('people')?.find((one) => one.id === lead.transferTo)?.name ?? ''), moment(item.since))],
  };
  const suspended = lead.suspended ? html`<span class="warn"><svg aria-hidden="true"><use href="#i-warn"/></svg> ${w.suspension[lead.suspended]}</span>` : null;
  return [...(own[group]?.() ?? []), suspended, lead.serviceRequested ?? lead.division.name, lead.source?.name, owner, lead.comment ? w.today.quoted(lead.comment) : null].filter(Boolean);
}

const button = (words, about, action, kind = 'quiet') => html`<button type="button" class=${kind} @click=${action}>${words}<span class="vh"> ${about}</span></button>`;

function actions(item, { group, whose, first }) {
  const { lead, todo, message } = item;
  const does = (how, action) => () => about(item, how, whose, action);
  if (todo) {
    return html`${button(w.today.done, todo.text, does('done', () => finish(item, whose)), '')}${button(w.today.snooze, todo.text, () => putOff(item, whose))}`;
  }
  if (message) {
    return button(w.today.read, item.author.name, does('read', () => markRead(message)), '');
  }
  const at = (what) => link(['leads', lead.id], { do: what });
  const call = lead.phone ? html`<a class="button ${first ? 'main' : ''}" href=${at('call')}><svg aria-hidden="true"><use href="#i-phone"/></svg>${w.today.call}<span class="vh"> ${lead.name}</span></a>` : nothing;
  const email = lead.email ? html`<a class="button ${lead.phone ? 'quiet' : ''}" href=${at('email')}>${w.today.email}<span class="vh"> ${lead.name}</span></a>` : nothing;
  const taking = lead.owner === null && worksLeads() ? button(w.today.take, lead.name, does('take', () => take(lead))) : nothing;
  if (group === 'transfers') {
    return lead.transferTo === me().id ? html`${button(w.record.accept, lead.name, does('accept', () => transfer(lead, 'accept')), '')}${button(w.record.decline, lead.name, does('decline', () => transfer(lead, 'decline')))}` : nothing;
  }
  if (group === 'toCheck') {
    return lead.suspended === 'SPAM'
      ? html`${button(w.record.isPerson, lead.name, does('person', () => release(lead, 'person')), '')}${button(w.record.isSpam, lead.name, does('spam', () => release(lead, 'spam')))}`
      : html`<a class="button" href=${link(['leads', lead.id])}>${w.today.look}<span class="vh"> ${lead.name}</span></a>`;
  }
  return html`${call}${group === 'toRebook' || group === 'new' ? email : nothing}${taking}`;
}

/**
 * @param {object} item
 * @param {{group: string, whose: string, first: boolean, settled: Map<string, string>}} place where it stands
 * @returns {any}
 */
export function row(item, place) {
  const ended = place.settled.get(keyOf(item)) ?? (item.gone ? w.today.gone : null);
  const { lead, todo, message } = item;
  const title = todo ? todo.text : message ? plain(message.html) : lead.name;
  const name = lead ? html`<a class="name" href=${link(['leads', lead.id])}>${title}</a>` : html`<span class="name" tabindex="-1">${title}</span>`;
  return html`<li data-row="${place.group}-${keyOf(item)}">${ended ? html`<span class="clock good"><svg aria-hidden="true"><use href="#i-check"/></svg>${ended}</span>` : clock(item, place.group)}
    <div class="who">${name}<p>${facts(item, place).map((fact, i) => html`${i ? ' · ' : ''}${fact}`)}</p></div>
    ${ended ? nothing : html`<div class="acts">${actions(item, place)}</div>`}</li>`;
}
