import { describe, expect, it } from 'vitest';
import { check, type Textbook } from './textbook.ts';

const BASE: Textbook = { model: 'mm1', lambda: 80, mu: 100, servers: 1, places: 10, orders: 1_000_000, seed: 11 };

describe('a pool alone, a million orders', () => {
  it.each<Partial<Textbook>>([
    { model: 'mm1' },
    { model: 'md1' },
    { model: 'mmc', lambda: 640, servers: 8 },
    { model: 'mm1k', lambda: 95 },
    { model: 'mm1k', lambda: 120 },
  ])('[LT1] meets its closed form within four standard deviations: %o', (given) => {
    const found = check({ ...BASE, ...given });
    expect(found.exactRecursionDifferenceMs).toBeLessThan(1e-6);
    expect(Math.abs(found.simulatedMs - found.closedFormMs)).toBeLessThan(4 * found.standardDeviationMs);
    expect(Math.abs(found.refused - found.refusedByClosedForm)).toBeLessThan(0.003);
  });
});
