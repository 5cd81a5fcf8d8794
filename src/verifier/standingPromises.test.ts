import { describe, expect, it } from 'vitest';
import { HALF_MESSAGE, named } from './standingCases.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 1_500;

describe('a reduced space stands for the whole one', () => {
  it.each(HALF_MESSAGE.map(named))('[V26] for those who ask about promises: $name', ({ asked }) => {
    const { visited, mismatches } = comparedOnWalks(asked, 'promises', PAIRS);
    expect(mismatches).toEqual([]);
    expect(visited).toBeGreaterThan(PAIRS / 2);
  });
});
