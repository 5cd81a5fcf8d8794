import { afterEach, describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { readLink } from '../scenario/link.ts';
import type { FakeBroker } from './fakeBroker.testing.ts';
import { REQUEST } from './codes.ts';
import { runSession, type Session } from './session.ts';
import { smallBroker } from './smallBroker.testing.ts';

let broker: FakeBroker | null = null;
afterEach(async () => {
  await broker?.close();
  broker = null;
});

async function driven(words: string, more: Partial<Session> = {}) {
  const fake = await smallBroker();
  broker = fake;
  const { scenario, problem } = readLink([halfMessage], `v1/half-message?do=${words}`);
  expect(problem).toBeNull();
  return runSession({
    name: 'mine',
    settings: scenario.settings,
    steps: scenario.steps,
    locate: () => Promise.resolve(fake.address),
    brokerCommand: null,
    topic: 'Orders',
    queues: 1,
    signal: new AbortController().signal,
    ...more,
  });
}

describe('a driven run', () => {
  it('[LV30] sends what the model sends, and its recording is admitted with what was seen and what was inferred', async () => {
    const { recording, answer, driven: run } = await driven('order.half.ok.commit.return.end.msg.consume.op');
    expect(run).toMatchObject({ done: 9, refusal: null });
    expect(run.contents.map(({ agrees }) => agrees)).toEqual([true, true, true, true, true]);
    expect(answer.verdict).toBe('admitted');
    const told = recording.observations.map(({ what, inferred }) => (inferred === true ? `(${what})` : what));
    // within a millisecond anything may stand first
    expect(told.toSorted()).toEqual([
      '(endReceived)',
      '(sendReceived)',
      'appended',
      'appended',
      'appended',
      'cursors',
      'databaseEnded',
      'delivered',
      'endAnswered',
      'ended',
      'executeBegun',
      'executeEnded',
      'sendAnswered',
      'sendBegun',
      'sendReturned',
    ]);
  });

  it('[LV31] says where broker and model part', async () => {
    // this broker forgets that an UNKNOW changes nothing, and that a loss is one
    const { answer, driven: run } = await driven('order.half.ok.rollback.return.drop~end');
    expect(run.contents.every(({ agrees }) => agrees)).toBe(true);
    expect(answer.verdict).toBe('admitted');
    const other = await driven('order.half.ok.commit.return.drop~end.timeout.pass', {
      signal: AbortSignal.timeout(1_500),
    });
    expect(other.driven).toMatchObject({ refusal: { kind: 'interrupted' } });
    expect(other.recording.observations.at(-1)?.what).not.toBe('ended');
    expect(other.answer).toMatchObject({ verdict: 'incomplete', reason: { kind: 'end-missing' } });
  });

  it('[LV34] loses a delivery whose answer it does not read, and offsets that it does not write', async () => {
    const {
      recording,
      answer,
      driven: run,
    } = await driven('order.half.ok.commit.return.end.drop~msg.op.pull.msg.consume.offset.drop~ack.offset.ack');
    expect(run.refusal).toBeNull();
    expect(recording.observations.flatMap((one) => (one.what === 'lost' ? [one.message] : []))).toEqual([
      'message',
      'consumerOffset',
    ]);
    const timeOf = (what: string): number => recording.observations.find((one) => one.what === what)?.timeMs ?? 0;
    expect(timeOf('delivered') - timeOf('lost')).toBeGreaterThan(2_900);
    expect(answer.verdict).toBe('admitted');
    const updates = broker?.asked.filter(({ code }) => code === REQUEST.updateConsumerOffset) ?? [];
    expect(updates.map(({ ext }) => ext['commitOffset'])).toEqual(['1']);
  });

  it('[LV32] kills, reconfigures and hangs no broker that it did not start, and forces no power loss', async () => {
    const killed = await driven('order.half.crash~broker');
    expect(killed.driven).toMatchObject({ done: 2, refusal: { kind: 'not-started-here' } });
    expect(killed.recording.observations.map(({ what }) => what)).not.toContain('stopped');
    await broker?.close();
    const refused = await driven('put-fails.order');
    expect(refused.driven).toMatchObject({ done: 0, refusal: { kind: 'not-started-here' } });
    expect(broker?.asked.some(({ code }) => code === 25 || code === 17)).toBe(false);
  });
});
