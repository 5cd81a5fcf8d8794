/** A load of too many orders to simulate: its figures and curves as a fluid has them, in the words of any other run. */
import { limitsOf } from './capacity.ts';
import { logarithm } from './draws.ts';
import { flowOf, type Flow, type Stage } from './fluid.ts';
import { POOLS } from './instruction.ts';
import type { Latency, Measures } from './measures.ts';
import type { Program } from './operation.ts';
import { BUCKETS, BUCKETS_PER_DECADE, FIRST_MS, type Series } from './series.ts';
import { ordersOf, secondsOf, type ComparedId, type LoadScenario } from './settings.ts';

/** More orders than this are not simulated one by one; a million take some seconds. */
const ORDERS_ONE_BY_ONE = 1_000_000;
const BINS = 500;

export function isFluid({ curve }: LoadScenario): boolean {
  return ordersOf(curve) > ORDERS_ONE_BY_ONE;
}

export function fluidRun(
  id: ComparedId,
  program: Program,
  scenario: LoadScenario,
): { readonly measures: Measures; readonly series: Series } {
  const flow = flowOf(program, scenario);
  const limits = limitsOf(program, scenario);
  const buyerMs = flow.buyers.waitS.map((waitS) => 1_000 * waitS + limits.aloneMs.buyer);
  const pointsMs = flow.buyers.waitS.map(
    (waitS, step) => 1_000 * (waitS + laterS(flow, step, waitS)) + limits.aloneMs.points,
  );
  return {
    measures: measuresOf({ id, scenario, flow, buyerMs, pointsMs, limits }),
    series: seriesOf({ id, scenario, flow, buyerMs, pointsMs, limits }),
  };
}

interface Run {
  readonly id: ComparedId;
  readonly scenario: LoadScenario;
  readonly flow: Flow;
  readonly buyerMs: readonly number[];
  readonly pointsMs: readonly number[];
  readonly limits: Measures['limits'];
}

/** What the messages wait of orders that came in this step and had their answer so much later. */
function laterS({ messages, stepS }: Flow, step: number, answeredAfterS: number): number {
  if (messages === null) return 0;
  const at = Math.min(messages.waitS.length - 1, step + Math.round(answeredAfterS / stepS));
  return messages.waitS[at] ?? 0;
}

function measuresOf({ id, scenario, flow, buyerMs, pointsMs, limits }: Run): Measures {
  const { curve, numbers } = scenario;
  const seconds = secondsOf(curve);
  const { buyers, messages, inPerS, stepS } = flow;
  const orders = Math.round(ordersOf(curve));
  const during = (perS: readonly number[]): number =>
    perS.reduce((sum, rate, step) => ((step + 1) * stepS <= seconds + stepS / 2 ? sum + rate * stepS : sum), 0);
  const last = messages ?? buyers;
  const unfinished = Math.round((buyers.waiting.at(-1) ?? 0) + (messages?.waiting.at(-1) ?? 0));
  const inTime = inPerS.map((rate, step) => ((buyerMs[step] ?? 0) <= numbers.patience ? rate : 0));
  // From the worst on.
  const worstS = (last.waiting.indexOf(Math.max(...last.waiting)) + 1) * stepS;
  return {
    id,
    isFluid: true,
    orders,
    offeredPerS: orders / seconds,
    completedPerS: during(buyers.outPerS) / seconds,
    goodputPerS: during(inTime) / seconds,
    refused: 0,
    gaveUp: 0,
    unfinished,
    attemptsPerOrder: 1,
    buyerMs: latencyOf(buyerMs, inPerS),
    pointsMs: latencyOf(pointsMs, inPerS),
    backlog: { max: Math.round(flow.backlogMax), end: Math.round(last.waiting.at(-1) ?? 0) },
    utilisation: Object.fromEntries(
      POOLS.filter((pool) => limits.demandMs[pool] > 0 && (pool !== 'rows' || numbers.rows > 0)).map((pool) => [
        pool,
        (during(last.outPerS) * limits.demandMs[pool]) / (1_000 * seconds * numbers[pool]),
      ]),
    ),
    limits,
    littlesLawError: littlesLawError(flow),
    drainMs: flow.drainedAtS === null ? null : 1_000 * (flow.drainedAtS - worstS),
    ledger: {
      consistent: orders - unfinished,
      refused: 0,
      lost: 0,
      parked: 0,
      phantom: 0,
      pending: unfinished,
      open: 0,
    },
    locks: {
      mean: (during(buyers.outPerS) * limits.demandMs.rows) / (1_000 * seconds),
      max: Math.round((Math.max(...buyers.outPerS) * limits.demandMs.rows) / 1_000),
    },
    caughtOrders: 0,
    timedOut: 0,
    duplicates: 0,
    checks: { asked: 0, lastSettledMs: null },
    oldestMessageMs: 1_000 * Math.max(0, ...(messages?.waitS ?? [])),
    hash: '–',
    isCutShort: unfinished > 0,
  };
}

