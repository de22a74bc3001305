/** Today: what waits, in the order in which it is worked off. Rows stay where they are until somebody asks for what is new. */
import { html, nothing } from '../vendor/lit-html.js';
import { dayHeading, milliseconds, now, span } from '../core/dates.js';
import { moveBy } from '../core/keys.js';
import { go, link } from '../core/route.js';
import { changed, drawn } from '../core/store.js';
import { w } from '../core/words.js';
import { row } from './today-row.js';
import { deskOf, leaveDesk, refresh, show, worksLeads } from './waiting.js';

const MAIN = ['new', 'due', 'tryAgain'];
const ASIDE = ['messages', 'transfers', 'toRebook', 'toCheck'];
const state = { whose: 'me', timer: 0 };

/**
 * @param {import('../core/route.js').Route} route
 * @returns {import('../app.js').Screen}
 */
export function open(route) {
  const asked = route.query.get('whose');
  state.whose = worksLeads() && asked in w.today.desks ? asked : 'me';
  clearInterval(state.timer);
  // The clocks of those who wait.
  state.timer = setInterval(() => document.visibilityState === 'visible' && changed(), 1000);
  refresh(state.whose);
  return screen;
}

const address = (whose) => (whose === 'me' ? '#/today' : link(['today'], { whose }));

function switcher() {
  const unassigned = deskOf('none')?.answer?.groups.reduce((sum, one) => sum + one.count, 0);
  return html`<div class="seg push" role="group" aria-label=${w.today.whose}>${Object.entries(w.today.desks).map(([whose, words]) => html`<button type="button" aria-pressed=${whose === state.whose} @click=${() => go(address(whose))}>${words}${whose === 'none' && unassigned ? html` <small>${unassigned}</small>` : nothing}</button>`)}</div>`;
}

async function showOffered() {
  show(state.whose);
  await drawn();
  document.querySelector('h1').focus({ preventScroll: true });
}

function group(desk, name) {
  const one = desk.groups.find((each) => each.group === name);
  if (!one || one.items.length === 0) {
    return nothing;
  }
  const words = (state.whose === 'me' && w.today.mine[name]) || w.today.groups[name];
  const first = name === 'new' ? one.items.find((item) => item.lead.phone) : null;
  return html`<section aria-labelledby="g-${name}"><h2 id="g-${name}">${words} <small>${w.today.count(one.count, one.orMore)}</small>${one.overdue ? html`<small class="bad">${w.today.late(one.overdue)}</small>` : nothing}${name === 'new' ? html`<small class="push">${w.today.target(span(milliseconds(desk.answer.target)))}</small>` : nothing}</h2>
    <ul class="rows waits">${one.items.map((item) => row(item, { group: name, whose: state.whose, first: item === first, settled: desk.settled }))}</ul>
    ${one.count > one.items.length ? html`<p class="soft">${w.today.orMore(one.items.length)}</p>` : nothing}</section>`;
}

function people(desk) {
  return html`<section aria-labelledby="g-people"><h2 id="g-people">${w.today.people}</h2><ul class="rows">${desk.people.map((person) => html`<li><div class="who">${person.name}</div><span class="soft">${w.today.waits(person.waiting)}</span>${person.overdue ? html`<span class="bad"><svg aria-hidden="true"><use href="#i-late"/></svg> ${w.today.late(person.overdue)}</span>` : nothing}</li>`)}</ul></section>`;
}

function empty() {
  return html`<div class="stack empty"><p><b>${w.today.empty[state.whose]}</b></p><p class="soft">${worksLeads() ? w.today.why : w.today.whyProvider}</p>
    ${worksLeads() ? html`<p><a href=${link(['leads'], { ...(state.whose === 'me' ? { owner: 'me' } : state.whose === 'none' ? { owner: 'none' } : {}), created: 'thisYear', never: 'booked' })}>${w.today.next}</a></p>` : nothing}</div>`;
}

function failed(answer) {
  return html`<div class="note is-bad" role="alert"><svg aria-hidden="true"><use href="#i-off"/></svg><p><b>${w.notLoaded}</b> ${answer.body?.detail ?? ''}</p><button type="button" @click=${() => refresh(state.whose)}>${w.again}</button></div>`;
}

function offered(desk) {
  const words = desk?.offered.length ? w.today.offered(desk.offered.length, desk.offered.every((item) => item.group === 'new')) : '';
  return html`<span class="vh" role="status">${words}</span>${words ? html`<button type="button" class="link" @click=${showOffered}>${words}${w.today.show}</button>` : nothing}`;
}

function body(desk) {
  if (!desk || (!desk.failed && desk.groups.length === 0)) {
    return html`<div class="skel" role="status" aria-label=${w.loading}><i></i><i></i><i></i><i></i></div>`;
  }
  if (desk.groups.length === 0) {
    return failed(desk.failed);
  }
  return desk.groups.every((one) => one.items.length === 0) ? empty() : MAIN.map((name) => group(desk, name));
}

function view() {
  const desk = deskOf(state.whose);
  const side = desk?.groups.some((one) => ASIDE.includes(one.group) && one.items.length) || desk?.people.length;
  return html`<main class=${side ? 'two' : 'one'} data-place="1">
    <div class="page"><div class="tools"><h1 tabindex="-1">${screen.title()}</h1>${offered(desk)}${worksLeads() ? switcher() : nothing}</div>${body(desk)}</div>
    ${side ? html`<div class="page side">${desk.people.length ? people(desk) : nothing}${ASIDE.map((name) => group(desk, name))}</div>` : nothing}</main>`;
}

const screen = {
  title: () => dayHeading(new Date(now()).toISOString()),
  view,
  keys: { j: () => moveBy(1), k: () => moveBy(-1) },
  close: () => {
    clearInterval(state.timer);
    leaveDesk();
  },
  restore: async (place) => {
    await refresh(state.whose);
    await drawn();
    scrollTo(0, place.scroll);
    (document.querySelector(`[data-row="${CSS.escape(place.row ?? '')}"] .name`) ?? document.querySelector('h1'))?.focus({ preventScroll: true });
  },
};
