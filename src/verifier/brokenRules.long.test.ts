import { afterEach, describe, expect, it, vi } from 'vitest';
import { BROKEN, withBroken, type Module } from './brokenRules.testing.ts';

const PAIRS = 4_000;
const FAULTS = { crash: 1, drop: 1, duplicate: 1 };
const NO_FAULTS = { crash: 0, drop: 0, duplicate: 0 };
const SETTINGS = { 'check-max': '2', 'reconsume-max': '0' };

afterEach(() => {
  for (const { file } of BROKEN) vi.doUnmock(file);
  vi.resetModules();
});

describe('a rule that is broken on purpose', () => {
  it.each(BROKEN)(
    '[V41] is noticed by the walks beside every space for promises, or by the search: $what',
    async (broken) => {
      vi.resetModules();
      vi.doMock(broken.file, async (original) => withBroken(await original<Module>(), broken));
      const { halfMessage } = await import('../protocols/half-message/protocol.ts');
      const { comparedOnWalks } = await import('./standing.testing.ts');
      const { answered } = await import('./explore.testing.ts');
      const asked = { protocol: halfMessage, settings: SETTINGS, faults: FAULTS };
      for (const reduction of ['uncounted', 'trusting'] as const) {
        const { mismatches } = comparedOnWalks(asked, reduction, PAIRS);
        expect.soft(mismatches.length, reduction).toBeGreaterThan(0);
      }
      // What counts takes a discard for granted, so there the search of the whole space, which comes first, has to find it.
      const { findings } = answered({ ...asked, faults: NO_FAULTS, settings: { ...SETTINGS, 'check-max': '1' } });
      const isFound = findings.some(({ kind, verdict }) => kind !== 'sometimes' && verdict === 'violated');
      expect(isFound || comparedOnWalks(asked, 'promises', PAIRS).mismatches.length > 0).toBe(true);
    },
  );
});
