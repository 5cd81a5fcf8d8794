/**
 * What one order does, read off the protocol's own run: operations, and what each of them waits for. Causes are what a step
 * uses up: a packet, a timer, a choice that was due. Joins are found by replaying the run without one delivery.
 */
import { nextStep } from '../engine/autoplay.ts';
import { keyOf } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import { beginTimeline, extend, lastFrame, stepsOf, type Frame, type Timeline } from '../engine/timeline.ts';
import type { Step } from '../engine/step.ts';
import { inFlight, type World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';

/** One step of the order's own run. */
export interface RunOperation {
  /** The frame. */
  readonly id: number;
  /** The message that was delivered or chosen, or the delay that fired. */
  readonly name: string;
  /** The role that received or fired; for a message between two roles of which one is its own, the other end. */
  readonly roles: readonly string[];
  /** Frames that must have happened before; empty for the first operation of the order. */
  readonly causes: readonly number[];
  /** Virtual milliseconds after the last of its causes. */
  readonly engineMs: number;
  /** A clock that ran before there was an order; then `engineMs` is its period. */
  readonly isShared: boolean;
  readonly timeMs: number;
  readonly pointsThere: boolean;
}

/** Every operation that descends from the order's placing, in order of time. Without joins it needs no replays. */
export function operationsOf(
  protocol: Protocol,
  timeline: Timeline,
  how: 'with-joins' | 'without-joins' = 'with-joins',
): readonly RunOperation[] {
  const { frames, engine } = timeline;
  const { settings } = engine.model;
  const placed = frames.findIndex(({ step }) => step?.kind === 'choose' && step.message.type === 'placeOrder');
  const causes = frames.map((frame, index) => (index === 0 ? null : causeOf(frames, frame, index)));
  const cone = new Set<number>([placed]);
  frames.forEach((_, index) => {
    const cause = causes[index];
    const isNews = index > placed && protocol.ledger(frames[index]?.world ?? frames[0].world, settings).length > 0;
    if (isNews && cause !== null && cause !== undefined && (cone.has(cause) || cause === 0)) cone.add(index);
  });
  const joins = how === 'with-joins' ? joinsOf(timeline, cone, causes) : new Map<number, readonly number[]>();
  return [...cone].sort((left, right) => left - right).map((id) => operation(protocol, timeline, id, causes, joins));
}

function operation(
  protocol: Protocol,
  { frames, engine }: Timeline,
  id: number,
  causes: readonly (number | null)[],
  joins: ReadonlyMap<number, readonly number[]>,
): RunOperation {
  const frame = frameAt(frames, id);
  const own = causes[id] ?? 0;
  const before = frameAt(frames, Math.max(0, id - 1));
  const isFirst = frame.step?.kind === 'choose' && frame.step.message.type === 'placeOrder';
  const isShared = own === 0 && !isFirst;
  const all = isFirst ? [] : [own, ...(joins.get(id) ?? [])];
  return {
    id,
    name: nameOf(frame.step),
    roles: rolesOf(frame.step),
    causes: all.filter((cause) => cause !== 0),
    engineMs: isFirst
      ? 0
      : (isShared && periodOf(before, frame.step)) || frame.timeMs - frameAt(frames, Math.max(...all)).timeMs,
    isShared,
    timeMs: frame.timeMs,
    pointsThere: pointsIn(protocol, engine, frame.world) > pointsIn(protocol, engine, before.world),
  };
}

/** The whole delay of the timer that fires. */
function periodOf({ timers }: Frame, step: Step | null): number {
  if (step?.kind !== 'fire') return 0;
  return timers.find(({ role, delay }) => role === step.role && delay === step.delay)?.delayMs ?? 0;
}

function nameOf(step: Step | null): string {
  if (step === null) return 'start';
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
    case 'choose':
      return step.message.type;
    case 'fire':
      return step.delay;
    case 'crash':
    case 'restart':
      return `${step.kind} ${step.process}`;
  }
}

function rolesOf(step: Step | null): readonly string[] {
  if (step === null || step.kind === 'crash' || step.kind === 'restart') return [];
  return step.kind === 'fire' || step.kind === 'choose' ? [step.role] : [step.from, step.to];
}

function pointsIn(protocol: Protocol, { model }: Engine, world: World): number {
  return protocol.ledger(world, model.settings).reduce((sum, { points }) => sum + points, 0);
}

function frameAt(frames: readonly Frame[], index: number): Frame {
  const frame = frames[index];
  if (frame === undefined) throw new Error(`Expected frame ${index} of ${frames.length}.`);
  return frame;
}

