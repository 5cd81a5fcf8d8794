/** When was it lost? Each step of a run labelled, the point of no return, and the nearest run that ends well. */
import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { extend, lastFrame, replay, stepsOf, truncate, type Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine, Protocol } from '../protocols/protocol.ts';
import type { PropertyId } from '../protocols/shared/propertyIds.ts';
import { futuresOf, undisturbed, type Futures, type Outlook, type Way } from './futures.ts';
import { propertiesOf } from './properties.ts';
import { safeUpTo } from './safeUpTo.ts';

/**
 * Of what can follow on a step without further faults or persons: `safe`: every fair run ends well; `doomed`: every one ends
 * badly; `at-risk`: it depends on the order of events. `unknown`: the bound was too small to tell.
 */
export type Label = 'safe' | 'at-risk' | 'doomed' | 'unknown';

export interface Nearest {
  readonly steps: readonly Step[];
  /** The number of the first step, counted from 1, in which it differs from the run. */
  readonly differsAt: number;
  /** Null where nothing more happens. */
  readonly instead: Step | null;
}

export interface Why {
  /** The promise that the run ends up breaking; null where it ends well, and the labels are about all promises. */
  readonly property: PropertyId | null;
  /** By step. */
  readonly labels: readonly Label[];
  /** The number of the first doomed step, counted from 1. */
  readonly doomedAt: number | null;
  readonly nearest: Nearest | null;
  /** Whether every label is known. */
  readonly isComplete: boolean;
}

/** As many states as are looked at in seconds. */
const STATES_MAX = 50_000;

const ASKED: readonly PropertyId[] = ['no-lost', 'no-phantom', 'no-duplicate', 'settles'];
/** The bits of those that no state may break, … */
const PROMISES = 0b0_0111;
/** … of one question more: whether all of them are kept at once, … */
const KEPT = 0b1_0000;
/** … and of everything that a run which ends well keeps. */
const ALL = 0b1_1111;

export function whyOf(protocol: Protocol, timeline: Timeline, statesMax = STATES_MAX): Why {
  const goodIn = goodnessOf(protocol, timeline);
  const futures = futuresOf(timeline, { goodIn, questions: ALL, statesMax });
  const asked = askedOf(goodIn(lastFrame(timeline).world), futures.outlooks.at(-1) ?? null);
  const found = futures.outlooks.map((outlook) => labelOf(outlook, asked?.bit ?? KEPT));
  const provenUpTo = found.includes('unknown') ? safeUpTo(protocol, timeline, asked?.id ?? null, statesMax) : -1;
  const [, ...labels] = found.map((label, moment) => (label === 'unknown' && moment <= provenUpTo ? 'safe' : label));
  const doomed = labels.indexOf('doomed');
  return {
    property: asked?.id ?? null,
    labels,
    doomedAt: doomed < 0 ? null : doomed + 1,
    nearest: asked === null ? null : nearestOf(protocol, { timeline, futures, goodIn }, asked.bit),
    isComplete: !labels.includes('unknown'),
  };
}

/** A bit for each of the asked properties that a world keeps. */
function goodnessOf(protocol: Protocol, { engine }: Timeline): (world: World) => number {
  const tests = ASKED.map((id) => propertiesOf(protocol).find((property) => property.id === id));
  return (world) => {
    const lines = protocol.ledger(world, engine.model.settings);
    const kept = tests.reduce((bits, property, index) => {
      const isGood = property?.looksAt === 'ledger' && property.test(lines);
      return isGood ? bits | (1 << index) : bits;
    }, 0);
    return (kept & PROMISES) === PROMISES ? kept | KEPT : kept;
  };
}

interface Broken {
  readonly id: PropertyId;
  readonly bit: number;
}

/** What a run breaks in the end: what is sure to stay broken, else what is broken now. */
function askedOf(goodAtEnd: number, outlook: Outlook | null): Broken | null {
  const broken = ASKED.map((id, index): Broken => ({ id, bit: 1 << index }));
  const doomed = broken.find(({ bit }) => outlook !== null && labelOf(outlook, bit) === 'doomed');
  return doomed ?? broken.find(({ bit }) => (bit & PROMISES & ~goodAtEnd) !== 0) ?? null;
}

function labelOf({ well, badly, isOpen }: Outlook, bit: number): Label {
  const isBadlyPossible = (badly & bit) !== 0;
  const isWellPossible = (well & bit) !== 0;
  if (isBadlyPossible && isWellPossible) return 'at-risk';
  if (isOpen) return 'unknown';
  return isBadlyPossible ? 'doomed' : 'safe';
}

interface Seen {
  readonly timeline: Timeline;
  readonly futures: Futures;
  readonly goodIn: (world: World) => number;
}

/** The longest common beginning, one other choice, and what follows on it. */
function nearestOf(protocol: Protocol, seen: Seen, bit: number): Nearest | null {
  const { timeline, futures, goodIn } = seen;
  const last = futures.outlooks.findLastIndex(({ well }) => (well & bit) !== 0);
  if (last < 0) return null;
  const start = truncate(timeline, last);
  const taken = timeline.frames[last + 1]?.step ?? null;
  const ways = futures.ways(last).filter(({ step, outlook }) => {
    return (outlook.well & bit) !== 0 && (taken === null || keyOf(step) !== keyOf(taken));
  });
  const common = { differsAt: last + 1 };
  if (ways.length === 0) {
    const isRest = futures.ways(last).length === 0 && goodIn(lastFrame(start).world) === ALL;
    return isRest ? { ...common, steps: stepsOf(start), instead: null } : null;
  }
  const [soonest] = undisturbed(start);
  const isSoonest = ({ step }: Way): boolean => soonest !== undefined && keyOf(step) === keyOf(soonest);
  const runs = [...ways.filter(isSoonest), ...ways.filter((way) => !isSoonest(way))].map(({ step }) => {
    return { step, timeline: playedOn(start, step, () => futures.wayTo(last, step, ALL), goodIn) };
  });
  const linesOf = (run: Timeline): readonly LedgerLine[] => {
    return protocol.ledger(lastFrame(run).world, run.engine.model.settings);
  };
  const best = runs.find((run) => {
    return run.timeline !== null && linesOf(run.timeline).every(({ verdict }) => AGREED.includes(verdict));
  });
  const chosen = best ?? runs.find((run) => run.timeline !== null);
  if (chosen === undefined || chosen.timeline === null) return null;
  return { ...common, steps: stepsOf(chosen.timeline), instead: chosen.step };
}

const AGREED: readonly string[] = ['consistent', 'late'];

/** A step and what follows on it; null where no way to a good end is known. */
function playedOn(
  start: Timeline,
  step: Step,
  knownWay: () => readonly Step[],
  goodIn: (world: World) => number,
): Timeline | null {
  const extended = extend(start, step);
  if (!extended.ok) return null;
  const isGood = ({ frames }: Timeline): boolean => goodIn(frames.at(-1)?.world ?? frames[0].world) === ALL;
  const along = (rest: readonly Step[]): Timeline => {
    return replay(start.engine, [...stepsOf(extended.timeline), ...rest]).timeline;
  };
  // As much of the known way as it takes, and then what follows by itself.
  const rest = [...knownWay()];
  for (let length = 0; length <= rest.length; length += 1) {
    const begun = along(rest.slice(0, length));
    const played = replay(start.engine, [...stepsOf(begun), ...undisturbed(begun)]).timeline;
    if (isGood(played)) return played;
  }
  return null;
}
