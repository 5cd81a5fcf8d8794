/** What happens next when nobody interferes: whatever is due first on the virtual clock. */
import { channelOf } from './wiring.ts';
import { worldKey } from './world.ts';
import { extend, lastFrame, type Frame, type Timeline } from './timeline.ts';
import type { Step } from './step.ts';

/**
 * The next step of an undisturbed run, or null when it has come to rest: nothing in flight, and every armed timer
 * would change nothing.
 */
export function nextStep(timeline: Timeline): Step | null {
  return dueSteps(timeline)[0] ?? null;
}

/** What is due, the earliest first; none where nothing of it would change anything. */
export function dueSteps(timeline: Timeline): readonly Step[] {
  const frame = lastFrame(timeline);
  const candidates = candidatesOf(frame).filter(({ step }) => !isRepetition(timeline, step));
  const isMoving = candidates.some(({ step }) => changesWorld(timeline, step));
  return isMoving ? candidates.map(({ step }) => step) : [];
}

/** Whether the world after a step is another one: a poll that finds nothing leaves everything as it is. */
export function changesWorld(timeline: Timeline, step: Step): boolean {
  const { world } = lastFrame(timeline);
  const outcome = timeline.engine.apply(world, step);
  return outcome.ok && worldKey(outcome.world) !== worldKey(world);
}

/** The timeline, played on until it has come to rest or has `stepsMax` steps. */
export function playToRest(timeline: Timeline, stepsMax: number): Timeline {
  let played = timeline;
  while (played.frames.length <= stepsMax) {
    const step = nextStep(played);
    const extended = step === null ? null : extend(played, step);
    if (extended === null || !extended.ok) break;
    played = extended.timeline;
  }
  return played;
}

interface Candidate {
  readonly step: Step;
  readonly dueMs: number;
}

function candidatesOf(frame: Frame): readonly Candidate[] {
  const deliveries = frame.packets.map(({ from, to, message, dueMs }): Candidate => ({
    step: { kind: 'deliver', from, to, message },
    dueMs,
  }));
  const timers = frame.timers.map(({ role, delay, dueMs }): Candidate => ({
    step: { kind: 'fire', role, delay },
    dueMs,
  }));
  const choices = frame.pending.map(({ choice, dueMs }): Candidate => ({
    step: { kind: 'choose', role: choice.role, message: choice.message },
    dueMs,
  }));
  return [...deliveries, ...choices, ...timers].sort((left, right) => left.dueMs - right.dueMs);
}

/** A message of a `set` stays in flight for ever; delivering it again is worth while only if somebody still acts on it. */
function isRepetition(timeline: Timeline, step: Step): boolean {
  if (step.kind !== 'deliver') return false;
  return channelOf(timeline.engine.model, step.from, step.to).kind === 'set' && !changesWorld(timeline, step);
}
