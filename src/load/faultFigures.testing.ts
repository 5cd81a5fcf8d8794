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

/**
 * At 300/s. The relay comes round every interval and a pass of 4 ms per hundred rows. The oldest row has waited for all of
 * that and is first at the points, the youngest has come just now and is last of a burst that 1,333/s work off, and between
 * them the wait is even. Beside that there are 6 ms for the order, 5 ms of ways, and work of 6 ms on average, exponential:
 * where the burst is short, its tail is what the slowest hundredth consists of. A single seed once gave 138 ms, 1.1, 5.0 and
 * 10.6 s; the last is longer than the relay takes to come round.
 */
function polledP99(everyMs: number): number {
  const perMs = 0.3;
  const cycleMs = everyMs + 4.02 * Math.ceil((perMs * everyMs) / 100);
  const width = cycleMs - (perMs * cycleMs) / 1.333;
  const tail = 6 / width;
  const beyondMs = tail > 0.01 ? 6 * Math.log(tail / 0.01) : (tail - 0.01) * width;
  return cycleMs + beyondMs + 6 + 5;
}

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
      // Level again at 90 s: what is left of 300/s at a tenth of 1,333/s, worked off at what the others leave free.
      about('drain', (1_000 * (300 - 1_333 / 10) * 60) / (1_333 - 300)),
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
      [100, 76],
      [1_000, 622],
      [5_000, 3_000],
      [10_000, 6_200],
    ] as const
  ).map(([everyMs, p50]): Expectation => ({
    what: `polling every ${everyMs} ms`,
    variation: POLL(everyMs),
    id: 'local-message-table',
    figures: [about('points p50', p50), about('points p99', polledP99(everyMs), P99)],
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
    // A queue stands from its first poison on, so one seed is some 3,400 orders wide; [LF5] counts them for each.
    figures: [about('consistent', 17_619, 0.2)],
  },
  {
    what: 'far away',
    variation: { preset: 'far-away' },
    id: 'two-phase-commit',
    // It is 3 % above its capacity, 20 connections / 69 ms, so one seed is a third wide. The order in the middle of 100 s
    // waits for what has piled up until then, and takes 82 ms itself.
    figures: [about('buyer p50', (300 / (20 / 0.069) - 1) * 50_000 + 82)],
  },
  {
    what: 'poison in an ordered queue, given up after three tries',
    variation: { preset: 'poison-ordered', numbers: { tries: 3 }, choices: { until: 'empty' } },
    id: 'half-message',
    // A queue stands for 2 s, and what has come meanwhile is then consumed one after the other, 8 ms each: 4.4 % of all wait
    // for up to 2 s, so one in a hundred for 1.55 s, and takes its time beside that. Where a queue's messages are consumed
    // beside each other it is the 1.5 s of the one seed that is known.
    figures: [about('consistent', 53_834), about('points p99', 1_500, ONE_SEED)],
  },
  {
    what: 'poison at the head, given up after 16 tries',
    variation: { preset: 'poison-at-head', numbers: { tries: 16 }, choices: { until: 'empty' } },
    id: 'half-message',
    figures: [...quantiles([6.3, 22], [15.4, 41.2])],
  },
];
