/**
 * The search for a run that shows what was recorded: depth first over the engine's own steps, each of which must show
 * observations that are due, or be one of the steps that nobody can see from outside. A situation, that is a world and the
 * observations that are explained, is looked at once.
 */
import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { worldKey } from '../engine/world.ts';
import type { Sight } from './answer.ts';
import { isInTime, START, timesAfter, TOLD_LATE_MS, type Timed } from './clock.ts';
import { overdueIn, type Overdue } from './due.ts';
import { frontierFor, isPartial } from './frontier.ts';
import { has, none, withIndex, type Done, type Lanes } from './lanes.ts';
import type { Recorded } from './observation.ts';
import { isLossOfConsumer } from './names.ts';
import type { Owed, Question, Situation } from './question.ts';
import { holds, matched, says } from './saying.ts';
import { shownBy, type Shown } from './shown.ts';
import { HIDDEN, isHidden, mustConsume, mustDo, thinkable } from './thinkable.ts';

/** More situations than this are not looked at. */
export function situationsMax(recorded: Recorded | undefined): number {
  return isPartial(recorded) ? PARTIAL_MAX : WHOLE_MAX;
}

const WHOLE_MAX = 20_000;
/** Where much is hidden, each situation has many that follow it. */
const PARTIAL_MAX = 2_000;

export interface Found {
  /** Explains everything, or as much of it as any other. */
  readonly situation: Situation;
  /** The first observation that no run explains. */
  readonly at: number;
  readonly isComplete: boolean;
  readonly situations: number;
  /** What could have been seen at the first observation that no run explains. */
  readonly expected: readonly Sight[];
  readonly overdue: Overdue | null;
}

/** Where an observation contradicts any run, none needs to be looked for. */
export function notSearched(question: Question, at: number): Found {
  const situation = startOf(question);
  return { situation, at, isComplete: false, situations: 0, expected: [], overdue: null };
}

function startOf(question: Question): Situation {
  return settled(question, {
    world: question.start,
    done: none(question.lanes.count),
    times: START,
    owed: [],
    from: null,
    step: null,
    matches: [],
    hidden: 0,
    steps: 0,
  });
}

export function search(question: Question, onProgress: (reached: number) => void = () => undefined): Found {
  const { lanes } = question;
  const start = startOf(question);
  const known = new Set<string>();
  const frontier = frontierFor(question.recorded);
  frontier.push([start]);
  let best: Furthest = { situation: start, done: start.done, blocking: null, expected: new Map(), overdue: null };
  const max = situationsMax(question.recorded);
  while (known.size < max) {
    const situation = frontier.pop();
    if (situation === undefined) break;
    const key = `${worldKey(situation.world)} ${situation.done} ${situation.times.lastPass?.fromMs}`;
    if (known.has(key)) continue;
    known.add(key);
    if (lanes.first(situation.done) === null) return found(lanes, best, situation, known.size);
    const { next, ends } = lookAt(question, situation);
    const before = lanes.reached(best.done);
    best = ends.reduce((sofar, end) => further(lanes, sofar, end), best);
    if (lanes.reached(best.done) > before) onProgress(lanes.reached(best.done));
    frontier.push(next);
  }
  return found(lanes, best, null, known.size);
}

/** How far a run gets in one direction, and what it would show there. */
interface End {
  readonly situation: Situation;
  /** What is explained there, with what the next step would have explained. */
  readonly done: Done;
  /** What stands in the way of the next step, where that is not the first observation that is left. */
  readonly blocking: number | null;
  readonly expected: readonly Sight[];
  readonly overdue: Overdue | null;
}

interface Furthest extends Omit<End, 'expected'> {
  readonly expected: ReadonlyMap<string, Sight>;
}

function found(lanes: Lanes, best: Furthest, complete: Situation | null, situations: number): Found {
  return {
    situation: complete ?? best.situation,
    at: best.blocking ?? lanes.first(best.done) ?? 0,
    isComplete: complete !== null,
    situations,
    expected: [...best.expected.values()],
    overdue: best.overdue,
  };
}

function further(lanes: Lanes, best: Furthest, end: End): Furthest {
  const ahead = lanes.reached(end.done) - lanes.reached(best.done);
  if (ahead < 0) return best;
  const expected = new Map(ahead > 0 ? [] : best.expected);
  for (const sight of end.expected) expected.set(keyOf(sight), sight);
  return ahead > 0
    ? { ...end, expected }
    : { ...best, expected, blocking: best.blocking ?? end.blocking, overdue: best.overdue ?? end.overdue };
}

interface Look {
  /** The likeliest first. */
  readonly next: readonly Situation[];
  readonly ends: readonly End[];
}

function lookAt(question: Question, situation: Situation): Look {
  const { lanes } = question;
  const { done } = situation;
  const nowMs = lanes.timeOf(lanes.first(done) ?? 0);
  const overdue = overdueIn(question, situation, nowMs);
  if (overdue !== null && overdue.unseen === null) {
    return { next: [], ends: [{ situation, done, blocking: null, expected: [overdue.missing], overdue }] };
  }
  const must = mustDo(question, situation, nowMs) ?? overdue?.unseen ?? null;
  const tried = (must === null ? thinkable(question, situation) : [must]).map((step) =>
    attempt(question, situation, step),
  );
  const next = tried.flatMap((one) => (one.next === null ? [] : [one.next]));
  const ranked = next.toSorted((one, other) => rankOf(one) - rankOf(other));
  const delivery = onlyDelivery(question, situation, next);
  return {
    next: delivery !== null && delivery === ranked[0] ? [delivery] : ranked,
    ends: [
      { situation, done, blocking: null, expected: situation.owed.map(({ shown }) => shown.sight), overdue: null },
      ...tried.flatMap(({ next: taken, missing: expected, ...end }) =>
        taken === null ? [{ ...end, situation, expected, overdue: null }] : [],
      ),
    ],
  };
}

