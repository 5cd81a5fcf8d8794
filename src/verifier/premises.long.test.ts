import { describe, expect, it } from 'vitest';
import { EVERY_KIND } from './premises.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 3_000;

describe('what a forgetting takes for granted', () => {
  it.each(EVERY_KIND)('[V49] is not touched on long walks by a kind while which it stays: $name', ({ cases }) => {
    for (const asked of cases) expect(comparedOnWalks(asked, 'exact', PAIRS).mismatches).toEqual([]);
  });
});
