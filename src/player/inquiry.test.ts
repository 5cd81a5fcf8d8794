import { describe, expect, it } from 'vitest';
import type { Answer, Verifier } from '../verifier/client.ts';
import type { Question, Report } from '../verifier/question.ts';
import { createInquiry, questionKey } from './inquiry.ts';

const REPORT: Report = {
  states: 7,
  generated: 9,
  depth: 2,
  complete: true,
  stoppedBy: null,
  bytes: 1_000,
  bytesPerState: 60,
  reduction: 'none',
  leftOut: [],
  alone: [],
  asking: null,
  findings: [],
};

function question(property: string): Question {
  const faults = { crash: 0, drop: 0, duplicate: 0 };
  const bounds = { statesMax: 10_000, stopsEarly: true };
  return {
    protocol: 'plain-mq',
    settings: {},
    faults,
    orders: 1,
    properties: [property],
    reduction: 'exact',
    ...bounds,
  };
}

/** A verifier that answers when it is told to. */
function slowVerifier(sofar: Partial<Report> = {}) {
  const asked: string[] = [];
  const settlers: ((answer: Answer) => void)[] = [];
  const verifier: Verifier = {
    ask: ({ properties, statesMax }, onProgress) => {
      asked.push(`${properties.join()} ${statesMax}`);
      const { promise, resolve } = Promise.withResolvers<Answer>();
      settlers.push(resolve);
      onProgress?.({ ...REPORT, complete: false, ...sofar });
      return { answer: promise, cancel: () => resolve({ kind: 'cancelled' }) };
    },
  };
  const settle = async (answer: Answer): Promise<void> => {
    settlers.shift()?.(answer);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, verifier, settle };
}

describe('an inquiry', () => {
  it('[P60] keeps what was answered and does not ask it again', async () => {
    const { asked, verifier, settle } = slowVerifier();
    const store = createInquiry(verifier, 'no-lost');
    store.getState().ask([question('a'), question('b')]);
    expect(store.getState().checks.get(questionKey(question('a')))).toMatchObject({
      status: 'asked',
      report: { states: 7 },
    });
    await settle({ kind: 'report', report: REPORT });
    await settle({ kind: 'failed', reason: 'out of memory' });
    store.getState().ask([question('a'), question('b')]);
    expect(asked).toEqual(['a 10000', 'b 10000', 'b 10000']);
    expect(store.getState().checks.get(questionKey(question('a')))).toMatchObject({ status: 'answered' });
  });

  it('[P60] cancels what runs when the question changes', async () => {
    const { verifier, settle } = slowVerifier();
    const store = createInquiry(verifier, 'no-lost');
    store.getState().ask([question('a')]);
    store.getState().choose('no-phantom');
    await settle({ kind: 'report', report: REPORT });
    expect(store.getState().checks.get(questionKey(question('a')))?.status).toBe('cancelled');
  });

  it('[P60] keeps what was answered when only further kinds of mishaps were still tried, and lets others go first', async () => {
    const { asked, verifier, settle } = slowVerifier({ asking: 'failover' });
    const store = createInquiry(verifier, 'no-lost');
    store.getState().askOne(question('a'));
    expect(store.getState().asked).toEqual(question('a'));
    store.getState().ask([question('a')]);
    expect(asked).toEqual(['a 10000']);
    store.getState().ask([question('b')]);
    await settle({ kind: 'report', report: REPORT });
    expect(asked).toEqual(['a 10000', 'b 10000']);
    expect(store.getState().checks.get(questionKey(question('a')))).toMatchObject({
      status: 'cancelled',
      report: { states: 7 },
    });
  });

  it('[P61] collects switched settings for as long as the stage has the same ones', () => {
    const store = createInquiry(slowVerifier().verifier, 'no-lost');
    const [base, other] = [{ dedup: 'same-tx' }, { dedup: 'none' }];
    store.getState().change(base, { dedup: 'none' });
    store.getState().change(base, { ack: 'before-commit' });
    expect(store.getState().changes).toEqual({ base, values: { dedup: 'none', ack: 'before-commit' } });
    store.getState().change(other, { ack: 'after-commit' });
    expect(store.getState().changes).toEqual({ base: other, values: { ack: 'after-commit' } });
  });

  it('[P62] warms up once for the same question, and never while it searches', () => {
    const { asked, verifier } = slowVerifier();
    const { warmUp, ask } = createInquiry(verifier, 'no-lost').getState();
    warmUp(question('a'));
    warmUp(question('a'));
    ask([question('b')]);
    warmUp(question('c'));
    expect(asked).toEqual(['a 300', 'b 10000']);
  });
});
