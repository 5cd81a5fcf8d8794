import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { answered, CRASH, NO_FAULTS, SILENT, SMALL, type Asked } from './explore.testing.ts';
import { named } from './standingCases.testing.ts';
import { comparedEverywhere } from './standing.testing.ts';

describe('a reduced space stands for the whole one', () => {
  const SMALL_SPACES: readonly Asked[] = [
    { settings: SILENT, faults: NO_FAULTS },
    { settings: { ...SILENT, checker: 'fenced' }, faults: NO_FAULTS },
    { settings: { ...SILENT, ack: 'before-commit' }, faults: NO_FAULTS },
    { settings: { ...SMALL, 'check-back': 'off', dedup: 'marker-first' }, faults: { ...CRASH, drop: 1 } },
  ].map((asked) => ({ protocol: halfMessage, ...asked }));
  it.each(SMALL_SPACES.map(named))('[V27] everywhere, where the whole is small: $name', ({ asked }) => {
    const { states } = answered(asked);
    for (const reduction of ['exact', 'promises'] as const) {
      const { visited, mismatches } = comparedEverywhere(asked, reduction);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThanOrEqual(states);
    }
  });
});
