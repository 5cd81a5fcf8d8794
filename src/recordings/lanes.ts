/** Which observations a run may be at: the order of their places and of their times (FORMAT.md). */
import { ORDER_MS } from './clock.ts';
import type { Observation } from './observation.ts';

/** A set of observations: one character for each, `1` for those in it. */
export type Done = string;

export interface Lanes {
  readonly count: number;
  /** The first observation by time that is not in the set; null when all are. */
  readonly first: (done: Done) => number | null;
  /** How many of the first observations by time are in the set without a gap. */
  readonly reached: (done: Done) => number;
  /** Whether everything that was surely before these observations is in the set, which holds them too. */
  readonly mayBe: (done: Done, added: readonly number[]) => boolean;
  /** What stands before these observations in their place and is not in the set, although its time has come. */
  readonly blocking: (done: Done, added: readonly number[]) => number | null;
  readonly timeOf: (index: number) => number;
  /** When the producer made the message that was appended; null where that was not recorded. */
  readonly bornOf: (index: number) => number | null;
}

export function lanesOf(observations: readonly Observation[], orderMs: number = ORDER_MS): Lanes {
  const timeOf = (index: number): number => observations[index]?.timeMs ?? 0;
  const byTime = observations.map((_, index) => index).sort((one, other) => timeOf(one) - timeOf(other));
  const previous = observations.map((observation, index) =>
    overlaps(observation) ? -1 : observations.findLastIndex((one, at) => at < index && one.where === observation.where),
  );
  const reached = (done: Done): number => {
    let place = 0;
    while (place < byTime.length && has(done, byTime[place] ?? 0)) place += 1;
    return place;
  };
  const first = (done: Done): number | null => byTime[reached(done)] ?? null;
  const untilMs = (done: Done): number => {
    const next = first(done);
    return next === null ? Number.POSITIVE_INFINITY : timeOf(next) + orderMs;
  };
  const isAfter = (done: Done, index: number): boolean =>
    (previous[index] ?? -1) < 0 || has(done, previous[index] ?? -1);
  return {
    count: observations.length,
    first,
    reached,
    timeOf,
    bornOf: (index) => bornIn(observations[index]),
    mayBe: (done, added) => added.every((index) => timeOf(index) <= untilMs(done) && isAfter(done, index)),
    blocking: (done, added) => {
      const blocked = added.flatMap((index) => (isAfter(done, index) ? [] : [previous[index] ?? -1]));
      return blocked.find((index) => timeOf(index) <= untilMs(done) && isAfter(done, index)) ?? null;
    },
  };
}

function bornIn(observation: Observation | undefined): number | null {
  return observation?.what === 'appended' ? (observation.bornMs ?? null) : null;
}

export function none(count: number): Done {
  return '0'.repeat(count);
}

export function has(done: Done, index: number): boolean {
  return done[index] === '1';
}

export function withIndex(done: Done, index: number): Done {
  return `${done.slice(0, index)}1${done.slice(index + 1)}`;
}

/** A broker works on several requests at a time. */
function overlaps({ where }: Observation): boolean {
  return where === 'broker';
}
