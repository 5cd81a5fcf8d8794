/** Rounds that repeat: passes and retries that go the same way again are one step of the transport, and told as one. */
import { remembered } from '../engine/remembered.ts';
import type { Data } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { RunRecord } from '../engine/record.ts';
import type { Step } from '../engine/step.ts';
import type { Frame, Timeline } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';

/** Rounds that went like the one before them. */
export interface Fold {
  /** The frame after the first round, which is told by itself. */
  readonly from: number;
  /** The frame after the last round. */
  readonly to: number;
  /** How often the round came again. */
  readonly times: number;
  /** How many steps a round has. */
  readonly period: number;
}

/** A round has no more steps than this. */
const PERIOD_MAX = 6;
/** Fewer repetitions are quicker watched than explained. */
const TIMES_MIN = 2;

/** The folds of a run, in their order; none overlaps another. */
export const foldsOf = remembered((timeline: Timeline, protocol: Protocol): readonly Fold[] => {
  const shapes = timeline.frames.map((frame) => shapeOf(frame, timeline.engine, protocol));
  const folds: Fold[] = [];
  for (let from = 1; from < shapes.length; from = Math.max(from + 1, folds.at(-1)?.to ?? 0)) {
    const fold = foldAt(shapes, from);
    if (fold !== null) folds.push(fold);
  }
  return folds;
});

/** The fold that ends at a frame, if one does. */
export function foldEndingAt(folds: readonly Fold[], frame: number): Fold | null {
  return folds.find(({ to }) => to === frame) ?? null;
}

/** Where the transport comes from a frame: one step on, or over a fold. */
export function frameAfter(folds: readonly Fold[], frame: number): number {
  return folds.find(({ from, to }) => from <= frame && frame < to)?.to ?? frame + 1;
}

/** Where the transport goes back to: one step, or to where a fold began. */
export function frameBefore(folds: readonly Fold[], frame: number): number {
  return folds.find(({ from, to }) => from < frame && frame <= to)?.from ?? frame - 1;
}

function foldAt(shapes: readonly string[], from: number): Fold | null {
  for (let period = 1; period <= Math.min(PERIOD_MAX, from); period += 1) {
    let same = 0;
    while (from + 1 + same < shapes.length && shapes[from + 1 + same] === shapes[from + 1 + same - period]) same += 1;
    const times = Math.floor(same / period);
    if (times >= TIMES_MIN) return { from, to: from + times * period, times, period };
  }
  return null;
}

/** What a step did but for the numbers in it: rounds are counted, and offsets grow. */
const shapeOf = remembered((frame: Frame, engine: Engine, protocol: Protocol): string => {
  if (frame.step === null) return '';
  const ledger = protocol.ledger(frame.world, engine.model.settings);
  const verdicts = ledger.map(({ verdict, points }) => [verdict, points]);
  return JSON.stringify([stepShape(frame.step), frame.records.flatMap(recordShape), verdicts]);
});

function stepShape(step: Step): Data {
  return 'message' in step ? withoutNumbers({ ...step }) : { ...step };
}

function recordShape(record: RunRecord): readonly Data[] {
  switch (record.kind) {
    case 'noted':
      return [[record.what, withoutNumbers(record.fields)]];
    case 'ignored':
      return [[record.kind, record.reason]];
    case 'sent':
    case 'lost':
    case 'called':
    case 'delivered':
    case 'dropped':
    case 'duplicated':
      return [[record.kind, record.message.type, record.to]];
    case 'crashed':
    case 'restarted':
      return [[record.kind, record.process]];
    case 'moved':
    case 'armed':
    case 'disarmed':
    case 'fired':
    case 'chosen':
      return [];
  }
}

function withoutNumbers(data: unknown): Data {
  if (Array.isArray(data)) return data.map(withoutNumbers);
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutNumbers(value)]));
  return typeof data === 'string' || typeof data === 'boolean' ? data : null;
}
