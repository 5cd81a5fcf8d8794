import { describe, expect, it } from 'vitest';
import { check, closedFormMs, erlangC, type Textbook } from './textbook.ts';

const BASE: Textbook = { model: 'mm1', lambda: 80, mu: 100, servers: 1, places: 10, orders: 80_000, seed: 7 };

describe('a pool alone', () => {
  it.each<Partial<Textbook>>([
    { model: 'mm1', lambda: 50 },
    { model: 'mm1', lambda: 80 },
    { model: 'md1', lambda: 80 },
    { model: 'mmc', lambda: 640, servers: 8 },
    { model: 'mmc', lambda: 150, servers: 2 },
    { model: 'mm1k', lambda: 95 },
    { model: 'mm1k', lambda: 120 },
    { model: 'dd1', lambda: 99 },
  ])(
    '[LT1] is the exact recursion on the same draws, and its closed form within four standard deviations: %o',
    (given) => {
      const found = check({ ...BASE, ...given });
      expect(found.exactRecursionDifferenceMs).toBeLessThan(1e-6);
      // A constant time is met to the last digits.
      const width = Math.max(4 * found.standardDeviationMs, 1e-9);
      expect(Math.abs(found.simulatedMs - found.closedFormMs)).toBeLessThan(width);
      expect(Math.abs(found.refused - found.refusedByClosedForm)).toBeLessThan(0.006);
    },
  );

  it('[LT2] has the closed forms of the textbooks', () => {
    expect(closedFormMs({ ...BASE, lambda: 80 })).toBeCloseTo(50, 9);
    expect(closedFormMs({ ...BASE, model: 'md1', lambda: 80 })).toBeCloseTo(30, 9);
    // With one server Erlang's C is the load.
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(closedFormMs({ ...BASE, lambda: 100 })).toBe(Infinity);
  });
});
