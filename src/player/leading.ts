/** What Next leads on to where nothing is recorded: what is due, and after a crash the restart that the run waits for. */
import { nextStep } from '../engine/autoplay.ts';
import { remembered } from '../engine/remembered.ts';
import type { Engine } from '../engine/engine.ts';
import type { ProcessId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { extend, lastFrame, stepsOf, truncate, type Frame, type Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { STEPS_MAX } from '../scenario/problem.ts';
import { stageVisits } from '../scenario/stages.ts';
import { foldsOf } from './rounds.ts';

/** Somebody looks after a crashed process within this virtual time: long enough for one pass that finds it down. */
const DOWN_MS = 30_000;

/** The step that comes next when the reader only says Next; null when nothing is left to see. */
export const leadingStep = remembered((timeline: Timeline, protocol: Protocol): Step | null => {
  const step = restartingStep(timeline);
  return step !== null && isSettled(timeline, protocol) && isOver(timeline, protocol) ? null : step;
});

/** What is due, or the restart of what has been down for long enough. */
const restartingStep = remembered((timeline: Timeline): Step | null => {
  const due = nextStep(timeline);
  const [down] = lastFrame(timeline).world.crashed;
  if (down === undefined) return due;
  return due !== null && isWorthSeeing(timeline, due, crashOf(timeline, down))
    ? due
    : { kind: 'restart', process: down };
});

/** What is due soon after a crash is still seen, unless it has been seen since then. */
function isWorthSeeing(timeline: Timeline, due: Step, crash: Frame): boolean {
  const since = timeline.frames.slice(crash.index + 1);
  const isAgain = due.kind === 'fire' && since.some(({ step }) => step !== null && isAlike(step, due));
  return !isAgain && timeAfter(timeline, due) <= crash.timeMs + DOWN_MS;
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
  const led = ledOn(timeline, STEPS_MAX, restartingStep);
  return truncate(led, Math.max(timeline.frames.length - 1, lastToSee(led, protocol)));
}

/** What goes on in a settled run is housekeeping when it changes no verdict and belongs to no numbered step. */
function isOver(timeline: Timeline, protocol: Protocol): boolean {
  const { length } = timeline.frames;
  const isQuiet = (so: Timeline): boolean => lastToSee(so, protocol) < length;
  const led = ledOn(timeline, length + HOUSEKEEPING_MAX, (so) => (isQuiet(so) ? restartingStep(so) : null));
  return isQuiet(led);
}

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
