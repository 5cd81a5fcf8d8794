/** What steady loads must come to, whatever the shape of the work: means of 8 seeds of simulators written before this one. */
import { about, P50, P99, quantiles, type Expectation, type Variation } from './presetFigures.testing.ts';
import { steady, type Choices } from './settings.ts';

/** Heavy tails: of 24 seeds one gives 137 ms and the others 93 to 111. The one figure that is known is one seed’s, and among them. */
const HEAVY = 0.15;

const STEADY: Variation = { preset: 'steady' };

const AT_1000: Variation = { preset: 'steady', curve: steady(1_000, 100) };

const SHAPE = (work: Choices['work']): Variation => ({
  preset: 'steady',
  curve: steady(1_000, 100),
  choices: { work },
});

export const STEADY_FIGURES: readonly Expectation[] = [
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
