import { beforeAll, describe, expect, it } from 'vitest';
import { lastFrame, replay, type Timeline } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';
import { loadAllTexts } from './shelves.ts';
import { describeRecord, narrate } from './narrate.ts';
import { stepLabel } from './stepLabel.ts';
import { sentence } from './variants.ts';

beforeAll(loadAllTexts);

function runOf(words: string, given: { readonly [name: string]: string } = {}): Timeline {
  const { engine, steps, problem } = replayWords(halfMessage, completeSettings(halfMessage, given), words.split('.'));
  expect(problem).toBeNull();
  return replay(engine, steps).timeline;
}

const inEnglish = (words: string, given?: { readonly [name: string]: string }) =>
  narrate('en', halfMessage, lastFrame(runOf(words, given)));

describe('the narration of a step', () => {
  it('[I6] tells a delivery by what the receiver did with it, then by what it sent', () => {
    expect(inEnglish('order.half')).toEqual({
      headline: 'The broker stores the half message of order o1 in the half topic at offset 0; no consumer can see it.',
      details: ['The broker sends the send result of order o1 (SEND_OK) to the order service.'],
    });
    expect(narrate('zh', halfMessage, lastFrame(runOf('order.half')))).toEqual({
      headline: 'Broker 把订单 o1 的半消息存进半消息主题，位点 0；消费者不可见。',
      details: ['Broker 把订单 o1 的发送结果（SEND_OK）发给订单服务。'],
    });
  });

  it('[I6] says why a message had no effect', () => {
    expect(inEnglish('order.half.ok.unknow.return.end')).toEqual({
      headline:
        'The outcome of order o1 (UNKNOW) reaches the broker but has no effect: UNKNOW changes nothing; the next pass has to ask again.',
      details: [],
    });
  });

  it('[I6] tells what a message means where nothing else came of it yet', () => {
    expect(inEnglish('order.half.ok.slow.timeout.pass.check')).toEqual({
      headline: 'Check 1 of order o1 reaches the order service.',
      details: ['The broker asks: has the local transaction of order o1 committed?'],
    });
  });

  it('[I6] chooses the sentence by what else happened in the step', () => {
    const asked = 'The pass finds order o1 unsettled: it appends a copy at offset 1, counts it as check 1';
    expect(inEnglish('order.half.ok.commit.timeout.pass').headline).toBe(`${asked} and asks a producer.`);
    expect(inEnglish('order.half.ok.commit.crash~order.timeout.pass')).toEqual({
      headline:
        'The pass finds order o1 unsettled: it appends a copy at offset 1 and counts it as check 1, but no producer is online to ask.',
      details: [],
    });
    expect(inEnglish('order.half.ok.slow.timeout.pass.check.answer.commit', { checker: 'fenced' }).headline).toBe(
      'A check has already fenced off order o1, so the database refuses the commit and the outcome becomes ROLLBACK.',
    );
  });

  it('[I6] tells losses, duplicates and crashes', () => {
    expect(inEnglish('order.drop~half').headline).toBe(
      'The half message of order o1 is lost in flight and never reaches the broker.',
    );
    expect(inEnglish('order.dup~half').headline).toBe('The half message of order o1 is duplicated in flight.');
    expect(inEnglish('order.crash~broker.half').headline).toBe(
      'The broker is down, so the half message of order o1 is lost.',
    );
    expect(inEnglish('order.half.ok.crash~order')).toEqual({
      headline: 'The order service crashes: its memory is lost, its database survives.',
      details: ['The order database rolls order o1 back.'],
    });
  });

  it('[I6] has nothing to tell at the start but that everything is ready', () => {
    const [start] = runOf('order').frames;
    expect(narrate('en', halfMessage, start).details).toEqual([]);
    expect(narrate('zh', halfMessage, start).headline).toBe(
      '下单要在另一个服务的数据库里加上积分，没有事务能跨两边，中间随时可能宕机。',
    );
  });

  it('[I6] describes single records, and keeps silent about what only the machines care for', () => {
    const { records } = lastFrame(runOf('order.half'));
    const told = records.map((record) => [record.kind, describeRecord('en', halfMessage, record)]);
    expect(told.filter(([, text]) => text === null).map(([kind]) => kind)).not.toContain('noted');
    expect(told).toContainEqual(['delivered', 'The half message of order o1 reaches the broker.']);
    expect(told).toContainEqual(['called', null]);
    expect(told).toContainEqual(['armed', null]);
  });

  it('[I6] invites to a step with the thing that it is done to', () => {
    const [, half, ok] = runOf('order.half.ok').frames.flatMap(({ step }) => (step === null ? [] : [step]));
    if (half === undefined || ok === undefined) throw new Error('Expected three steps.');
    expect(stepLabel('en', halfMessage, half)).toBe('Deliver the half message of order o1 to the broker');
    expect(stepLabel('zh', halfMessage, ok)).toBe('把订单 o1 的发送结果（SEND_OK）送达订单服务');
  });

  it('[I6] promises no outcome of a send that will say none', () => {
    const returns = { kind: 'fire', role: 'producer', delay: 'endTransactionDelay' } as const;
    expect(stepLabel('en', halfMessage, returns)).toBe('Let the local transaction of the order service return');
    expect(stepLabel('zh', halfMessage, returns)).toBe('让订单服务的本地事务返回');
    expect(inEnglish('order.half.ok.commit.return', { report: 'off' }).headline).toContain('not sent');
    expect(inEnglish('order.half.ok.commit.return').headline).toContain('COMMIT');
  });

  it('[I6] begins a sentence with a capital letter, but never changes an identifier', () => {
    expect(sentence('the broker is down.')).toBe('The broker is down.');
    expect(sentence('checkLocalTransaction looks.')).toBe('checkLocalTransaction looks.');
    expect(sentence('订单')).toBe('订单');
  });
});
