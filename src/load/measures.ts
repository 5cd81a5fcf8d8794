/** What a simulation came to: latencies with what is unfinished, throughput, use of pools, and checks of the book-keeping. */
import { capacityOf, FATE, OUTCOME, type Run } from './state.ts';
import { POOLS, type PoolId } from './instruction.ts';
import { secondsOf, type ComparedId, type LoadScenario } from './settings.ts';
import type { Simulation } from './simulate.ts';
import { levelAtMs } from './drain.ts';
import { limitsOf, type Limits } from './capacity.ts';
import type { Program } from './operation.ts';

/** Milliseconds. Orders that are not finished count with their age, as "at least". */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Half the width of the 95 % interval of p50 and p99, from 20 batches; null where the run is too short or not steady. */
  readonly spread: { readonly p50: number; readonly p99: number } | null;
}

export interface Ledger {
  readonly consistent: number;
  /** The buyer was told that there is no order, and there is none. */
  readonly refused: number;
  /** Committed, and its points will never come. */
  readonly lost: number;
  /** Waits for a person: tried too often. */
  readonly parked: number;
  /** Committed, points still to come. */
  readonly pending: number;
  /** Points without an order. */
  readonly phantom: number;
  /** Nothing is committed yet. */
  readonly open: number;
}

export interface Measures {
  readonly id: ComparedId;
  /** Too many orders to simulate one by one: as a fluid, without chance. */
  readonly isFluid: boolean;
  readonly orders: number;
  readonly offeredPerS: number;
  readonly completedPerS: number;
  readonly goodputPerS: number;
  readonly refused: number;
  readonly gaveUp: number;
  readonly unfinished: number;
  readonly attemptsPerOrder: number;
  readonly buyerMs: Latency;
  readonly pointsMs: Latency;
  readonly backlog: { readonly max: number; readonly end: number };
  /** Share of each pool's places in use while orders came, over the whole time of the load. */
  readonly utilisation: { readonly [pool in PoolId]?: number };
  readonly limits: Limits;
  readonly littlesLawError: number;
  /** From the end of the last disturbance until the backlog is as low as before; null for a steady load or never. */
  readonly drainMs: number | null;
  readonly ledger: Ledger;
  /** Locks on rows of the order database. */
  readonly locks: { readonly mean: number; readonly max: number };
  /** Orders that deaths of the order service have caught half-way. */
  readonly caughtOrders: number;
  /** Deadlines of the protocol that have passed: somebody has waited for too long. */
  readonly timedOut: number;
  /** Copies of messages that came when the points were there, and were recognised as such. */
  readonly duplicates: number;
  readonly checks: { readonly asked: number; readonly lastSettledMs: number | null };
  readonly oldestMessageMs: number;
  /** Of all events in their order and of when every order was answered and got its points: equal runs are equal. */
  readonly hash: string;
  readonly isCutShort: boolean;
}

export function measuresOf(
  id: ComparedId,
  program: Program,
  { run, samples, atEnd, isCutShort }: Simulation,
): Measures {
  const { scenario } = run;
  const seconds = secondsOf(scenario.curve);
  const finishMs = Math.max(run.now, run.endMs);
  const buyer = ages(run, run.outcomeMs, finishMs, (order) => run.outcome[order] === OUTCOME.failed);
  const points = ages(run, run.pointsMs, finishMs, (order) => hasNoPointsToCome(run, order));
  const ledger = ledgerOf(run);
  const answered = countWhere(
    run,
    (order) => run.outcome[order] === OUTCOME.answered && (run.outcomeMs[order] ?? 0) <= run.endMs,
  );
  const good = countWhere(run, (order) => isGood(run, order));
  return {
    id,
    isFluid: false,
    orders: run.orders,
    offeredPerS: run.orders / seconds,
    completedPerS: answered / seconds,
    goodputPerS: good / seconds,
    refused: countWhere(run, (order) => run.outcome[order] === OUTCOME.failed),
    gaveUp: countWhere(run, (order) => run.outcome[order] === OUTCOME.gaveUp),
    unfinished: run.unfinished,
    attemptsPerOrder: run.orders === 0 ? 0 : run.attempts / run.orders,
    buyerMs: latencyOf(buyer, scenario),
    pointsMs: latencyOf(points, scenario),
    backlog: { max: Math.max(samples.backlogMax, ...samples.backlog), end: run.backlog },
    utilisation: utilisationOf(run, atEnd?.area ?? run.places.area),
    limits: limitsOf(program, scenario),
    littlesLawError: littlesLawError(run),
    drainMs: drainOf(run),
    ledger,
    locks: locksOf(run, atEnd?.area ?? run.places.area),
    caughtOrders: run.caught,
    timedOut: run.watches.reduce((sum, { passed }) => sum + passed, 0),
    duplicates: run.copies,
    checks: {
      asked: run.checks.count,
      lastSettledMs: Number.isNaN(run.checks.lastSettledMs) ? null : run.checks.lastSettledMs,
    },
    oldestMessageMs: samples.oldestMs.reduce((most, age) => Math.max(most, age), 0),
    hash: hashOf(run),
    isCutShort,
  };
}

/** Answered while the buyer still waits for it. */
function isGood(run: Run, order: number): boolean {
  return (
    run.outcome[order] === OUTCOME.answered &&
    run.fate[order] !== FATE.lost &&
    (run.outcomeMs[order] ?? 0) - (run.arrivedMs[order] ?? 0) <= run.numbers.patience
  );
}

