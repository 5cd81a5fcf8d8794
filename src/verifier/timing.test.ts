import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';
import { engineFor } from '../scenario/engines.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import { protocols } from '../protocols/registry.ts';
import {
  answered,
  answeredPlainly,
  DROP,
  inPlainWords,
  NO_FAULTS,
  ONE_EACH,
  SMALL,
  UNASKED,
} from './explore.testing.ts';
import { comparedOnWalks } from './standing.testing.ts';
import { needsSlowMessages, withFastMessages } from './timing.ts';

const RETRIES = { retry: 'on', dedup: 'none' };
const FAST = { messagesAreFast: true } as const;

describe('how fast messages are', () => {
  it('[MC91] matters to a message that is sent again: twice only where its confirmation is slower than the timeout', () => {
    const asked = { protocol: plainMq, settings: RETRIES, faults: NO_FAULTS, properties: ['no-duplicate'] };
    const [slow] = answered(asked).findings;
    expect(slow).toMatchObject({ verdict: 'violated', slowness: 'needed' });
    const [fast] = answered({ ...asked, ...FAST }).findings;
    expect([fast?.verdict, fast?.slowness]).toEqual(['holds', undefined]);
  });

  it('[MC91] matters no more once the confirmation may be lost: then the finding says nothing of it, or only of its run', () => {
    const asked = { protocol: plainMq, settings: RETRIES, faults: DROP, properties: ['no-duplicate'] };
    const [fast] = answered({ ...asked, ...FAST }).findings;
    expect([fast?.verdict, fast?.slowness]).toEqual(['violated', undefined]);
    const [any] = answered(asked).findings;
    expect([any?.verdict, any?.slowness]).toEqual(['violated', undefined]);
  });

  it('[MC91] is told of a run by its timeouts: one that ends while the answer is under way, and not after it was lost', () => {
    const asked = { protocol: plainMq, settings: RETRIES, faults: NO_FAULTS, properties: ['no-duplicate'] };
    const { run } = answered(asked).findings[0] ?? {};
    const engine = engineFor(plainMq, completeSettings(plainMq, RETRIES));
    expect(needsSlowMessages(engine, run ?? [])).toBe(true);
    const { steps } = replayWords(plainMq, completeSettings(plainMq, RETRIES), [
      'order',
      'commit',
      'send',
      'pub',
      'drop~ok',
      'timeout',
    ]);
    expect([steps.length, needsSlowMessages(engine, steps)]).toEqual([6, false]);
  });

  it.each([
    { protocol: plainMq, settings: RETRIES, faults: NO_FAULTS },
    { protocol: twoPhaseCommit, settings: {}, faults: NO_FAULTS },
    {
      protocol: localMessageTable,
      settings: { 'attempts-max': '1', 'reconsume-max': '1', claim: 'lease' },
      faults: NO_FAULTS,
    },
    { protocol: halfMessage, settings: { ...UNASKED, 'send-retry': 'on' }, faults: NO_FAULTS },
  ])('[MC92] is explored as a small plain explorer does: $protocol.id', (asked) => {
    const fast = answered({ ...asked, ...FAST });
    const plain = answeredPlainly({ ...asked, ...FAST });
    const isAsked = ({ id }: { readonly id: string }): boolean => fast.findings.some((finding) => finding.id === id);
    expect(inPlainWords(fast)).toEqual({ ...plain, findings: plain.findings.filter(isAsked) });
    expect(fast.states).toBeLessThan(answered(asked).states);
  });

  it.each(['exact', 'promises', 'uncounted', 'trusting'] as const)(
    '[MC92] changes nothing about what may be forgotten: %s',
    (reduction) => {
      const settings = { ...SMALL, 'check-max': '2', 'send-retry': 'on' };
      const { visited, mismatches } = comparedOnWalks(
        { protocol: halfMessage, settings, faults: ONE_EACH, ...FAST },
        reduction,
        1_500,
      );
      expect([visited, mismatches]).toEqual([1_500, []]);
    },
  );

  it('[MC93] names only delays and messages that there are', () => {
    for (const protocol of protocols) {
      const { timeouts } = inquiryOf(protocol.id);
      expect(timeouts.length).toBeGreaterThan(0);
      for (const { delay } of timeouts) expect(Object.keys(protocol.words.delays)).toContain(delay);
    }
  });

  it('[MC93] a timeout ends as soon as nothing is under way', () => {
    const settings = completeSettings(plainMq, RETRIES);
    const { engine: free, moments } = replayWords(plainMq, settings, ['order', 'commit', 'send', 'pub']);
    const engine = withFastMessages(free);
    const timeout = { kind: 'fire', role: 'order-service', delay: 'publishTimeout' } as const;
    const lost = replayWords(plainMq, settings, ['order', 'commit', 'send', 'pub', 'drop~ok']).moments.at(-1);
    const isTaken = (world = engine.initial.world): boolean => engine.isTaken(world, timeout);
    // On its way, answered, and lost.
    expect([isTaken(moments[3]?.world), isTaken(moments[4]?.world), isTaken(lost?.world)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
