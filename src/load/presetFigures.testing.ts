/**
 * What presets and variations of them must come to, found by simulators that were written before this one. Means of 8 seeds;
 * one that was measured with a single seed has the width of that seed.
 */
import type { Measures } from './measures.ts';
import { presetOf, type PresetId } from './presets.ts';
import {
  peak,
  steady,
  type Choices,
  type ComparedId,
  type CurvePoint,
  type LabFault,
  type LoadScenario,
  type Numbers,
} from './settings.ts';

/** A preset, or something else that is said in its words. */
export interface Variation {
  readonly preset: PresetId;
  readonly curve?: readonly CurvePoint[];
  readonly numbers?: Partial<Numbers>;
  readonly choices?: Partial<Choices>;
  readonly faults?: readonly LabFault[];
}

export interface Expectation {
  readonly what: string;
  readonly variation: Variation;
  readonly id: ComparedId;
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly name: FigureName;
  readonly expected: number;
  /** Relative; absolute where `expected` is 0. */
  readonly within: number;
}

/** Times in milliseconds. */
export const FIGURES = {
  'buyer p50': ({ buyerMs }) => buyerMs.p50,
  'buyer p99': ({ buyerMs }) => buyerMs.p99,
  'buyer longest': ({ buyerMs }) => buyerMs.max,
  'points p50': ({ pointsMs }) => pointsMs.p50,
  'points p99': ({ pointsMs }) => pointsMs.p99,
  'points longest': ({ pointsMs }) => pointsMs.max,
  'backlog max': ({ backlog }) => backlog.max,
  'backlog end': ({ backlog }) => backlog.end,
  drain: ({ drainMs }) => drainMs ?? NaN,
  goodput: ({ goodputPerS }) => goodputPerS,
  refused: ({ refused }) => refused,
  lost: ({ ledger }) => ledger.lost,
  parked: ({ ledger }) => ledger.parked,
  consistent: ({ ledger }) => ledger.consistent,
  'attempts per order': ({ attemptsPerOrder }) => attemptsPerOrder,
  'last settled': ({ checks }) => checks.lastSettledMs ?? 0,
} as const satisfies { readonly [name: string]: (measures: Measures) => number };
export type FigureName = keyof typeof FIGURES;

export function scenarioOf(
  { preset, curve, numbers, choices, faults }: Variation,
  id: ComparedId,
  seed: number,
): LoadScenario {
  const base = presetOf(preset);
  return {
    compared: [id],
    curve: curve ?? base.curve,
    numbers: { ...base.numbers, ...numbers, seed },
    choices: { ...base.choices, ...choices },
    faults: faults ?? base.faults,
  };
}

const P50 = 0.03;
const P99 = 0.05;
const LONG = 0.03;
/** The width of a single run's 99th percentile. */
const ONE_SEED = 0.1;
/** Heavy tails: of 24 seeds one gives 137 ms and the others 93 to 111. Their mean is above the one figure that is known. */
const HEAVY = 0.15;

/** p50 and p99 of the buyer, and of the points. */
function quantiles(buyer: readonly [number, number], points: readonly [number, number] | null): readonly Figure[] {
  return [
    { name: 'buyer p50', expected: buyer[0], within: P50 },
    { name: 'buyer p99', expected: buyer[1], within: P99 },
    ...(points === null
      ? []
      : ([
          { name: 'points p50', expected: points[0], within: P50 },
          { name: 'points p99', expected: points[1], within: P99 },
        ] as const)),
  ];
}

function about(name: FigureName, expected: number, within = LONG): Figure {
  return { name, expected, within };
}

const STEADY: Variation = { preset: 'steady' };
const AT_1000: Variation = { preset: 'steady', curve: steady(1_000, 100) };
const HOT = (perS: number): Variation => ({ preset: 'hot-rows', curve: steady(perS, 120) });
const HOT_PEAK: Variation = { preset: 'hot-rows', curve: peak(300, { perS: 1_000, fromS: 20, toS: 50 }, 110) };
const POLL = (everyMs: number): Variation => ({
  preset: 'relay-too-slow',
  numbers: { 'poll-every': everyMs },
  choices: { 'look-again': 'on', until: 'empty' },
});
const LOST = (toS: number, lookUp: number, threads: number): Variation => ({
  preset: 'too-many-checks',
  curve: steady(300, toS + 40),
  numbers: { 'look-up': lookUp, 'check-threads': threads },
  faults: [{ kind: 'ends-lost', fromS: 20, toS }],
});
const SHAPE = (work: Choices['work']): Variation => ({
  preset: 'steady',
  curve: steady(1_000, 100),
  choices: { work },
});

