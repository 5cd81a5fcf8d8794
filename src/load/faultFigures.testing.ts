/** What faults must come to, and relays, checks and poison: means of 8 seeds of simulators written before this one; what was measured with a single seed has the width of that seed. */
import { about, ONE_SEED, P99, quantiles, type Expectation, type Variation } from './presetFigures.testing.ts';
import { steady } from './settings.ts';

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

export const FAULT_FIGURES: readonly Expectation[] = [
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
    what: 'poison in an ordered queue, tried for ever',
    variation: { preset: 'poison-ordered' },
    id: 'half-message',
    // A queue stands from its first poison on, so one seed is some 3,400 orders wide.
    figures: [about('consistent', 17_619, 0.2)],
  },
  {
    what: 'far away',
    variation: { preset: 'far-away' },
    id: 'two-phase-commit',
    // It is a hundredth above its capacity: one seed is a third wide.
    figures: [about('buyer p50', 2_200, 0.35)],
  },
  {
    what: 'poison in an ordered queue, given up after three tries',
    variation: { preset: 'poison-ordered', numbers: { tries: 3 }, choices: { until: 'empty' } },
    id: 'half-message',
    figures: [about('consistent', 53_834), about('points p99', 1_500, ONE_SEED)],
  },
  {
    what: 'poison at the head, given up after 16 tries',
    variation: { preset: 'poison-at-head', numbers: { tries: 16 }, choices: { until: 'empty' } },
    id: 'half-message',
    figures: [...quantiles([6.3, 22], [15.4, 41.2])],
  },
];
