import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { CRASH, SILENT } from './explore.testing.ts';
import { comparedEverywhere } from './standing.testing.ts';

describe('a reduced space stands for the whole one', () => {
  it('[V27] everywhere, with a crash and a consumer that can lose what is stored', () => {
    const asked = { protocol: halfMessage, settings: { ...SILENT, ack: 'before-commit' }, faults: CRASH };
    const { visited, mismatches } = comparedEverywhere(asked, 'promises');
    expect(mismatches).toEqual([]);
    expect(visited).toBeGreaterThan(70_000);
  });
});
