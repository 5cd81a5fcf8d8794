import { afterEach, describe, expect, it } from 'vitest';
import { HALF_TOPIC, OP_TOPIC } from '../recordings/names.ts';
import { REQUEST } from './codes.ts';
import { openConnection } from './connection.ts';
import { fakeBroker, type Answer, type FakeBroker } from './fakeBroker.testing.ts';
import type { Frame } from './frame.ts';
import { READ_ONLY, readOnly } from './readOnly.ts';
import { recordRun, type RecordOrder } from './recorder.ts';
import { storedBytes, type ToStore } from './storedMessage.testing.ts';

let broker: FakeBroker | null = null;
afterEach(async () => {
  await broker?.close();
  broker = null;
});

const SECRETS = ['order-4711 of Mrs Smith', 'KEY-4711', '7F000001ABCD00000000000000000001'];
const half = (offset: number, topic: string, more: Partial<ToStore> = {}): ToStore => ({
  topic: HALF_TOPIC,
  offset,
  physicalOffset: 1_000 * (offset + 1),
  storedMs: 5_000 + offset,
  body: Buffer.from(SECRETS[0] ?? ''),
  properties: { REAL_TOPIC: topic, PGROUP: 'pg', UNIQ_KEY: SECRETS[2] ?? '', KEYS: SECRETS[1] ?? '' },
  ...more,
});

/** Half offsets 7 and 8 are ours and somebody else's; the broker was in use before. */
const QUEUES: { readonly [place: string]: readonly ToStore[] } = {
  [`${HALF_TOPIC} 0`]: [half(7, 'Orders'), half(8, 'Invoices')],
  [`${OP_TOPIC} 0`]: [
    {
      topic: OP_TOPIC,
      offset: 3,
      physicalOffset: 9_700,
      storedMs: 5_700,
      body: Buffer.from('7,'),
      properties: { TAGS: 'd' },
    },
    {
      topic: OP_TOPIC,
      offset: 4,
      physicalOffset: 9_800,
      storedMs: 5_800,
      body: Buffer.from('8,'),
      properties: { TAGS: 'd' },
    },
  ],
  'Orders 1': [
    half(0, 'Orders', {
      topic: 'Orders',
      queue: 1,
      offset: 41,
      physicalOffset: 9_500,
      storedMs: 5_500,
      sysFlag: 8,
      preparedTransactionOffset: 8_000,
    }),
  ],
};

const json = (value: unknown): Answer => ({ code: 0, body: Buffer.from(JSON.stringify(value)) });

/** What a broker answers to a recorder; anything else fails. */
function answer({ code, ext, flag }: Frame): Answer {
  const queue = QUEUES[`${ext['topic']} ${ext['queueId']}`] ?? [];
  const min = queue[0]?.offset ?? 0;
  const max = min + queue.length;
  expect(flag).toBe(0);
  switch (code) {
    case REQUEST.getBrokerRuntimeInfo:
      return json({ table: { brokerVersionDesc: 'V5_5_0' } });
    case REQUEST.getBrokerConfig:
      return { code: 0, body: Buffer.from('transactionTimeOut=6000\ntransactionCheckMax=15\nbrokerName=secret\n') };
    case REQUEST.getAllTopicConfig:
      return json({ topicConfigTable: { Orders: { readQueueNums: 2 } } });
    case REQUEST.getAllConsumerOffset:
      return json({ offsetTable: { 'Orders@cg': { 1: 42 }, [`${HALF_TOPIC}@CID_RMQ_SYS_TRANS`]: { 0: 9 } } });
    case REQUEST.getAllSubscriptionGroupConfig:
      return json({ subscriptionGroupTable: { cg: { retryMaxTimes: 4 } } });
    case REQUEST.getMinOffset:
      return { code: 0, ext: { offset: String(min) } };
    case REQUEST.getMaxOffset:
      return { code: 0, ext: { offset: String(max) } };
    case REQUEST.searchOffsetByTimestamp:
      return { code: 0, ext: { offset: String(min) } };
    case REQUEST.pullMessage: {
      const from = Number(ext['queueOffset']);
      expect(ext).toMatchObject({ consumerGroup: 'TOOLS_CONSUMER', sysFlag: '4', commitOffset: '0' });
      expect(from).toBeGreaterThanOrEqual(min);
      expect(from).toBeLessThan(max);
      return {
        code: 0,
        ext: { nextBeginOffset: String(max) },
        body: Buffer.concat(queue.slice(from - min).map(storedBytes)),
      };
    }
    default:
      throw new Error(`Expected a read-only request; a recorder asked ${code}.`);
  }
}

