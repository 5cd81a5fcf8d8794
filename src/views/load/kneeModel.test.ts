import { describe, expect, it } from 'vitest';
import { figuresOf, programFor } from '../../load/lab.ts';
import { presetOf } from '../../load/presets.ts';
import type { ComparedId, LoadScenario } from '../../load/settings.ts';
import { protocols } from '../../protocols/registry.ts';
import { kneeAt, kneeRates, kneeScenarios } from './kneeModel.ts';

const STEADY = presetOf('steady');

function kneeOf(id: ComparedId, base: LoadScenario): { readonly rates: readonly number[]; readonly at: number | null } {
  const scenario = { ...base, compared: [id] };
  const rates = kneeRates([{ program: programFor(id, protocols) }], scenario);
  const p99 = kneeScenarios(rates, scenario).map((one) => figuresOf(one, protocols)[0]?.buyerMs.p99 ?? null);
  return { rates, at: kneeAt(rates, p99) };
}

describe('the knee', () => {
  it('[LM6] is where the time is twice that of the least load, and nowhere while one is missing or none is', () => {
    expect(kneeAt([10, 20, 30], [5, 9, 11])).toBe(30);
    expect(kneeAt([10, 20, 30], [5, 9, 10])).toBeNull();
    expect(kneeAt([10, 20, 30], [null, 9, 11])).toBeNull();
    expect(kneeAt([10, 20, 30], [5, null, 11])).toBe(30);
    expect(kneeAt([], [])).toBeNull();
  });

  it('[LM7] goes up to what the slowest allows, without faults, whatever the load was', () => {
    const programs = (['call', 'two-phase-commit'] as const).map((id) => ({ program: programFor(id, protocols) }));
    const rates = kneeRates(programs, presetOf('far-away'));
    // Its twenty points connections are held for 69 ms each.
    expect(rates.at(-1)).toBeGreaterThan(280);
    expect(rates.at(-1)).toBeLessThan(300);
    expect([...rates].sort((one, other) => one - other)).toEqual(rates);
    for (const { faults, curve } of kneeScenarios(rates, presetOf('slow-points'))) {
      expect(faults).toEqual([]);
      expect(new Set(curve.map(({ perS }) => perS)).size).toBe(1);
    }
  });

  it('[LM8] of eight cores lies high, of one it comes early: many servers stay flat longer', () => {
    const eight = kneeOf('call', { ...STEADY, numbers: { ...STEADY.numbers, 'order-work': 0.1 } });
    const one = kneeOf('call', {
      ...STEADY,
      numbers: { ...STEADY.numbers, 'order-work': 0.1, 'points-cores': 1 },
    });
    const share = ({ rates, at }: typeof eight): number => (at ?? Infinity) / (rates.at(-1) ?? 1);
    expect(share(eight)).toBeGreaterThanOrEqual(0.9);
    // M/M/1 takes twice as long at 0.6 as at 0.2.
    expect(share(one)).toBeLessThanOrEqual(0.8);
  });

  it('[LM9] buyers of messages have none where the points are the bottleneck: the queue takes the wait', () => {
    expect(kneeOf('call', STEADY).at).not.toBeNull();
    expect(kneeOf('half-message', STEADY).at).toBeNull();
  });
});
