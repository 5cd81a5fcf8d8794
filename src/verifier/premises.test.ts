/** A forgetting stays away while a kind of mishap or repair in the budget breaks what it takes for granted. */
import { describe, expect, it } from 'vitest';
import { inquiryOf } from '../protocols/inquiries.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import { answered, answeredWith, NO_FAULTS, ONE_EACH, SMALL, type Asked } from './explore.testing.ts';
import { EVERY_KIND } from './premises.testing.ts';
import { keptBy } from './reductions.ts';
import { comparedOnWalks } from './standing.testing.ts';

const PAIRS = 200;
const RETRIED = { 'check-max': '1', 'reconsume-max': '1' };

describe('what a forgetting takes for granted', () => {
  it.each(EVERY_KIND)(
    '[V49] is not touched by a kind while which it stays, step by step and both ways: $name',
    ({ cases }) => {
      for (const asked of cases) expect(comparedOnWalks(asked, 'exact', PAIRS).mismatches).toEqual([]);
    },
  );

  it.each(['send-status', 'no-answer'])('[V49] nor is that of the spaces for promises: %s', (kind) => {
    for (const reduction of ['promises', 'uncounted', 'trusting'] as const) {
      for (const faults of [NO_FAULTS, ONE_EACH]) {
        const asked: Asked = { protocol: halfMessage, settings: { ...SMALL, 'check-max': '2' }, faults, kind };
        expect(comparedOnWalks(asked, reduction, PAIRS).mismatches).toEqual([]);
      }
    }
  });

  it.each([
    { protocol: halfMessage, settings: RETRIED, kind: 'consumer-fails', reduction: 'exact' },
    { protocol: halfMessage, settings: RETRIED, kind: 'op-put-fails', reduction: 'exact' },
    { protocol: halfMessage, settings: RETRIED, kind: 'wrong-answer', reduction: 'promises' },
    { protocol: halfMessage, settings: RETRIED, kind: 'put-fails', reduction: 'promises' },
    { protocol: halfMessage, settings: RETRIED, kind: 'pass-breaks-off', reduction: 'promises' },
    { protocol: halfMessage, settings: RETRIED, kind: 'discard-put-fails', reduction: 'uncounted' },
    { protocol: halfMessage, settings: RETRIED, kind: 'wrong-answer', reduction: 'trusting' },
    { protocol: plainMq, settings: { 'reconsume-max': '1' }, kind: 'consumer-fails', reduction: 'exact' },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, kind: 'consumer-refuses', reduction: 'exact' },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, kind: 'order-cancelled', reduction: 'exact' },
  ] as const)(
    '[V50] is broken by a kind that it does not withstand, which the walks notice: $protocol.id, $kind, $reduction',
    ({ reduction, ...asked }) => {
      const reckless = { ...asked, faults: ONE_EACH, isReckless: true } as const;
      expect(comparedOnWalks(reckless, reduction, 1_500).mismatches.length).toBeGreaterThan(0);
      const kept = keptBy(asked.protocol, asked.settings, reduction, [asked.kind]);
      const all = keptBy(asked.protocol, asked.settings, reduction);
      if (reduction !== 'exact') expect(kept).toBeNull();
      else expect(kept?.forgettings.length).toBeLessThan(all?.forgettings.length ?? 0);
    },
  );

  it('[V49] says for every forgetting in words what that is, and names only kinds that there are', () => {
    const known = protocols.flatMap(({ kinds: { faults, repairs } }) => [...faults, ...repairs]);
    for (const protocol of protocols) {
      const { forgettings, promiseForgettings, uncounted } = inquiryOf(protocol.id);
      const settings = completeSettings(protocol.settings, {});
      const all = [
        ...forgettings(settings),
        ...(promiseForgettings?.(settings) ?? []),
        ...(uncounted(settings, true)?.forgettings ?? []),
      ];
      for (const { premise } of all) {
        expect(premise.says).toMatch(/^[A-Z].*\.$/);
        if (premise.withstands !== 'every-kind') expect(known).toEqual(expect.arrayContaining([...premise.withstands]));
      }
    }
  });

  it('[V49] agrees with the search of the whole space, in verdicts and lengths, with a kind that it withstands', () => {
    const asked = { protocol: plainMq, settings: { 'reconsume-max': '1' }, faults: NO_FAULTS, kind: 'unroutable' };
    const [whole, exact] = [answeredWith(asked, 'none'), answeredWith(asked, 'exact')];
    expect([whole.reduction, exact.reduction]).toEqual(['none', 'exact']);
    const said = ({ findings }: typeof whole) =>
      findings.map(({ id, verdict, run }) => `${id} ${verdict} ${run?.length ?? '-'}`);
    expect(said(exact)).toEqual(said(whole));
    expect(exact.states).toBeLessThanOrEqual(whole.states);
    expect(answered({ ...asked, properties: ['no-lost'] }).findings[0]?.verdict).toBe('holds');
  });
});
