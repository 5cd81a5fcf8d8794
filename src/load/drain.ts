/** When a disturbance is over and forgotten: no order waits any more that came while it lasted. */
import type { LoadScenario } from './settings.ts';
import { FATE, type Run } from './state.ts';

export interface Level {
  readonly disturbedUntilMs: number;
  readonly atMs: number;
}

/** Longer than this is longer than an order takes where nobody waits. */
const ORDINARY_MS = 200;

/**
 * Level again: from then on orders that come take no longer than usual. Null where nothing disturbs, or where it never is.
 */
export function levelAtMs(run: Run): Level | null {
  const untilMs = disturbedUntilMs(run.scenario);
  if (untilMs === null) return null;
  let atMs = untilMs;
  for (let order = 0; order < run.orders; order += 1) {
    const done = doneMs(run, order);
    if (Number.isNaN(done)) {
      if (run.fate[order] !== FATE.lost && run.fate[order] !== FATE.parked && run.outcome[order] === 0) return null;
      continue;
    }
    if (done - (run.arrivedMs[order] ?? 0) > ORDINARY_MS && done > atMs) atMs = done;
  }
  return { disturbedUntilMs: untilMs, atMs };
}

/** The points, or the answer where there are none. */
function doneMs(run: Run, order: number): number {
  const points = run.pointsMs[order] ?? NaN;
  return Number.isNaN(points) ? (run.outcomeMs[order] ?? NaN) : points;
}

/** The end of the last peak or fault, in milliseconds. */
function disturbedUntilMs({ curve, faults }: LoadScenario): number | null {
  const first = curve[0]?.perS ?? 0;
  const lastHigh = curve.findLastIndex(({ perS }) => perS > first);
  const ends = faults.flatMap(({ kind, toS }) => (kind === 'points-stall' ? [] : [toS]));
  if (lastHigh >= 0 && lastHigh < curve.length - 1) ends.push(curve[lastHigh]?.atS ?? 0);
  return ends.length === 0 ? null : Math.max(...ends) * 1_000;
}
