/** A broker of half messages that is just good enough for a driven run without checks: a log, queues, ops at once. */
import { HALF_TOPIC, OP_TOPIC } from '../recordings/names.ts';
import { REQUEST } from './codes.ts';
import { fakeBroker, type Answer, type FakeBroker } from './fakeBroker.testing.ts';
import type { Frame } from './frame.ts';
import { offsetMsgIdOf, propertiesIn, type Properties } from './stored.ts';
import { storedBytes } from './storedMessage.testing.ts';

interface Entry {
  readonly topic: string;
  readonly queue: number;
  readonly offset: number;
  readonly physicalOffset: number;
  readonly bytes: Buffer;
  readonly body: Buffer;
  readonly properties: Properties;
  readonly bornMs: number;
}

type ToAppend = Pick<Entry, 'topic' | 'queue' | 'body' | 'properties' | 'bornMs'>;

/** MessageSysFlag of what a COMMIT puts into the real topic. */
const COMMITTED = 8;
const FOUND = (body: Buffer, ext = {}): Answer => ({ code: 0, body, ext });
const NONE: Answer = { code: 1, remark: 'can not find message by the offset' };

export function smallBroker(): Promise<FakeBroker> {
  const log: Entry[] = [];
  const cursors: { [place: string]: number } = {};
  const inQueue = (topic: string, queue: number): readonly Entry[] =>
    log.filter((one) => one.topic === topic && one.queue === queue);
  const append = (entry: ToAppend, half?: Entry): Entry => {
    const last = log.at(-1);
    const physicalOffset = last === undefined ? 0 : last.physicalOffset + last.bytes.length;
    const offset = inQueue(entry.topic, entry.queue).length;
    const preparedTransactionOffset = half?.physicalOffset ?? 0;
    const sysFlag = half === undefined ? 0 : COMMITTED;
    const stored = { ...entry, offset, physicalOffset, sysFlag, storedMs: Date.now(), preparedTransactionOffset };
    const made = { ...stored, bytes: storedBytes(stored) };
    log.push(made);
    return made;
  };
  return fakeBroker((frame) => answer(frame, { log, cursors, inQueue, append }));
}

interface Store {
  readonly log: readonly Entry[];
  readonly cursors: { [place: string]: number };
  readonly inQueue: (topic: string, queue: number) => readonly Entry[];
  readonly append: (entry: ToAppend, half?: Entry) => Entry;
}

function answer(frame: Frame, store: Store): Answer | null {
  const { code, ext } = frame;
  const place = [ext['topic'] ?? '', Number(ext['queueId'])] as const;
  switch (code) {
    case REQUEST.getBrokerRuntimeInfo:
      return FOUND(Buffer.from('{"table":{"brokerVersionDesc":"V5_5_0","commitLogMaxOffset":"0"}}'));
    case REQUEST.getBrokerConfig:
      return FOUND(Buffer.from('transactionTimeOut=60000\ntransactionCheckInterval=60000\ntransactionCheckMax=15\n'));
    case REQUEST.getAllConsumerOffset:
      return FOUND(Buffer.from(`{"offsetTable":${JSON.stringify(store.cursors)}}`));
    case REQUEST.getMinOffset:
      return { code: 0, ext: { offset: '0' } };
    case REQUEST.getMaxOffset:
      return { code: 0, ext: { offset: String(store.inQueue(...place).length) } };
    case REQUEST.queryConsumeQueue: {
      const data = store.inQueue(...place).slice(Number(ext['index']));
      // as 5.5.0 does
      if (data.length === 0) return { code: 0 };
      return FOUND(
        Buffer.from(JSON.stringify({ queueData: data.map((one) => ({ physicOffset: one.physicalOffset })) })),
      );
    }
    case REQUEST.viewMessageById: {
      const found = store.log.find(({ physicalOffset }) => physicalOffset === Number(ext['offset']));
      return found === undefined ? NONE : FOUND(found.bytes);
    }
    case REQUEST.pullMessage: {
      const found = store.inQueue(...place).slice(Number(ext['queueOffset']));
      const next = { nextBeginOffset: String(Number(ext['queueOffset']) + found.length) };
      return found.length === 0 ? { code: 19, ext: next } : FOUND(Buffer.concat(found.map(({ bytes }) => bytes)), next);
    }
    case REQUEST.sendMessageV2: {
      const properties = { ...propertiesIn(ext['i'] ?? ''), REAL_TOPIC: ext['b'] ?? '', REAL_QID: ext['e'] ?? '0' };
      const half = store.append({
        topic: HALF_TOPIC,
        queue: 0,
        body: frame.body,
        properties,
        bornMs: Number(ext['g']),
      });
      return { code: 0, ext: { queueOffset: String(half.offset), msgId: offsetMsgIdOf(half.physicalOffset) } };
    }
    case REQUEST.endTransaction:
      return ended(ext, store);
    case REQUEST.heartBeat:
    case REQUEST.updateConsumerOffset:
      return { code: 0 };
    default:
      return { code: 3, remark: `request ${code} is not known` };
  }
}

function ended(ext: Frame['ext'], { log, append }: Store): Answer | null {
  const half = log.find(({ physicalOffset }) => physicalOffset === Number(ext['commitLogOffset']));
  if (half === undefined) return { code: 1, remark: 'Find prepared transaction message failed' };
  const { REAL_TOPIC: topic = '', REAL_QID: queue = '0', ...properties } = half.properties;
  if (ext['commitOrRollback'] === '8') append({ ...half, topic, queue: Number(queue), properties }, half);
  append({ topic: OP_TOPIC, queue: 0, body: Buffer.from(`${half.offset},`), properties: { TAGS: 'd' }, bornMs: 0 });
  return { code: 0 };
}
