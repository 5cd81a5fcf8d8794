import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { shortened } from './agreement.testing.ts';
import { openArrivals } from './arrivals.ts';
import { DRAW, uniform } from './draws.ts';
import { figuresOf } from './lab.ts';
import { presetOf } from './presets.ts';
import { EXPECTATIONS } from './expectations.testing.ts';
import { FIGURES, isWithin, scenarioOf } from './presetFigures.testing.ts';
import type { LoadScenario } from './settings.ts';

describe('presets', () => {
  // Whole and with 8 seeds in the second tier.
  const quick = EXPECTATIONS.filter(({ what }) =>
    ['steady', 'consumers away', 'points database down', 'refusing early'].includes(what),
  );

  it.each(quick)('[LF1] $what, $id: comes to its figures', ({ variation, id, figures }) => {
    const [found] = figuresOf(scenarioOf(variation, id, 5), protocols);
    if (found === undefined) throw new Error('Expected figures.');
    for (const figure of figures)
      expect([figure.name, isWithin(figure, FIGURES[figure.name](found))]).toEqual([figure.name, true]);
  });

  it('[LF2] a retry storm stays for ever where rate × attempts is more than the capacity, and a short queue ends it', () => {
    const storm = presetOf('retry-storm');
    const afterwards = (perS: number, numbers: Partial<LoadScenario['numbers']>): number => {
      const scenario: LoadScenario = {
        ...storm,
        compared: ['call'],
        curve: storm.curve.map(({ atS }) => ({ atS, perS })),
        numbers: { ...storm.numbers, ...numbers },
      };
      return figuresOf(shortened(scenario, 0.5), protocols)[0]?.goodputPerS ?? 0;
    };
    // Before the storm, which begins after a sixth of the time, all are served; of those after it none or all.
    expect(afterwards(600, {}) / 600).toBeLessThan(0.25);
    expect(afterwards(440, {}) / 440).toBeLessThan(0.6);
    expect(afterwards(600, { 'waiting-max': 300 }) / 600).toBeGreaterThan(0.7);
    expect(afterwards(600, { retries: 0 }) / 600).toBeGreaterThan(0.7);
  });

  it('[LF5] an ordered queue stands from its first poison on: as many orders are done as the draws alone say', () => {
    const preset = presetOf('poison-ordered');
    for (const seed of [1, 4, 7]) {
      const { curve, numbers } = preset;
      const scenario: LoadScenario = { ...preset, compared: ['half-message'], numbers: { ...numbers, seed } };
      const [found] = figuresOf(scenario, protocols);
      const arrivals = openArrivals(curve, seed, false);
      const standing = new Set<number>();
      let done = 0;
      for (let order = 0; arrivals.next() < Infinity; order += 1) {
        const queue = Math.floor(uniform(seed, order, DRAW.queue) * numbers.queues);
        if (uniform(seed, order, DRAW.poison) * 1_000 < numbers.poison) standing.add(queue);
        else if (!standing.has(queue)) done += 1;
      }
      // Some overtake each other on the way.
      expect(Math.abs((found?.ledger.consistent ?? NaN) - done)).toBeLessThan(20);
    }
  });

  it('[LF3] shows that the one who loses looks best by what is finished alone', () => {
    const [stuck] = figuresOf(shortened(presetOf('poison-ordered'), 0.5), protocols);
    expect(stuck?.unfinished).toBeGreaterThan(0);
    // With what is unfinished counted as old as it is, the 99th percentile is the run's own length.
    expect(stuck?.pointsMs.p99).toBeGreaterThan(30_000);
  });
});
