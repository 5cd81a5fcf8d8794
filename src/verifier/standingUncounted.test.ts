import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { NO_FAULTS, ONE_EACH, type Asked } from './explore.testing.ts';
import { named } from './standingCases.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 1_000;
const TWO = { 'check-max': '2', 'reconsume-max': '0' };

describe('a space that does not count stands for the whole one', () => {
  const cases: readonly Asked[] = [
    { settings: { ...TWO, 'check-max': '1' }, faults: ONE_EACH },
    { settings: { ...TWO, 'check-max': '1' }, faults: ONE_EACH, orders: 2 },
    { settings: TWO, faults: ONE_EACH },
    { settings: TWO, faults: NO_FAULTS, orders: 2 },
    { settings: { ...TWO, 'send-retry': 'on' }, faults: ONE_EACH },
    { settings: { ...TWO, report: 'off' }, faults: ONE_EACH },
    { settings: { ...TWO, version: '4.9' }, faults: ONE_EACH },
    { settings: { ...TWO, 'check-max': '3' }, faults: { crash: 2, drop: 1, duplicate: 0 } },
  ].map((asked) => ({ protocol: halfMessage, ...asked }));
  it.each(cases.map(named))('[V40] step by step, for those who ask about promises: $name', ({ asked }) => {
    for (const reduction of ['uncounted', 'trusting'] as const) {
      const { visited, mismatches } = comparedOnWalks(asked, reduction, PAIRS);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThan(PAIRS / 2);
    }
  });
});
