import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { shortened } from './agreement.testing.ts';
import { flowOf } from './fluid.ts';
import { figuresOf, programFor } from './lab.ts';
import { presetOf, PRESET_IDS } from './presets.ts';
import { peak, steady, type LoadScenario } from './settings.ts';

const STEADY = presetOf('steady');

describe('laws', () => {
  it.each(PRESET_IDS)('[LL1] Little’s law holds to 10⁻⁹, and every order is accounted for: %s', (id) => {
    for (const { littlesLawError, orders, ledger } of figuresOf(shortened(presetOf(id), 0.05), protocols)) {
      expect(littlesLawError).toBeLessThan(1e-9);
      expect(Object.values(ledger).reduce((sum, count) => sum + count, 0)).toBe(orders);
    }
  });

  it('[LL2] a pool is used for λ · D / c of the time', () => {
    const scenario: LoadScenario = { ...STEADY, compared: ['half-message', 'call'], curve: steady(800, 60) };
    for (const { offeredPerS, utilisation, limits } of figuresOf(scenario, protocols)) {
      for (const pool of ['order-cores', 'points-cores'] as const) {
        const expected = (offeredPerS * limits.demandMs[pool]) / 1_000 / scenario.numbers[pool];
        // Work is exponential: the relative deviation of a sum of n is 1/√n.
        const deviation = expected / Math.sqrt(offeredPerS * 60);
        expect(Math.abs((utilisation[pool] ?? 0) - expected)).toBeLessThan(4 * deviation + 0.001);
      }
    }
  });

  it.each([
    ['call', 181.8],
    ['call-inside', 71.4],
    ['two-phase-commit', 66.7],
  ] as const)('[LL3] one hot row lets as many orders through as it is held for: %s %f/s', (id, perS) => {
    const scenario: LoadScenario = {
      ...STEADY,
      compared: [id],
      curve: steady(300, 60),
      numbers: { ...STEADY.numbers, rows: 1, threads: 400, connections: 400, 'order-cores': 16 },
      choices: { ...STEADY.choices, until: 'end' },
    };
    const [figures] = figuresOf(scenario, protocols);
    expect(figures?.limits.bottleneck).toBe('rows');
    expect(figures?.limits.capacityPerS).toBeCloseTo(perS, 0);
    expect(Math.abs((figures?.completedPerS ?? 0) / perS - 1)).toBeLessThan(0.03);
  });

  it('[LL4] a chain of pools is as fast as the slowest', () => {
    const scenario: LoadScenario = {
      ...STEADY,
      compared: ['half-message', 'call', 'two-phase-commit', 'plain-mq'],
      curve: steady(2_000, 20),
      numbers: { ...STEADY.numbers, 'order-cores': 16 },
      choices: { ...STEADY.choices, until: 'end' },
    };
    for (const { limits, ledger } of figuresOf(scenario, protocols)) {
      expect(limits).toMatchObject({ bottleneck: 'points-cores' });
      expect(limits.capacityPerS).toBeCloseTo(1_333.3, 0);
      expect(Math.abs(ledger.consistent / 20 / 1_333.3 - 1)).toBeLessThan(0.02);
    }
  });

  it('[LL5] a peak piles up and drains as a fluid does', () => {
    const scenario: LoadScenario = {
      ...presetOf('peak'),
      compared: ['half-message'],
      curve: peak(600, { perS: 2_000, fromS: 5, toS: 15 }, 30),
    };
    const fluid = flowOf(programFor('half-message', protocols), scenario);
    // (a − c) T, and from the end of the peak (a − c) T / (c − b).
    expect(fluid.backlogMax).toBeCloseTo(6_667, -2);
    expect(fluid.drainedAtS).toBeCloseTo(15 + 9.09, 1);
    expect(fluid.longestWaitS).toBeCloseTo(5, 1);
    const runs = Array.from(
      { length: 8 },
      (_, seed) => figuresOf({ ...scenario, numbers: { ...scenario.numbers, seed } }, protocols)[0],
    );
    const mean = (of: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    expect(Math.abs(mean((run) => run?.backlog.max ?? 0) / fluid.backlogMax - 1)).toBeLessThan(0.03);
    expect(Math.abs(mean((run) => run?.drainMs ?? 0) / 9_090 - 1)).toBeLessThan(0.04);
  });

  it('[LL6] the same scenario gives the same run, and another seed another', () => {
    const scenario = { ...STEADY, curve: steady(300, 5) };
    const hashes = (seed: number): readonly string[] =>
      figuresOf({ ...scenario, numbers: { ...scenario.numbers, seed } }, protocols).map(({ hash }) => hash);
    expect(hashes(7)).toEqual(hashes(7));
    expect(hashes(7)).not.toEqual(hashes(8));
  });
});
