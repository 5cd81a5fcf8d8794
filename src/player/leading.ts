/**
 * What Next leads on to where nothing is recorded: what is due, and after a crash, or an outage of the points database, the
 * repair that the run waits for.
 */
import { changesWorld, dueSteps, nextStep } from '../engine/autoplay.ts';
import { remembered } from '../engine/remembered.ts';
import type { Engine } from '../engine/engine.ts';
import type { ProcessId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { extend, lastFrame, stepsOf, truncate, type Frame, type Timeline } from '../engine/timeline.ts';
import { worldKey, type World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { STEPS_MAX } from '../scenario/problem.ts';
import { stageVisits } from '../scenario/stages.ts';
import { foldsOf } from './rounds.ts';

/** Somebody looks after what is down within this virtual time: long enough for one pass that finds it down. */
const DOWN_MS = 30_000;

/** The step that comes next when the reader only says Next; null when nothing is left to see. */
export const leadingStep = remembered((timeline: Timeline, protocol: Protocol): Step | null => {
  const step = restartingStep(timeline);
  return step !== null && isSettled(timeline, protocol) && isOver(timeline, protocol) ? null : step;
});

/** What is due, or the repair of what has been down for long enough. */
const restartingStep = remembered((timeline: Timeline): Step | null => {
  const due = dueStep(timeline);
  const repair = repairOf(timeline);
  if (repair === null) return due;
  return due !== null && isWorthSeeing(timeline, due, repair.since) ? due : repair.step;
});

/** What is due first. A tick that changes nothing is seen once, and then passed over until something changes. */
function dueStep(timeline: Timeline): Step | null {
  return dueSteps(timeline).find((step) => !isIdleAgain(timeline, step)) ?? null;
}

function isIdleAgain(timeline: Timeline, step: Step): boolean {
  if (step.kind !== 'fire' || changesWorld(timeline, step)) return false;
  const now = worldKey(lastFrame(timeline).world);
  const { frames } = timeline;
  const since = frames.slice(frames.findLastIndex(({ world }) => worldKey(world) !== now) + 2);
  return since.some((frame) => frame.step !== null && isAlike(frame.step, step));
}

interface Repair {
  readonly step: Step;
  /** When what it repairs went down. */
  readonly since: Frame;
}

/** The restart of a crashed process; else the points database comes back. */
function repairOf(timeline: Timeline): Repair | null {
  const { world } = lastFrame(timeline);
  const [down] = world.crashed;
  if (down !== undefined) return { step: { kind: 'restart', process: down }, since: crashOf(timeline, down) };
  const choice = timeline.engine.model.choices(world).find((one) => one.class === DATABASE_BACK);
  if (choice === undefined) return null;
  const { role, message } = choice;
  return { step: { kind: 'choose', role, message }, since: outageOf(timeline, message.type) };
}

const DATABASE_BACK = 'person:points-database-repaired';

/** What is due soon after something went down is still seen, unless it has been seen since then. */
function isWorthSeeing(timeline: Timeline, due: Step, outage: Frame): boolean {
  const since = timeline.frames.slice(outage.index + 1);
  const isAgain = due.kind === 'fire' && since.some(({ step }) => step !== null && isAlike(step, due));
  return !isAgain && timeAfter(timeline, due) <= outage.timeMs + DOWN_MS;
}

/** What happens if a crashed process is left down; null where Next does not lead to a restart. */
export const waitingStep = remembered((timeline: Timeline): Step | null =>
  restartingStep(timeline)?.kind === 'restart' ? nextStep(timeline) : null,
);

/** The steps that Next takes as one: the leading step, and rounds that only repeat what was just seen. */
export function leadingSteps(timeline: Timeline, protocol: Protocol): readonly Step[] {
  const from = timeline.frames.length - 1;
  const step = leadingStep(timeline, protocol);
  if (step === null) return [];
  if (!mayRepeat(timeline, step)) return [step];
  const ahead = ledOn(timeline, from + AHEAD, restartingStep);
  const fold = foldsOf(ahead, protocol).find((known) => known.from === from);
  return stepsOf(ahead).slice(from, fold?.to ?? from + 1);
}

/** The run, led on to the last step that changes a verdict or belongs to a numbered step, at most as far as a link may be. */
export function ledToEnd(timeline: Timeline, protocol: Protocol): Timeline {
  const led = ledOn(timeline, STEPS_MAX, (so) =>
    hasComeRound(so) && isSettled(so, protocol) ? null : restartingStep(so),
  );
  return truncate(led, Math.max(timeline.frames.length - 1, lastToSee(led, protocol)));
}

/** What goes on in a settled run is housekeeping when it changes no verdict and belongs to no numbered step, or goes in a circle. */
function isOver(timeline: Timeline, protocol: Protocol): boolean {
  if (hasComeRound(timeline)) return true;
  const { length } = timeline.frames;
  const isQuiet = (so: Timeline): boolean => lastToSee(so, protocol) < length;
  const led = ledOn(timeline, length + HOUSEKEEPING_MAX, (so) => (isQuiet(so) ? restartingStep(so) : null));
  return isQuiet(led);
}

/** The world was the same before, and another one in between: a row that always fails is tried again for ever. */
function hasComeRound({ frames }: Timeline): boolean {
  const keys = frames.slice(-CIRCLE_MAX).map(({ world }) => worldKey(world));
  const now = keys.at(-1);
  const other = keys.findLastIndex((key) => key !== now);
  return other > 0 && keys.slice(0, other).some((key) => key === now);
}

/** No circle that is recognised has more steps. */
const CIRCLE_MAX = 24;

/** So many steps of housekeeping in a row are followed by more of it. */
const HOUSEKEEPING_MAX = 12;

function isSettled(timeline: Timeline, { ledger }: Protocol): boolean {
  const { world, packets } = lastFrame(timeline);
  const lines = ledger(world, timeline.engine.model.settings);
  return (
    lines.length > 0 &&
    packets.length === 0 &&
    world.crashed.length === 0 &&
    lines.every(({ verdict }) => verdict !== 'pending')
  );
}

/** The last frame in which a verdict changes, or that belongs to a numbered step. */
function lastToSee({ frames, engine }: Timeline, protocol: Protocol): number {
  const visited = stageVisits(protocol, frames, 'concept').at(-1)?.frame ?? 0;
  const verdicts = frames.map(({ world }) => verdictsIn(world, engine, protocol));
  const changed = verdicts.findLastIndex((verdict, index) => index > 0 && verdict !== verdicts[index - 1]);
  return Math.max(visited, changed);
}

const verdictsIn = remembered((world: World, { model }: Engine, { ledger }: Protocol): string =>
  ledger(world, model.settings)
    .map(({ order, verdict }) => `${order} ${verdict}`)
    .join('\n'),
);

/** The run without anybody who restarts what is down, until a verdict changes or everything has come to rest. */
export function waited(timeline: Timeline, protocol: Protocol): Timeline {
  const verdictsAfter = (so: Timeline): string => verdictsIn(lastFrame(so).world, so.engine, protocol);
  const before = verdictsAfter(timeline);
  return ledOn(timeline, STEPS_MAX, (so) => (verdictsAfter(so) === before ? nextStep(so) : null));
}

/** So many steps are looked ahead for rounds that repeat. */
const AHEAD = 64;
/** No round is longer than what is looked back at here. */
const BEHIND = 12;

function mayRepeat({ frames }: Timeline, step: Step): boolean {
  return frames.slice(-BEHIND).some((frame) => frame.step !== null && isAlike(frame.step, step));
}

function isAlike(one: Step, other: Step): boolean {
  if (one.kind === 'fire' && other.kind === 'fire') return one.role === other.role && one.delay === other.delay;
  return one.kind === other.kind;
}

function ledOn(timeline: Timeline, stepsMax: number, leads: (timeline: Timeline) => Step | null): Timeline {
  let led = timeline;
  while (led.frames.length <= stepsMax) {
    const step = leads(led);
    const extended = step === null ? null : extend(led, step);
    if (extended === null || !extended.ok) break;
    led = extended.timeline;
  }
  return led;
}

function timeAfter(timeline: Timeline, step: Step): number {
  const extended = extend(timeline, step);
  return extended.ok ? lastFrame(extended.timeline).timeMs : Number.POSITIVE_INFINITY;
}

function crashOf({ frames }: Timeline, process: ProcessId): Frame {
  return frames.findLast(({ step }) => step?.kind === 'crash' && step.process === process) ?? frames[0];
}

/** The last choice of this type took the database down: the same one brings it back. */
function outageOf({ frames }: Timeline, type: string): Frame {
  return frames.findLast(({ step }) => step?.kind === 'choose' && step.message.type === type) ?? frames[0];
}
