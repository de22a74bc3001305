/** Begins: signs in again after a reload, follows the address, draws whenever something has changed. */
import { render } from './vendor/lit-html.js';
import { connect } from './core/api.js';
import { setZone } from './core/dates.js';
import { listen, onKey, screenKeys } from './core/keys.js';
import { cameBack, go, here, leave, placeOn } from './core/route.js';
import { refuse, say, trouble } from './core/say.js';
import { begin, hasEnded, isLocal, me, onSession } from './core/session.js';
import { changed, drawn, onChange, sendWhatWaits } from './core/store.js';
import { w } from './core/words.js';
import { bar, openAdd, openKeys } from './screens/frame.js';
import { newLeads } from './screens/waiting.js';

/**
 * A screen: what an address shows.
 * @typedef {object} Screen
 * @property {() => string} title of the page and of its heading
 * @property {() => any} view the template
 * @property {() => boolean} [land] takes the focus where the address leads to; false leaves it to the heading
 * @property {() => void} [close] when another one is shown
 */

const SCREENS = {
  today: () => import('./screens/today.js'),
  leads: (route) => (route.path[1] ? import('./screens/record/record.js') : import('./screens/sheet.js')),
  automation: () => import('./screens/automation/automation.js'),
  reports: () => import('./screens/reports/mega.js'),
};
const START = '#/today';

const shown = { screen: null, place: null, hash: null, serial: 0 };
const root = document.getElementById('app');

function draw() {
  if (!me()) {
    signInPage();
    return;
  }
  const waiting = newLeads() ? w.nav.titled(newLeads()) : '';
  document.title = `${waiting}${shown.screen ? `${shown.screen.title()} - ` : ''}${w.product}`;
  render(bar(shown.screen, here()), root);
}

async function signInPage() {
  const { view } = await import('./screens/sign-in.js');
  if (!me()) {
    document.title = `${w.signIn.title} - ${w.product}`;
    render(view(hasEnded()), root);
  }
}

/** Shows what the address names. Only a change of screen moves the focus; a filter does not. */
async function follow() {
  if (!me()) {
    draw();
    return;
  }
  const route = here();
  if (!SCREENS[route.path[0]]) {
    go(START, { replace: true });
    return;
  }
  const serial = ++shown.serial;
  remain();
  const { open } = await SCREENS[route.path[0]](route);
  if (serial !== shown.serial) {
    return;
  }
  const before = shown.screen;
  // Before the next one opens: two records are two screens of one module.
  const place = route.path.slice(0, 2).join('/');
  if (place !== shown.place) {
    before?.close?.();
  }
  const screen = open(route, before);
  Object.assign(shown, { place, hash: route.hash });
  if (screen !== before) {
    shown.screen = screen;
    screenKeys(screen.keys ?? {});
    await drawn();
    arrive(route.hash);
  }
  changed();
}

/** Where one stands is remembered before one goes. */
function remain() {
  const region = document.querySelector('[data-place]');
  if (shown.hash && region) {
    const row = document.activeElement?.closest('[data-row]')?.dataset.row ?? placeOn(shown.hash)?.row ?? null;
    leave(shown.hash, { scroll: region.scrollTop || scrollY, row, rows: Number(region.dataset.place) });
  }
}

/** Going back leads to the row that one left; any other way to the heading. */
async function arrive(hash) {
  const place = cameBack() ? placeOn(hash) : null;
  if (place && shown.screen.restore) {
    await shown.screen.restore(place);
  } else {
    scrollTo(0, 0);
    if (!shown.screen.land?.()) {
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
  }
}

connect({ trouble });
onChange(draw);
onSession(async () => {
  if (me()) {
    setZone(me().practice.timeZone);
    sendWhatWaits((about, answer) =>
      answer.status < 300 ? say(w.trouble.sentLater(about)) : refuse(w.trouble.lost(about, answer.body?.detail ?? answer.status)),
    );
  }
  await follow();
});
addEventListener('hashchange', follow);
addEventListener('pagehide', remain);
listen();
onKey('a', openAdd);
onKey('?', openKeys);
onKey('/', () => document.querySelector('.find input')?.focus());
onKey('g t', () => go(START));
onKey('g l', () => go('#/leads'));
onKey('g r', () => go('#/reports/mega'));
await begin();
if (isLocal()) {
  const { follow: followClock } = await import('./screens/local.js');
  await followClock();
}
if (!me()) {
  draw();
}