/**
 * Nothing that a consumer does is seen by anybody else (HM-54). So a delivery that is due and could be of no other message
 * need not be tried before and after everything else, as long as nobody dies or fails.
 */
function onlyDelivery({ sights }: Question, { done }: Situation, next: readonly Situation[]): Situation | null {
  const deliveries = next.filter(({ step }) => step?.kind === 'deliver' && step.message.type === 'message');
  const [first, ...others] = deliveries;
  const mayMatter = sights.some((sight, index) => !has(done, index) && isDisturbing(sight));
  return first === undefined || others.length > 0 || mayMatter ? null : first;
}

function isDisturbing({ what, fields }: Sight): boolean {
  return DISTURBING.includes(what) || (what === 'lost' && isLossOfConsumer(fields['message']));
}

const DISTURBING: readonly Sight['what'][] = ['sentBack', 'stopped', 'started'];

/** What shows the earliest observation comes first, what nobody sees last: the likeliest of that first. */
function rankOf({ matches, step }: Situation): number {
  const unseen = step?.kind === 'fire' ? HIDDEN.indexOf(step.delay) : HIDDEN.length;
  return Math.min(...matches.map(({ observation }) => observation), Number.MAX_SAFE_INTEGER - HIDDEN.length + unseen);
}

interface Attempt {
  readonly next: Situation | null;
  /** What is explained with what the step shows. */
  readonly done: Done;
  readonly blocking: number | null;
  /** What the step shows although it was not recorded. */
  readonly missing: readonly Sight[];
}

function attempt(question: Question, situation: Situation, step: Step): Attempt {
  const { engine, timing, lanes } = question;
  const { world: before, times } = situation;
  const nothing: Attempt = { next: null, done: situation.done, blocking: null, missing: [] };
  const outcome = engine.apply(before, step);
  if (!outcome.ok) return nothing;
  const all = shownBy(question, { before, after: outcome.world, records: outcome.records });
  const shown = all.filter(({ comes }) => comes !== 'never');
  const isUnseen = isHidden(step, before) || shown.length < all.length;
  if (shown.length === 0 && (!isUnseen || worldKey(outcome.world) === worldKey(before))) return nothing;
  const { done, matches, missing } = matched(
    question,
    situation.done,
    shown.filter(({ comes }) => comes !== 'later'),
  );
  const added = matches.map(({ observation }) => observation);
  if (!lanes.mayBe(done, added)) {
    const isNext = added.includes(lanes.first(situation.done) ?? -1);
    return isNext ? { ...nothing, blocking: lanes.blocking(done, added) } : nothing;
  }
  if (missing.length > 0) {
    // something else of the kind was recorded in its place, or nothing was and the whole step is not explained
    const instead = question.sights[lanes.first(done) ?? 0];
    const isElse = missing.some(({ what }) => what === instead?.what);
    return { ...nothing, done: isElse ? done : situation.done, missing };
  }
  const timed = {
    before,
    after: outcome.world,
    step,
    shown: matches.map(({ observation, shown: one }) => ({
      shown: one,
      timeMs: lanes.timeOf(observation),
      bornMs: lanes.bornOf(observation),
    })),
    nowMs: lanes.timeOf(lanes.first(situation.done) ?? 0),
  };
  if (!isInTime(timing, times, timed)) return nothing;
  const next: Situation = {
    world: outcome.world,
    done,
    times: timesAfter(timing, times, timed),
    owed: [...situation.owed, ...owedAfter(timed, shown)],
    from: situation,
    step,
    matches: matches.map(({ observation, shown: one }) => ({ observation, record: one.record })),
    hidden: all.length - shown.length,
    steps: situation.steps + 1,
  };
  return { ...nothing, next: settled(question, next), done };
}

function owedAfter({ shown: matches, nowMs }: Timed, shown: readonly Shown[]): readonly Owed[] {
  const sinceMs = Math.max(nowMs, ...matches.map(({ timeMs }) => timeMs));
  return shown.flatMap((one) => (one.comes === 'later' ? [{ shown: one, sinceMs }] : []));
}

/** Takes what is due by itself: what was owed, looks at the state that hold, and marks. */
function settled(question: Question, situation: Situation): Situation {
  let now = situation;
  for (let index = nextLook(question, now); index >= 0; index = nextLook(question, now)) {
    const paid = now.owed.find((one) => pays(question, index, one));
    now = {
      ...now,
      done: withIndex(now.done, index),
      owed: now.owed.filter((one) => one !== paid),
      matches: [...now.matches, { observation: index, record: paid?.shown.record ?? null }],
    };
  }
  return now;
}

/** The first of these that is due, while nothing is overdue that would have been seen before it; −1 for none. */
function nextLook(question: Question, situation: Situation): number {
  const { sights, lanes } = question;
  const { done, world, owed } = situation;
  const isBusy = mustConsume(sights, world, done);
  return sights.findIndex((sight, index) => {
    if (has(done, index)) return false;
    const isPaid = owed.some((one) => pays(question, index, one));
    if (!isPaid && (isBusy || !holds(sight, world))) return false;
    if (!lanes.mayBe(withIndex(done, index), [index])) return false;
    return isPaid || overdueIn(question, situation, lanes.timeOf(index)) === null;
  });
}

/** Whether an observation tells in time of what is owed. */
function pays({ sights, lanes }: Question, index: number, { shown, sinceMs }: Owed): boolean {
  return says(sights[index], shown.sight) && lanes.timeOf(index) <= sinceMs + TOLD_LATE_MS;
}
