import { describe, expect, it } from 'vitest';
import { HALF_MESSAGE, named, OTHERS } from './standingCases.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 1_500;

describe('a reduced space stands for the whole one', () => {
  it.each([...HALF_MESSAGE, ...OTHERS].map(named))(
    '[V25] step by step, both ways, where it is exact: $name',
    ({ asked }) => {
      const { visited, mismatches } = comparedOnWalks(asked, 'exact', PAIRS);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThan(PAIRS / 2);
    },
  );
});
