/**
 * What waits, desk by desk: mine, the team's, nobody's. It is asked for every 30 seconds while the page is looked at, also
 * for the number in the bar; what comes meanwhile is offered and not put between the rows.
 */
import { setNow } from '../core/dates.js';
import { me, onSession } from '../core/session.js';
import { changed, fresh } from '../core/store.js';

/** @typedef {{answer: ?object, groups: object[], people: object[], offered: object[], settled: Map<string, string>, failed: ?object}} Desk */

const POLL = 30_000;
const desks = new Map();
const asked = new Map();
const shown = { whose: null, turn: 0 };

/** @returns {boolean} whether the person works with leads, and not with to-dos alone */
export const worksLeads = () => me()?.roles.some((role) => role !== 'provider') ?? false;

/** @param {'me'|'team'|'none'} whose @returns {?Desk} null until it was read */
export const deskOf = (whose) => desks.get(whose) ?? null;

/** @param {object} item @returns {string} what it is known by */
export const keyOf = (item) => item.todo?.id ?? item.message?.id ?? item.lead.id;

/**
 * What is shown for me has nobody's new leads among mine: whoever is free takes them.
 * @param {string} whose
 * @returns {?{groups: object[], people: object[]}} null until all of it is there
 */
function gathered(whose) {
  const own = desks.get(whose)?.answer;
  if (whose !== 'me' || !worksLeads()) {
    return own ?? null;
  }
  const nobodys = desks.get('none')?.answer?.groups.find((one) => one.group === 'new');
  return own && nobodys ? { ...own, groups: own.groups.map((one) => (one.group === 'new' ? together(one, nobodys) : one)) } : null;
}

function together(mine, nobodys) {
  const items = [...mine.items, ...nobodys.items].sort((a, b) => (a.since < b.since ? -1 : 1));
  return { ...mine, items, count: mine.count + nobodys.count, overdue: mine.overdue + nobodys.overdue, orMore: mine.orMore || nobodys.orMore };
}

/** @returns {number} of the new leads that the person could call */
export const newLeads = () => gathered('me')?.groups.find((one) => one.group === 'new')?.count ?? 0;

const parts = (whose) => (whose === 'me' && worksLeads() ? ['me', 'none'] : [whose]);

/** Reads a desk; who asks while it is being asked for gets the same answer. */
function ask(whose) {
  if (!asked.has(whose)) {
    asked.set(whose, readDesk(whose).finally(() => asked.delete(whose)));
  }
  return asked.get(whose);
}

async function readDesk(whose) {
  const desk = desks.get(whose) ?? { answer: null, groups: [], people: [], offered: [], settled: new Map(), failed: null };
  desks.set(whose, desk);
  const answer = await fresh(`/today?whose=${whose}`);
  if (answer.status === 200) {
    if (desk.answer !== answer.body) {
      setNow(answer.body.now);
    }
    Object.assign(desk, { answer: answer.body, failed: null });
  } else {
    desk.failed = answer;
  }
}

/**
 * Reads a desk and shows it as it is now.
 * @param {string} whose
 */
export async function refresh(whose) {
  shown.whose = whose;
  await Promise.all(parts(whose).map(ask));
  show(whose);
}

/** @param {string} whose of which everything that is known is shown now */
export function show(whose) {
  const now = gathered(whose);
  if (now) {
    Object.assign(desks.get(whose), { groups: now.groups, people: now.people ?? [], offered: [], settled: new Map() });
  }
  changed();
}

/** Ends showing a desk; the number in the bar goes on. */
export function leaveDesk() {
  shown.whose = null;
}

/**
 * Says of a row that what it asked for is done. It stays where it is until the desk is shown anew.
 * @param {string} whose
 * @param {object} item
 * @param {?string} words null: it is to be done after all
 */
export function settle(whose, item, words) {
  desks.get(whose).settled.set(keyOf(item), words);
  changed();
}

/** What is there now, without moving a row: those that have gone stay, those that have come are offered. */
function compare(whose) {
  const desk = desks.get(whose);
  const now = gathered(whose);
  if (!now) {
    return;
  }
  if (desk.groups.every((one) => one.items.length === 0)) {
    show(whose);
    return;
  }
  desk.people = now.people ?? [];
  desk.offered = [];
  desk.groups = desk.groups.map((before) => {
    const after = now.groups.find((one) => one.group === before.group);
    const there = new Map(after.items.map((item) => [keyOf(item), item]));
    const known = new Set(before.items.map(keyOf));
    desk.offered.push(...after.items.filter((item) => !known.has(keyOf(item))).map((item) => ({ ...item, group: before.group })));
    return { ...after, items: before.items.map((item) => there.get(keyOf(item)) ?? { ...item, gone: true }) };
  });
}

/** At most two requests, so that an idle minute has few. */
async function look() {
  const { whose } = shown;
  const turns = worksLeads() ? ['me', 'none'] : ['me'];
  const turn = turns[shown.turn++ % turns.length];
  const due = whose === null ? [turn] : whose === 'team' ? ['team', turn] : turns;
  await Promise.all(due.map(ask));
  if (whose !== null && whose === shown.whose) {
    compare(whose);
  }
  changed();
}

/** Reads what the number in the bar needs, once. */
async function begin() {
  desks.clear();
  if (me() && shown.whose === null) {
    await Promise.all(parts('me').map(ask));
    changed();
  }
}

onSession(begin);
const looking = () => me() && document.visibilityState === 'visible';
setInterval(() => looking() && look(), POLL);
addEventListener('visibilitychange', () => looking() && look());
addEventListener('leadmap-moved', () => me() && look());
