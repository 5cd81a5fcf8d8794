/** A run that repeats for ever says so by itself. */
import { describe, expect, it } from 'vitest';
import { replay, truncate, type Timeline } from '../engine/timeline.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink } from '../scenario/link.ts';
import { answered, NO_FAULTS } from './explore.testing.ts';
import { roundOf } from './roundOf.ts';

/** A row that always fails is published again for ever (LT-38). */
const SPOILED = 'v2/local-message-table?set=attempts~unlimited&do=order.commit.spoil.wake.send';
const ROUND = '.backoff.poll.send';

describe('a run that ends in a round that repeats for ever', () => {
  it.each([
    { settings: {}, from: 17, steps: 20 },
    { settings: { relays: '2', claim: 'none', 'reconsume-max': '1' }, from: 15, steps: 20 },
  ])('[V52] says so where the verifier does, from the same step on ($settings)', ({ settings, from, steps }) => {
    const question = {
      protocol: localMessageTable,
      settings: { attempts: 'unlimited', ...settings },
      faults: NO_FAULTS,
      mishaps: { kinds: { 'row-always-fails': 1 }, others: 0, persons: 0 },
      messagesAreFast: true,
      properties: ['exactly-once'],
      statesMax: 10_000,
    } as const;
    const [finding] = answered(question).findings;
    expect([finding?.verdict, finding?.loopsFrom, finding?.run?.length]).toEqual(['violated', from, steps]);
    const { timeline } = replay(engineFor(localMessageTable, question.settings), finding?.run ?? []);
    expect(roundOf(timeline)).toBe(from);
  });

  it('[V52] does not while something still counts up, and not before it is back', () => {
    const timeline = runOf(`${SPOILED}${ROUND.repeat(5)}`);
    expect(timeline.frames.map((_, index) => roundOf(truncate(timeline, index)))).toEqual([
      ...Array.from({ length: 20 }, () => null),
      17,
    ]);
  });

  it('[V52] does not where somebody interferes, where nothing changes, and where what has to come is left out', () => {
    const round = `${SPOILED}${ROUND.repeat(5)}`;
    // A relay that dies and starts again is back where it was, but nobody has to crash.
    expect(roundOf(runOf(`${round}.crash~relay.restart~relay`))).toBeNull();
    // What nobody hears of changes nothing.
    expect(roundOf(runOf('v2/half-message'))).toBeNull();
    // An order that waits to be paid is not paid by a relay that looks for others.
    expect(roundOf(runOf('v2/local-message-table?do=order.poll.poll'))).toBeNull();
  });
});

function runOf(link: string): Timeline {
  const { scenario, problem } = readLink(protocols, link);
  expect(problem).toBeNull();
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  return replay(engineFor(protocol, scenario.settings), scenario.steps).timeline;
}