/** The frame that made what this frame's step used up. */
function causeOf(frames: readonly Frame[], { step }: Frame, index: number): number {
  const before = frameAt(frames, index - 1);
  if (step === null) return 0;
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate': {
      const key = keyOf(step.message);
      const packet = before.packets.find(
        ({ from, to, message }) => from === step.from && to === step.to && keyOf(message) === key,
      );
      return packet?.sentIn ?? 0;
    }
    case 'fire':
      return lastWhere(frames, index, ({ records }) =>
        records.some((record) => record.kind === 'armed' && record.role === step.role && record.delay === step.delay),
      );
    case 'choose': {
      const key = keyOf(step.message);
      const isPending = ({ pending }: Frame): boolean =>
        pending.some(({ choice }) => choice.role === step.role && keyOf(choice.message) === key);
      return isPending(before) ? lastWhere(frames, index, (frame) => !isPending(frame)) + 1 : index - 1;
    }
    case 'crash':
    case 'restart':
      return index - 1;
  }
}

function lastWhere(frames: readonly Frame[], before: number, test: (frame: Frame) => boolean): number {
  for (let index = before - 1; index >= 0; index -= 1) if (test(frameAt(frames, index))) return index;
  return test(frameAt(frames, 0)) ? 0 : -1;
}

/**
 * For each operation, the deliveries that it needs although it does not descend from them: without them it is refused, or
 * no longer notes what it noted.
 */
function joinsOf(
  timeline: Timeline,
  cone: ReadonlySet<number>,
  causes: readonly (number | null)[],
): ReadonlyMap<number, readonly number[]> {
  const joins = new Map<number, readonly number[]>();
  for (const left of cone) {
    if (frameAt(timeline.frames, left).step?.kind !== 'deliver') continue;
    const after = descendants(left, cone, causes);
    for (const needing of needingWithout(timeline, left, after)) {
      if (!cone.has(needing) || after.has(needing)) continue;
      joins.set(needing, [...(joins.get(needing) ?? []), left]);
      for (const descendant of descendants(needing, cone, causes)) after.add(descendant);
    }
  }
  return joins;
}

function descendants(id: number, cone: ReadonlySet<number>, causes: readonly (number | null)[]): Set<number> {
  const found = new Set([id]);
  for (const other of [...cone].sort((left, right) => left - right)) {
    const cause = causes[other];
    if (cause !== null && cause !== undefined && found.has(cause)) found.add(other);
  }
  return found;
}

/** The frames that do not happen, or happen differently, when a delivery and what descends from it are left out. */
function needingWithout({ engine, frames }: Timeline, left: number, after: ReadonlySet<number>): readonly number[] {
  const needing: number[] = [];
  let world = engine.initial.world;
  for (const { index, step, records } of frames) {
    if (step === null || after.has(index)) continue;
    const outcome = isThere(engine, world, step) ? engine.apply(world, step) : null;
    if (outcome === null || !outcome.ok) {
      needing.push(index);
      continue;
    }
    world = outcome.world;
    if (index > left && notesOf(outcome.records) !== notesOf(records)) needing.push(index);
  }
  return needing;
}

function notesOf(records: Frame['records']): string {
  return records.flatMap((record) => (record.kind === 'noted' ? [`${record.role} ${record.what}`] : [])).join();
}

/** A `set` never loses its messages; others hold what is delivered. */
function isThere(engine: Engine, world: World, step: Step): boolean {
  if (step.kind !== 'deliver') return true;
  const key = keyOf(step.message);
  return inFlight(world, step.from, step.to).some((message) => keyOf(message) === key) && engine.isTaken(world, step);
}

/** Longer runs are not at rest. */
const STEPS_MAX = 120;

/** An undisturbed run, or one with a disturbance in it: a step to take in a frame, or null to go on. */
export function runOf(
  engine: Engine,
  disturb: (frame: Frame, done: number) => Step | null = () => null,
): { readonly timeline: Timeline; readonly struckAt: number | null } {
  let timeline = beginTimeline(engine);
  let done = 0;
  let struckAt: number | null = null;
  while (stepsOf(timeline).length < STEPS_MAX) {
    const wanted = disturb(lastFrame(timeline), done);
    const step = wanted ?? nextStep(timeline);
    const extended = step === null ? null : extend(timeline, step);
    if (extended === null || !extended.ok) break;
    timeline = extended.timeline;
    if (wanted === null) continue;
    done += 1;
    struckAt ??= lastFrame(timeline).index;
  }
  return { timeline, struckAt };
}