const order = (address: FakeBroker['address'], more: Partial<RecordOrder> = {}): RecordOrder => ({
  name: 'mine',
  broker: address,
  topic: 'Orders',
  group: null,
  sinceMs: 1_000,
  care: { perSecond: 1_000, slowMs: 5_000 },
  showsKeys: false,
  signal: new AbortController().signal,
  ...more,
});

describe('recorder', () => {
  it('[LV20] reads half, op and real messages of one topic in the order of the log, from a broker that was in use', async () => {
    broker = await fakeBroker(answer);
    let planned = 0;
    const recording = await recordRun(order(broker.address, { onPlan: (count) => (planned = count) }));
    expect(planned).toBe(5);
    expect(recording).toMatchObject({
      broker: 'RocketMQ 5.5.0',
      settings: {
        version: '5.x',
        transactionTimeOutMs: 6_000,
        reconsumeMax: 4,
        consumerGroup: 'cg',
        producerGroup: 'pg',
      },
      observations: [
        { what: 'appended', topic: HALF_TOPIC, offset: 7, physicalOffset: 8_000, transaction: 't1', timeMs: 0 },
        { what: 'appended', topic: 'Orders', queue: 1, offset: 41, halfPhysicalOffset: 8_000, transaction: 't1' },
        { what: 'appended', topic: OP_TOPIC, offset: 3, body: '7,' },
        { what: 'cursors', half: [9, 9], op: [-1, 5], discarded: 0 },
        { what: 'ended' },
      ],
    });
  });

  it('[LV21] asks nothing that creates, changes or moves anything', async () => {
    broker = await fakeBroker(answer);
    await recordRun(order(broker.address));
    const asked = new Set(broker.asked.map(({ code }) => code));
    expect(asked.size).toBeGreaterThan(7);
    expect([...asked].filter((code) => !READ_ONLY.includes(code))).toEqual([]);
    for (const code of [10, 15, 17, 25, 34, 35, 36, 37, 310, 323]) expect(READ_ONLY).not.toContain(code);
    const open = await openConnection(broker.address);
    const careful = readOnly(open, { perSecond: 1_000, slowMs: 1_000 });
    for (const code of [REQUEST.endTransaction, REQUEST.heartBeat, REQUEST.updateBrokerConfig]) {
      expect(() => careful.request(code)).toThrow('Expected a read-only request');
      expect(() => careful.oneWay(code)).toThrow('Expected a read-only request');
    }
    open.close();
  });

  it('[LV22] tells no body, no key, no client and no broker address, unless keys are wanted', async () => {
    broker = await fakeBroker(answer);
    const text = JSON.stringify(await recordRun(order(broker.address)));
    for (const secret of [...SECRETS, 'Smith', 'ABCD', '127.0.0.1', 'Invoices', 'brokerName']) {
      expect(text).not.toContain(secret);
    }
    const [first, second] = [...text.matchAll(/"body":"(\d+ bytes [\da-f]{12})"/g)].map(([, body]) => body);
    expect(first).toBe(second);
    expect(JSON.stringify(await recordRun(order(broker.address, { showsKeys: true })))).toContain(SECRETS[2]);
  });

  it('[LV23] stops where it would be a burden, and says what it cannot do', async () => {
    broker = await fakeBroker((frame) =>
      frame.code === REQUEST.getMaxOffset ? { code: 0, ext: { offset: '900000' } } : answer(frame),
    );
    await expect(recordRun(order(broker.address))).rejects.toMatchObject({ problem: { kind: 'too-many', max: 1_998 } });
    await expect(recordRun(order(broker.address, { topic: 'None' }))).rejects.toMatchObject({
      problem: { kind: 'nothing', topic: 'None' },
    });
    await broker.close();
    broker = await fakeBroker((frame) => (frame.code === REQUEST.pullMessage ? { code: 2 } : answer(frame)));
    await expect(recordRun(order(broker.address))).rejects.toMatchObject({ problem: { kind: 'busy' } });
  });
});
