import { describe, expect, it } from 'vitest';
import { named, UNCOUNTED } from './standingCases.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 1_000;

describe('a space that does not count stands for the whole one', () => {
  it.each(UNCOUNTED.long.map(named))('[V40] step by step, for those who ask about promises: $name', ({ asked }) => {
    for (const reduction of ['uncounted', 'trusting'] as const) {
      const { visited, mismatches } = comparedOnWalks(asked, reduction, PAIRS);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThan(PAIRS / 2);
    }
  });
});
