/** What curves are drawn of: a run in at most 600 bins of time, and its latencies on a logarithmic scale. */
import { logarithm } from './draws.ts';
import { POOLS, type PoolId } from './instruction.ts';
import { quantile } from './measures.ts';
import type { Samples } from './samples.ts';
import { OUTCOME, type Run } from './state.ts';
import type { Simulation } from './simulate.ts';

export interface Series {
  readonly stepMs: number;
  readonly offeredPerS: readonly number[];
  readonly answeredPerS: readonly number[];
  readonly refusedPerS: readonly number[];
  readonly pointsPerS: readonly number[];
  readonly backlog: readonly number[];
  readonly buyers: readonly number[];
  readonly oldestMs: readonly number[];
  readonly inUse: { readonly [pool in PoolId]?: readonly number[] };
  readonly waiting: { readonly [pool in PoolId]?: readonly number[] };
  /** By the time at which orders came; null where none did, or none is done. */
  readonly buyerMs: Band;
  readonly pointsMs: Band;
  readonly histogram: { readonly buyer: readonly number[]; readonly points: readonly number[] };
}

/** From the 50th to the 99th percentile. */
export interface Band {
  readonly p50: readonly (number | null)[];
  readonly p99: readonly (number | null)[];
}

/** Buckets of the histogram per factor of ten, from a tenth of a millisecond on. */
export const BUCKETS_PER_DECADE = 10;
export const FIRST_MS = 0.1;
export const BUCKETS = 70;

export function seriesOf({ run, samples }: Simulation): Series {
  const { stepMs } = samples;
  const bins = Math.max(1, samples.backlog.length);
  const counted = (times: Float64Array, counts: (order: number) => boolean): readonly number[] => {
    const perS = Array.from({ length: bins }, () => 0);
    for (let order = 0; order < run.orders; order += 1) {
      const bin = Math.floor((times[order] ?? NaN) / stepMs);
      if (bin >= 0 && bin < bins && counts(order)) perS[bin] = (perS[bin] ?? 0) + 1_000 / stepMs;
    }
    return perS;
  };
  return {
    stepMs,
    offeredPerS: counted(run.arrivedMs, () => true),
    answeredPerS: counted(run.outcomeMs, (order) => run.outcome[order] === OUTCOME.answered),
    refusedPerS: counted(run.outcomeMs, (order) => run.outcome[order] !== OUTCOME.answered),
    pointsPerS: counted(run.pointsMs, () => true),
    backlog: samples.backlog,
    buyers: samples.buyers,
    oldestMs: samples.oldestMs,
    inUse: byPool(samples, samples.inUse),
    waiting: byPool(samples, samples.waiting),
    buyerMs: bandOf(run, run.outcomeMs, stepMs, bins),
    pointsMs: bandOf(run, run.pointsMs, stepMs, bins),
    histogram: { buyer: histogramOf(run, run.outcomeMs), points: histogramOf(run, run.pointsMs) },
  };
}

function byPool(_: Samples, curves: readonly (readonly number[])[]): { readonly [pool in PoolId]?: readonly number[] } {
  return Object.fromEntries(POOLS.map((pool, index) => [pool, curves[index] ?? []]));
}

function bandOf(run: Run, until: Float64Array, stepMs: number, bins: number): Band {
  const p50: (number | null)[] = [];
  const p99: (number | null)[] = [];
  const times = new Float64Array(run.orders);
  let from = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    let to = from;
    while (to < run.orders && (run.arrivedMs[to] ?? 0) < (bin + 1) * stepMs) to += 1;
    let count = 0;
    for (let order = from; order < to; order += 1) {
      const ms = (until[order] ?? NaN) - (run.arrivedMs[order] ?? 0);
      if (Number.isNaN(ms)) continue;
      times[count] = ms;
      count += 1;
    }
    const done = times.subarray(0, count).sort();
    p50.push(done.length === 0 ? null : quantile(done, 0.5));
    p99.push(done.length === 0 ? null : quantile(done, 0.99));
    from = to;
  }
  return { p50, p99 };
}

function histogramOf(run: Run, until: Float64Array): readonly number[] {
  const counts = Array.from({ length: BUCKETS }, () => 0);
  for (let order = 0; order < run.orders; order += 1) {
    const ms = (until[order] ?? NaN) - (run.arrivedMs[order] ?? 0);
    if (Number.isNaN(ms)) continue;
    const bucket = Math.floor((logarithm(Math.max(ms, FIRST_MS) / FIRST_MS) / Math.LN10) * BUCKETS_PER_DECADE);
    counts[Math.min(bucket, BUCKETS - 1)] = (counts[Math.min(bucket, BUCKETS - 1)] ?? 0) + 1;
  }
  return counts;
}

/** Where a bucket begins, in milliseconds. */
export function bucketFromMs(bucket: number): number {
  return FIRST_MS * 10 ** (bucket / BUCKETS_PER_DECADE);
}
