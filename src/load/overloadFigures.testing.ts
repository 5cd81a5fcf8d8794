/** What peaks, locks and overload must come to: means of 8 seeds of simulators written before this one. */
import { about, P99, quantiles, type Expectation, type Variation } from './presetFigures.testing.ts';
import { peak, steady } from './settings.ts';

/** 2,500 a second for 2,000 at the order database, with room at the points. */
const ORDERS_OVERLOADED: Variation = {
  preset: 'overloaded',
  curve: steady(2_500, 60),
  numbers: { 'order-cores': 8, 'points-cores': 32, 'points-connections': 80, consumers: 80 },
};
const HOT = (perS: number): Variation => ({ preset: 'hot-rows', curve: steady(perS, 120) });

const HOT_PEAK: Variation = { preset: 'hot-rows', curve: peak(300, { perS: 1_000, fromS: 20, toS: 50 }, 110) };

export const OVERLOAD_FIGURES: readonly Expectation[] = [
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
    figures: [about('buyer p50', 13_500)],
  },
  {
    what: 'ten connections',
    variation: { preset: 'ten-connections' },
    id: 'two-phase-commit',
    figures: [about('buyer p50', 16_500)],
  },
  ...(
    [
      ['call', [14.2, 41]],
      ['two-phase-commit', [15.9, 51]],
    ] as const
  ).map(([id, buyer]): Expectation => ({
    what: 'a hundred hot rows, 1,000/s',
    variation: { ...HOT(1_000), numbers: { rows: 100 } },
    id,
    figures: quantiles(buyer, null),
  })),
  { what: 'points overloaded', variation: { preset: 'overloaded' }, id: 'call', figures: [about('goodput', 303)] },
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
    figures: [about('points longest', 14_600)],
  },
  {
    what: 'refusing early',
    variation: { preset: 'refusing-early' },
    id: 'call',
    // Whoever is not served in 120 s of 1,500/s; also asked of a single seed.
    figures: [about('goodput', 1_345), about('buyer p99', 960, P99), about('refused', (1_500 - 1_345) * 120, 0.1)],
  },
  {
    what: 'retry storm',
    variation: { preset: 'retry-storm' },
    id: 'call',
    figures: [about('attempts per order', 2.64), about('goodput', 101)],
  },
  {
    what: 'orders overloaded',
    variation: ORDERS_OVERLOADED,
    id: 'half-message',
    figures: [about('goodput', 500)],
  },
  {
    what: 'orders overloaded, refusing early',
    variation: { ...ORDERS_OVERLOADED, numbers: { ...ORDERS_OVERLOADED.numbers, 'waiting-max': 1_000 } },
    id: 'half-message',
    figures: [about('goodput', 2_021, 0.02)],
  },
];
