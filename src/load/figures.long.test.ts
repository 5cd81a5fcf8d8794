import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { figuresOf } from './lab.ts';
import { presetOf } from './presets.ts';
import { EXPECTATIONS } from './expectations.testing.ts';
import { FIGURES, isWithin, scenarioOf } from './presetFigures.testing.ts';
import { steady, type LoadScenario } from './settings.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const LONG_ENOUGH_S = 300;

describe('presets, whole, 8 seeds', () => {
  it.each(EXPECTATIONS)('[LF1] $what, $id: come to their figures', ({ variation, id, figures }) => {
    const runs = SEEDS.flatMap((seed) => figuresOf(scenarioOf(variation, id, seed), protocols));
    for (const figure of figures) {
      const mean = runs.reduce((sum, run) => sum + FIGURES[figure.name](run), 0) / runs.length;
      expect({ figure: figure.name, expected: figure.expected, mean, isWithin: isWithin(figure, mean) }).toMatchObject({
        isWithin: true,
      });
    }
  });

  it('[LF2] a retry storm: which rates recover, and what helps', () => {
    const storm = presetOf('retry-storm');
    // Where it recovers, the heap of repeated requests is worked off within two minutes; of five, most is then served.
    const share = (perS: number, numbers: Partial<LoadScenario['numbers']> = {}): number => {
      const scenario: LoadScenario = {
        ...storm,
        compared: ['call'],
        curve: steady(perS, LONG_ENOUGH_S),
        numbers: { ...storm.numbers, ...numbers },
      };
      return (figuresOf(scenario, protocols)[0]?.goodputPerS ?? 0) / perS;
    };
    const recovers = (perS: number, numbers?: Partial<LoadScenario['numbers']>): boolean => {
      const served = share(perS, numbers);
      // Nothing lies between the two: it is over soon, or it is never over.
      expect(served < 0.1 || served > 0.7).toBe(true);
      return served > 0.7;
    };
    expect([recovers(400), recovers(440)]).toEqual([true, false]);
    expect([recovers(600, { retries: 1 }), recovers(700, { retries: 1 })]).toEqual([true, false]);
    expect(recovers(1_000, { 'retry-pause': 2_000 })).toBe(false);
    expect([300, 1_000, 2_000].map((max) => recovers(600, { 'waiting-max': max }))).toEqual([true, true, false]);
  });

  it('[LF4] a ninth core at the points: the 99th percentile of the points', () => {
    const change = (perS: number): number => {
      const p99 = (cores: number): number => {
        const base = presetOf('steady');
        const runs = SEEDS.flatMap((seed) =>
          figuresOf(
            {
              ...base,
              compared: ['half-message'],
              curve: steady(perS, LONG_ENOUGH_S),
              numbers: { ...base.numbers, 'points-cores': cores, seed },
            },
            protocols,
          ),
        );
        return runs.reduce((sum, run) => sum + run.pointsMs.p99, 0) / runs.length;
      };
      return p99(9) / p99(8) - 1;
    };
    expect(Math.abs(change(1_067) + 0.05)).toBeLessThan(0.02);
    expect(Math.abs(change(1_200) + 0.2)).toBeLessThan(0.05);
  });
});