/** Lost and parked orders have no time to their points, and neither has one that was refused. */
function hasNoPointsToCome(run: Run, order: number): boolean {
  const fate = run.fate[order];
  return fate === FATE.lost || fate === FATE.parked || (run.outcome[order] === OUTCOME.failed && fate === FATE.none);
}

function countWhere(run: Run, test: (order: number) => boolean): number {
  let count = 0;
  for (let order = 0; order < run.orders; order += 1) if (test(order)) count += 1;
  return count;
}

/** Time from arrival to something, or the age of those that still wait; in the order of arrival. */
function ages(run: Run, until: Float64Array, finishMs: number, leaveOut: (order: number) => boolean): Float64Array {
  const found = new Float64Array(run.orders);
  let count = 0;
  for (let order = 0; order < run.orders; order += 1) {
    if (leaveOut(order)) continue;
    const at = until[order] ?? NaN;
    found[count] = (Number.isNaN(at) ? finishMs : at) - (run.arrivedMs[order] ?? 0);
    count += 1;
  }
  return found.subarray(0, count);
}

const BATCHES = 20;
/** Fewer orders in a batch say nothing about its 99th percentile. */
const BATCH_MIN = 500;
/** Twice the standard error: Student's t at 19 degrees of freedom. */
const T_19 = 2.093;

/** Sorts them where they are: a million have no room for copies. */
function latencyOf(all: Float64Array, scenario: LoadScenario): Latency {
  const isSteady = isSteadyLoad(scenario);
  const warm = isSteady ? all.subarray(Math.floor(all.length * WARM_UP)) : all;
  const spread = isSteady && warm.length >= BATCHES * BATCH_MIN ? spreadOf(warm) : null;
  const sorted = warm.sort();
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
    spread,
  };
}

/** The share of a steady run that is not counted: it begins empty. */
const WARM_UP = 0.02;

/** Without a peak or a fault. */
export function isSteadyLoad({ curve, faults, numbers, choices }: LoadScenario): boolean {
  const isFlat = curve.every(({ perS }) => perS === curve[0]?.perS);
  return isFlat && faults.length === 0 && numbers.poison === 0 && choices.arrivals !== 'closed';
}

export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return 0;
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low] ?? 0;
  return below + ((sorted[low + 1] ?? below) - below) * (at - low);
}

/** From batches in the order of arrival, each of which it sorts. */
function spreadOf(warm: Float64Array): Latency['spread'] {
  const size = Math.floor(warm.length / BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, index) => warm.subarray(index * size, (index + 1) * size).sort());
  const width = (share: number): number => {
    const values = batches.map((batch) => quantile(batch, share));
    const mean = values.reduce((sum, value) => sum + value, 0) / BATCHES;
    const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (BATCHES - 1);
    return T_19 * Math.sqrt(variance / BATCHES);
  };
  return { p50: width(0.5), p99: width(0.99) };
}

function ledgerOf(run: Run): Ledger {
  const fates = [0, 0, 0, 0, 0, 0];
  let refused = 0;
  for (let order = 0; order < run.orders; order += 1) {
    const fate = run.fate[order] ?? 0;
    if (fate === FATE.none && run.outcome[order] === OUTCOME.failed) refused += 1;
    else fates[fate] = (fates[fate] ?? 0) + 1;
  }
  const [open = 0, pending = 0, consistent = 0, lost = 0, parked = 0, phantom = 0] = fates;
  return { consistent, refused, lost, parked, phantom, pending, open };
}

function utilisationOf(run: Run, area: Float64Array): Measures['utilisation'] {
  const entries = POOLS.flatMap((pool, index): [PoolId, number][] => {
    if (pool === 'rows' && run.numbers.rows === 0) return [];
    const first = run.firstOf[index] ?? 0;
    const count = run.countOf[index] ?? 0;
    let sum = 0;
    for (let place = first; place < first + count; place += 1) sum += area[place] ?? 0;
    return sum === 0 ? [] : [[pool, sum / (run.endMs * count * capacityOf(pool, run.numbers))]];
  });
  return Object.fromEntries(entries);
}

/** On average while orders came, and at most. */
function locksOf(run: Run, area: Float64Array): Measures['locks'] {
  const first = run.firstOf[ROWS] ?? 0;
  const held = area.subarray(first, first + (run.countOf[ROWS] ?? 0)).reduce((sum, one) => sum + one, 0);
  return { mean: held / run.endMs, max: run.locksMax };
}

const ROWS = POOLS.indexOf('rows');

/** The area under the number of waiting buyers, beside the sum of the times that they waited: a check of the book-keeping. */
function littlesLawError(run: Run): number {
  const area = run.inSystemArea + run.inSystem * (run.now - run.inSystemSince);
  let sum = 0;
  for (let order = 0; order < run.orders; order += 1) {
    const at = run.outcomeMs[order] ?? NaN;
    sum += (Number.isNaN(at) ? run.now : at) - (run.arrivedMs[order] ?? 0);
  }
  return sum === 0 ? 0 : Math.abs(area - sum) / sum;
}

function drainOf(run: Run): number | null {
  const level = levelAtMs(run);
  return level === null ? null : Math.max(0, level.atMs - level.disturbedUntilMs);
}

/** All events in their order, and when every order was answered and got its points. */
function hashOf(run: Run): string {
  let hash = run.hash;
  for (const times of [run.outcomeMs, run.pointsMs]) {
    const words = new Uint32Array(times.buffer, times.byteOffset, run.orders * 2);
    for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