export const EXPECTATIONS: readonly Expectation[] = [
  ...(
    [
      ['call', [12.8, 38.7], [12.8, 38.7]],
      ['two-phase-commit', [13.8, 39.7], [13.8, 39.7]],
      ['plain-mq', [6.3, 21.9], [13.8, 39.7]],
      ['half-message', [6.3, 21.9], [15.4, 41.2]],
      ['local-message-table', [4.9, 21.3], [17.6, 43.7]],
    ] as const
  ).map(([id, buyer, points]): Expectation => ({
    what: 'steady',
    variation: STEADY,
    id,
    figures: quantiles(buyer, points),
  })),
  ...(
    [
      ['call', 13.9, 13.9],
      ['two-phase-commit', 14.9, 14.9],
      ['plain-mq', 6.3, 14.9],
      ['half-message', 6.3, 16.5],
      ['local-message-table', 4.9, 19.2],
    ] as const
  ).map(([id, buyer, points]): Expectation => ({
    what: 'steady at 1,000/s',
    variation: AT_1000,
    id,
    figures: [about('buyer p50', buyer), about('points p50', points)],
  })),
  ...(['call', 'two-phase-commit'] as const).map((id): Expectation => ({
    what: 'peak',
    variation: { preset: 'peak' },
    id,
    figures: [about('buyer p99', 14_700, P99), about('buyer longest', 15_000)],
  })),
  ...(['plain-mq', 'half-message', 'local-message-table'] as const).map((id): Expectation => ({
    what: 'peak',
    variation: { preset: 'peak' },
    id,
    figures: [
      about('buyer p99', 22, P99),
      about('points p99', 14_700, P99),
      about('points longest', 15_000),
      about('backlog max', 19_900),
      about('drain', 27_300),
    ],
  })),
  ...(['call', 'two-phase-commit'] as const).map((id): Expectation => ({
    what: 'slow points',
    variation: { preset: 'slow-points' },
    id,
    figures: [about('buyer p99', 32_400, P99), about('buyer longest', 33_500)],
  })),
  {
    what: 'slow points',
    variation: { preset: 'slow-points' },
    id: 'half-message',
    figures: [
      about('buyer p99', 22, P99),
      about('points p99', 32_400, P99),
      about('backlog max', 10_000),
      about('drain', 10_000, 0.05),
    ],
  },
  {
    what: 'consumers away',
    variation: { preset: 'consumers-away' },
    id: 'half-message',
    figures: [about('backlog max', 18_000), about('points longest', 60_000), about('drain', 17_400)],
  },
  {
    what: 'points database down',
    variation: { preset: 'points-down' },
    id: 'half-message',
    figures: [about('points p99', 100_000, P99), about('points longest', 100_000), about('drain', 60_000)],
  },
  { what: 'points database down', variation: { preset: 'points-down' }, id: 'call', figures: [about('lost', 18_000)] },
  ...(
    [
      ['300/s', HOT(300), [13.6, 41], [17.1, 69], [18.8, 76], [6.9, 26]],
      ['500/s', HOT(500), [14.2, 43], [26.7, 134], [32.5, 165], [7.4, 29]],
      ['600/s', HOT(600), [14.7, 45], [44, 246], [70, 402], [7.7, 31]],
      ['peak', HOT_PEAK, [15.8, 52], [3_200, 12_300], [4_500, 15_300], [8.2, 41]],
    ] as const
  ).flatMap(([name, variation, ...columns]) =>
    (['call', 'call-inside', 'two-phase-commit', 'half-message'] as const).map((id, column): Expectation => ({
      what: `hot rows, ${name}`,
      variation,
      id,
      figures: quantiles(columns[column] ?? [0, 0], null),
    })),
  ),
  { what: 'ten connections', variation: { preset: 'ten-connections' }, id: 'call', figures: quantiles([14, 41], null) },
  {
    what: 'ten connections',
    variation: { preset: 'ten-connections' },
    id: 'call-inside',
    figures: [about('buyer p50', 13_500, 0.05)],
  },
  {
    what: 'ten connections',
    variation: { preset: 'ten-connections' },
    id: 'two-phase-commit',
    figures: [about('buyer p50', 16_500, 0.05)],
  },
  { what: 'points overloaded', variation: { preset: 'overloaded' }, id: 'call', figures: [about('goodput', 303, 0.1)] },
  {
    what: 'points overloaded',
    variation: { preset: 'overloaded' },
    id: 'half-message',
    figures: [about('goodput', 1_498), about('buyer p99', 22, P99)],
  },
  {
    what: 'points overloaded, until the last has its points',
    variation: { preset: 'overloaded', choices: { until: 'empty' } },
    id: 'half-message',
    figures: [about('points longest', 14_600, 0.05)],
  },
  {
    what: 'refusing early',
    variation: { preset: 'refusing-early' },
    id: 'call',
    figures: [about('goodput', 1_345), about('buyer p99', 960, P99), about('refused', 18_000, 0.1)],
  },
  {
    what: 'retry storm',
    variation: { preset: 'retry-storm' },
    id: 'call',
    figures: [about('attempts per order', 2.64), about('goodput', 101, 0.05)],
  },
  ...(
    [
      [100, 76, 138],
      [1_000, 622, 1_100],
      [5_000, 3_000, 5_000],
      [10_000, 6_200, 10_600],
    ] as const
  ).map(([everyMs, p50, p99]): Expectation => ({
    what: `polling every ${everyMs} ms`,
    variation: POLL(everyMs),
    id: 'local-message-table',
    figures: [about('points p50', p50, 0.05), about('points p99', p99, ONE_SEED)],
  })),
  {
    what: 'relay too slow',
    variation: { preset: 'relay-too-slow' },
    id: 'local-message-table',
    figures: [about('backlog end', 23_900)],
  },
  ...(
    [
      [LOST(80, 2, 1), 222_000],
      [LOST(80, 2, 8), 94_000],
      [LOST(80, 10, 1), 290_000],
      [LOST(320, 10, 8), 582_000],
    ] as const
  ).map(([variation, atMs]): Expectation => ({
    what: `checks, settled at ${atMs / 1_000} s`,
    variation,
    id: 'half-message',
    figures: [about('last settled', atMs), about('parked', 0, 0.5)],
  })),
  { what: 'checks, too many', variation: LOST(320, 10, 1), id: 'half-message', figures: [about('parked', 26_260)] },
  {
    what: 'broker away',
    variation: { preset: 'broker-away' },
    id: 'half-message',
    figures: [about('refused', 9_000), about('lost', 0, 0.5)],
  },
  {
    what: 'broker away',
    variation: { preset: 'broker-away' },
    id: 'local-message-table',
    figures: [about('refused', 0, 0.5), about('backlog max', 9_000)],
  },
  { what: 'broker away', variation: { preset: 'broker-away' }, id: 'plain-mq', figures: [about('lost', 9_000)] },
  {
    what: 'shape: fixed',
    variation: SHAPE('fixed'),
    id: 'half-message',
    figures: [about('buyer p50', 7.5), about('points p50', 17), about('points p99', 22, P99)],
  },
  {
    what: 'shape: exponential',
    variation: SHAPE('exponential'),
    id: 'half-message',
    figures: quantiles([6.3, 22], [16.5, 43]),
  },
  {
    what: 'shape: heavy',
    variation: SHAPE('heavy'),
    id: 'half-message',
    figures: [...quantiles([4.8, 46], null), about('points p50', 13.7), about('points p99', 94, HEAVY)],
  },
  {
    what: 'coordinated omission, open',
    variation: { preset: 'coordinated-omission' },
    id: 'call',
    figures: [about('buyer p50', 14, P50), about('buyer p99', 1_900, P99)],
  },
  {
    what: 'coordinated omission, closed',
    variation: { preset: 'closed-loop' },
    id: 'call',
    figures: [about('buyer p50', 13, P50), about('buyer p99', 38, P99)],
  },
];

/** Of the mean of some runs with seeds one after the other. */
export function isWithin({ expected, within }: Figure, found: number): boolean {
  return Math.abs(found - expected) <= (expected === 0 ? within : within * expected);
}
