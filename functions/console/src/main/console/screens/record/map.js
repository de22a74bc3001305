/** The lead's map: tracks in their order, the steps of the open one; what may be clicked is what the API permits. */
import { html, nothing } from '../../vendor/lit-html.js';
import { moment } from '../../core/dates.js';
import { confirm } from '../../core/dialog.js';
import { me } from '../../core/session.js';
import { practice } from '../../core/store.js';
import { w } from '../../core/words.js';
import { act, lossFields, lossMissing, may } from './commands.js';

const shown = { lead: null, track: null };

function step(lead, track, one) {
  const can = track.state === 'open' && may(lead.permitted, 'steps', one.id) === true && may(lead.permitted, 'edit') === true;
  const done = one.state === 'done';
  const by = practice('people')?.find((person) => person.id === one.completedBy);
  const toggle = (event) => {
    const { checked } = event.target;
    // The box shows what the API says; until then it stays as it is.
    event.target.checked = done;
    const path = `/steps/${encodeURIComponent(one.id)}`;
    act(lead, { path, body: { value: checked ? true : null }, about: one.name }, (checked ? w.map.done : w.map.cleared)(one.name), () => act(lead, { path, body: { value: checked ? null : true }, about: one.name }, (checked ? w.map.cleared : w.map.done)(one.name)));
  };
  return html`<li><label><input type="checkbox" .checked=${done} ?disabled=${!can} @change=${toggle}><span>${one.name}${one.description ? html` <small>${one.description}</small>` : nothing}</span></label>
    <span class="soft">${one.required ? w.map.required : w.map.optional}</span>${done ? html`<span class="soft push">${w.steps.by(by ? (by.id === me().id ? w.you : by.name) : w.steps.somebody, moment(one.completedAt))}</span>` : nothing}</li>`;
}

async function openTrack(lead, track) {
  const open = lead.map.tracks.find((one) => one.state === 'open');
  const left = (open?.steps ?? []).filter((one) => one.state !== 'done').map((one) => one.name);
  if (left.length && !(await confirm({ title: `${track.name}: ${w.map.moveOn}?`, body: html`<p>${w.map.losing(left.join(', '))}</p>`, verb: w.map.moveOn, danger: false }))) {
    return;
  }
  await act(lead, { path: `/tracks/${encodeURIComponent(track.id)}/open`, body: {}, about: track.name }, w.map.opened(track.name));
}

function tile(lead, track, i) {
  const before = lead.map.tracks[i - 1];
  const missing = (before?.steps ?? []).filter((one) => one.required && one.state !== 'done').length;
  const text = { closed: w.map.closed, open: w.map.open, ready: w.map.ready, waiting: before?.state === 'open' && missing ? w.map.missing(missing) : w.map.waiting(before?.name ?? '') }[track.state];
  const icon = { closed: 'check', ready: 'right' }[track.state];
  const inside = html`<b>${track.name}</b><span>${text}${icon ? html`<svg aria-hidden="true"><use href="#i-${icon}"/></svg>` : nothing}</span>`;
  if (track.state === 'ready' && may(lead.permitted, 'tracks', track.id) === true) {
    return html`<li><button type="button" class="track is-ready" @click=${() => openTrack(lead, track)}>${inside}</button></li>`;
  }
  return html`<li aria-current=${track.state === 'open' ? 'step' : nothing}><div class="track ${track.state === 'open' ? 'is-open' : track.state === 'ready' ? 'is-ready' : ''}">${inside}</div></li>`;
}

async function close(lead, outcome) {
  const body = { outcome };
  if (outcome === 'lost') {
    const chosen = await confirm({ title: `${w.map.closeLost}?`, body: lossFields(), verb: w.map.closeLost, check: lossMissing });
    if (!chosen) {
      return;
    }
    Object.assign(body, { lossReason: chosen.get('lossReason'), comment: chosen.get('comment') || null });
  } else if (!(await confirm({ title: `${w.map.closeWon}?`, body: html`<p class="soft">${w.command.irreversible}</p>`, verb: w.map.closeWon }))) {
    return;
  }
  await act(lead, { path: '/map/close', body, about: w.map.title }, w.map.outcome[outcome]);
}

async function enter(lead, event) {
  const mapId = event.target.value;
  const name = practice('maps').find((one) => one.id === mapId)?.name;
  event.target.value = '';
  if (mapId && (!lead.map || (await confirm({ title: w.map.changeTitle(name), body: html`<p class="soft">${w.command.irreversible}</p>`, verb: w.map.change })))) {
    await act(lead, { path: '/map', body: { mapId }, about: w.map.title }, name);
  }
}

function chooser(lead) {
  const maps = (practice('maps') ?? []).filter((one) => lead.map?.outcome || one.id !== lead.map?.id);
  if (maps.length === 0 || may(lead.permitted, 'changeMap') !== true) {
    return nothing;
  }
  const words = lead.map ? w.map.change : w.map.enter;
  return html`<select class="push" aria-label=${words} @change=${(event) => enter(lead, event)}><option value="">${words}…</option>${maps.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select>`;
}

/** @param {object} lead @returns {any} */
export function map(lead) {
  const one = lead.map;
  if (!one) {
    return html`<section><h2>${w.map.title} ${chooser(lead)}</h2><p class="soft">${w.map.none}</p></section>`;
  }
  if (shown.lead !== lead.id) {
    Object.assign(shown, { lead: lead.id, track: null });
  }
  const open = one.tracks.find((track) => track.state === 'open');
  return html`<section><h2>${w.map.title} <span class="soft">${one.name}${one.outcome ? `, ${w.map.outcome[one.outcome]}` : ''}</span>${chooser(lead)}</h2>
    <ol class="map">${one.tracks.map((track, i) => tile(lead, track, i))}</ol>
    ${open ? html`<ul class="steps">${open.steps.map((each) => step(lead, open, each))}</ul>` : nothing}
    ${one.readyToClose && may(lead.permitted, 'closeMap') === true ? html`<p class="tools"><span>${w.map.readyToClose}</span><button type="button" @click=${() => close(lead, 'won')}>${w.map.won}</button><button type="button" class="quiet" @click=${() => close(lead, 'lost')}>${w.map.lost}</button></p>` : nothing}
    ${one.tracks.filter((track) => track.state === 'closed' && track.steps.length).map((track) => html`<details class="closed"><summary class="soft"><svg aria-hidden="true"><use href="#i-down"/></svg>${track.name}, ${w.map.closed}</summary><ul class="steps">${track.steps.map((each) => step(lead, track, each))}</ul></details>`)}</section>`;
}
