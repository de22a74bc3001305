/** What an entry of the history says. */
import { html, nothing } from '../../vendor/lit-html.js';
import { practice } from '../../core/store.js';
import { w } from '../../core/words.js';

const field = (name) => w.record.fields[name] ?? (practice('fields') ?? []).find((one) => `custom.${one.key}` === name)?.label ?? name;
const text = (value) => (value === null || value === undefined ? w.record.empty : Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? Object.values(value).filter(Boolean).join(', ') : String(value));
const person = (id) => (practice('people') ?? []).find((one) => one.id === id)?.name ?? id ?? w.nobody;
const named = (list, id) => (practice(list) ?? []).find((one) => one.id === id)?.name ?? id;
const plain = (markup) => new DOMParser().parseFromString(String(markup).replaceAll(/<\/p>|<br\s*\/?>/g, ' '), 'text/html').body.textContent.trim();
const step = (id) => (practice('maps') ?? []).flatMap((map) => map.tracks).flatMap((track) => track.steps).find((one) => one.id === id)?.name ?? id;
const track = (id) => (practice('maps') ?? []).flatMap((map) => map.tracks).find((one) => one.id === id)?.name ?? id;
const quoted = (words) => (words ? html`: “${words}”` : nothing);

const mail = (e) => html`“${e.subject ?? w.mails.noSubject}”`;
const why = (e) => (e.reason || e.detail ? html` <span class="soft">${[e.reason, e.detail].filter(Boolean).join(', ')}</span>` : nothing);

const SENTENCES = {
  leadCreated: (e) => html`created the lead`,
  formReceived: (e) => html`sent the form ${e.formId}${quoted(e.message)}`,
  fieldChanged: (e) => html`${field(e.field)} ${text(e.from)} → ${text(e.to)}`,
  statusChanged: (e) => html`status ${w.status[e.from]} → ${w.status[e.to]}${e.lossReason ? `, ${w.lossReasons[e.lossReason] ?? e.lossReason}` : ''}${quoted(e.comment)}`,
  dateStamped: (e) => html`stamped the ${e.date} date`,
  ownerChanged: (e) => html`owner ${person(e.from)} → ${person(e.to)}`,
  transferRequested: (e) => html`asked ${person(e.to)} to take the lead over`,
  transferAccepted: (e) => html`took the lead over${quoted(e.note)}`,
  transferDeclined: (e) => html`declined to take the lead over${quoted(e.note)}`,
  transferWithdrawn: (e) => html`withdrew the transfer${quoted(e.note)}`,
  suspended: (e) => html`suspended: ${w.suspension[e.suspension] ?? e.suspension}`,
  reinstated: () => html`reinstated the lead`,
  callLogged: (e) => html`called, ${w.centre.outcomes[e.outcome]}${quoted(e.note)}`,
  noteAdded: (e) => html`noted${quoted(plain(e.html))}`,
  emailQueued: (e) => html`wrote ${mail(e)}`,
  emailSent: (e) => html`mail ${mail(e)} was sent`,
  emailDelivered: (e) => html`mail ${mail(e)} was delivered`,
  emailBounced: (e) => html`mail ${mail(e)} bounced${why(e)}`,
  emailComplained: (e) => html`complained about ${mail(e)}`,
  emailSkipped: (e) => html`mail ${mail(e)} was skipped${why(e)}`,
  emailFailed: (e) => html`mail ${mail(e)} failed${why(e)}`,
  emailUncertain: (e) => html`mail ${mail(e)} may or may not have arrived`,
  unsubscribed: () => html`unsubscribed`,
  resubscribed: () => html`subscribed again`,
  dripEnrolled: (e) => html`enrolled in the drip ${named('drips', e.campaignId)}`,
  dripStopped: (e) => html`stopped the drip ${named('drips', e.campaignId)}${why(e)}`,
  dripFinished: (e) => html`finished the drip ${named('drips', e.campaignId)}`,
  mapEntered: (e) => html`entered the map ${named('maps', e.mapId)}`,
  mapClosed: (e) => html`map ${w.map.outcome[e.outcome] ?? w.map.closed}`,
  trackOpened: (e) => html`opened the track ${track(e.trackId)}`,
  trackReady: (e) => html`the track ${track(e.trackId)} is ready`,
  trackClosed: (e) => html`closed the track ${track(e.trackId)}`,
  trackReopened: (e) => html`reopened the track ${track(e.trackId)}`,
  stepCompleted: (e) => html`did the step ${step(e.stepId)}`,
  stepCleared: (e) => html`cleared the step ${step(e.stepId)}`,
  triggerFired: (e) => html`ran the trigger ${e.name}`,
  ownerNotified: (e) => html`told ${person(e.personId)} by mail`,
  appointmentLinked: () => html`linked an appointment`,
  appointmentChanged: (e) => html`appointment ${(e.kinds ?? []).join(', ')}`,
  patientLinked: () => html`linked a patient`,
  duplicateSuspected: () => html`may be the same person as another lead`,
};

/** An entry without a sentence of its own says its type in words: `linkIssued` is "link issued". */
const unlisted = (type) => type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** @param {object} entry @returns {any} what happened, without who and when */
export const sentence = (entry) => (SENTENCES[entry.type] ?? ((e) => html`${unlisted(e.type)}`))(entry);
