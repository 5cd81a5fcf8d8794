/** A stored message as an observation. */
import { DISCARD_TOPIC, HALF_TOPIC, OP_TOPIC } from '../recordings/names.ts';
import type { RecordingSettings } from '../recordings/observation.ts';
import type { Note } from './notebook.ts';
import type { Properties, StoredMessage } from './stored.ts';

const BODY_MAX = 500;
/** How many characters of UNIQ_KEY tell two transactions of a run apart. */
const KEY_SHOWN = 8;

export function transactionIn({ properties }: Pick<StoredMessage, 'properties'>): string | undefined {
  return properties['UNIQ_KEY'];
}

/** The end of a UNIQ_KEY: its beginning holds a client's address. */
export function shortKey(key: string): string {
  return key.slice(-KEY_SHOWN);
}

export function checkTimesIn({ properties }: Pick<StoredMessage, 'properties'>): number {
  return Number(properties['TRANSACTION_CHECK_TIMES'] ?? 0);
}

/** `startMs`: where the clock of the recording begins. */
export function appendedNote({ topic: realTopic }: RecordingSettings, stored: StoredMessage, startMs: number): Note {
  const { topic, queue, offset, physicalOffset, body, reconsumeTimes, properties } = stored;
  const { size, sysFlag } = stored;
  const place = { what: 'appended', where: 'commitlog', topic, queue, offset, physicalOffset, size, sysFlag } as const;
  const text = body.toString('utf8').slice(0, BODY_MAX);
  if (topic === OP_TOPIC) return { ...place, body: text, tags: properties['TAGS'] ?? '', reconsumeTimes };
  const transaction = shortKey(transactionIn(stored) ?? '');
  const prepared = properties['TRAN_PREPARED_QUEUE_OFFSET'];
  return {
    ...place,
    transaction,
    body: text,
    checkTimes: checkTimesIn(stored),
    ...(topic === HALF_TOPIC ? { preparedOffset: prepared === undefined ? null : Number(prepared) } : {}),
    ...(topic === realTopic ? { halfPhysicalOffset: stored.preparedTransactionOffset } : {}),
    ...(topic === DISCARD_TOPIC ? {} : { reconsumeTimes }),
    ...named(properties),
    bornMs: stored.bornMs - startMs,
  };
}

/** Whose transaction it is, and where it is to go, as far as the message still says so. */
function named({ PGROUP: group, REAL_TOPIC: realTopic, REAL_QID: realQueue, TRAN_MSG: transactional }: Properties) {
  return {
    ...(group === undefined ? {} : { group }),
    ...(realTopic === undefined ? {} : { realTopic }),
    ...(realQueue === undefined ? {} : { realQueue: Number(realQueue) }),
    ...(transactional === undefined ? {} : { transactional: transactional === 'true' }),
  };
}