/** Percentiles over orders: each step counts as many times as orders come in it. */
function latencyOf(ms: readonly number[], weights: readonly number[]): Latency {
  const all = ms
    .map((value, step) => ({ value, weight: weights[step] ?? 0 }))
    .sort((one, other) => one.value - other.value);
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  const quantile = (share: number): number => {
    let passed = 0;
    const found = all.find(({ weight }) => {
      passed += weight;
      return passed >= share * sum;
    });
    return found?.value ?? 0;
  };
  const max = all.reduce((most, { value, weight }) => (weight > 0 ? Math.max(most, value) : most), 0);
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), max, spread: null };
}

/** The area under what waits, beside the sum of the times that it waits: a step is not nothing. */
function littlesLawError({ buyers, messages, inPerS, stepS }: Flow): number {
  const sides = [
    [buyers, inPerS],
    [messages, buyers.outPerS],
  ] as const;
  const [filled, waited] = sides.reduce(
    ([area, sum], [stage, rates]) => [
      area + areaOf(stage, stepS),
      sum + (stage?.waitS ?? []).reduce((total, waitS, step) => total + waitS * (rates[step] ?? 0) * stepS, 0),
    ],
    [0, 0],
  );
  return waited === 0 ? 0 : Math.abs(filled - waited) / waited;
}

function areaOf(stage: Stage | null, stepS: number): number {
  return (stage?.waiting ?? []).reduce(
    (sum, waiting, step, all) => sum + ((waiting + (all[step - 1] ?? 0)) / 2) * stepS,
    0,
  );
}

function seriesOf({ flow, buyerMs, pointsMs, limits, scenario }: Run): Series {
  const { buyers, messages, inPerS, stepS } = flow;
  const every = Math.max(1, Math.ceil(inPerS.length / BINS));
  const thinned = (values: readonly number[]): readonly number[] => values.filter((_, step) => step % every === 0);
  const none = thinned(inPerS).map(() => 0);
  const last = messages ?? buyers;
  const inUse = POOLS.map((pool) => [
    pool,
    thinned(last.outPerS).map((perS) => Math.min(scenario.numbers[pool], (perS * limits.demandMs[pool]) / 1_000)),
  ]);
  return {
    stepMs: 1_000 * stepS * every,
    offeredPerS: thinned(inPerS),
    answeredPerS: thinned(buyers.outPerS),
    refusedPerS: none,
    pointsPerS: thinned(last.outPerS),
    backlog: thinned(last.waiting),
    buyers: thinned(buyers.waiting),
    oldestMs: thinned(messages?.waitS ?? none).map((waitS) => 1_000 * waitS),
    inUse: Object.fromEntries(inUse),
    waiting: { threads: thinned(buyers.waiting) },
    buyerMs: { p50: thinned(buyerMs), p99: thinned(buyerMs) },
    pointsMs: { p50: thinned(pointsMs), p99: thinned(pointsMs) },
    histogram: { buyer: histogramOf(buyerMs, inPerS), points: histogramOf(pointsMs, inPerS) },
  };
}

function histogramOf(ms: readonly number[], weights: readonly number[]): readonly number[] {
  const counts = Array.from({ length: BUCKETS }, () => 0);
  ms.forEach((value, step) => {
    const bucket = Math.floor((logarithm(Math.max(value, FIRST_MS) / FIRST_MS) / Math.LN10) * BUCKETS_PER_DECADE);
    const at = Math.min(bucket, BUCKETS - 1);
    counts[at] = (counts[at] ?? 0) + (weights[step] ?? 0);
  });
  return counts;
}
