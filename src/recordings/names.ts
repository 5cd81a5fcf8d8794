/** RocketMQ's names for what the model calls by its own. */
import type { ProcessId } from '../engine/model.ts';
import { processOf, type ProducerRole } from '../protocols/half-message/instances.ts';
import type { RecordingSettings } from './observation.ts';

export const HALF_TOPIC = 'RMQ_SYS_TRANS_HALF_TOPIC';
export const OP_TOPIC = 'RMQ_SYS_TRANS_OP_HALF_TOPIC';
export const DISCARD_TOPIC = 'TRANS_CHECK_MAX_TIME_TOPIC';
export const SCHEDULE_TOPIC = 'SCHEDULE_TOPIC_XXXX';
export const RETRY_PREFIX = '%RETRY%';
export const DEAD_LETTER_PREFIX = '%DLQ%';
/** Topics of the transaction store on RocksDB (5.4 and later, off by default). */
export const ROCKSDB_PREFIX = 'RMQ_SYS_ROCKSDB_TRANS_';

export function retryTopic({ consumerGroup = '' }: RecordingSettings): string {
  return `${RETRY_PREFIX}${consumerGroup}`;
}

export function deadLetterTopic({ consumerGroup = '' }: RecordingSettings): string {
  return `${DEAD_LETTER_PREFIX}${consumerGroup}`;
}

/** The process that a recording calls by its place, or by the role of its producer. */
export function processNamed(role: ProducerRole | undefined, name: string): ProcessId {
  if (role !== undefined) return processOf(role);
  return name === 'consumer' ? 'points' : name;
}

export const SEND_OK = 'SEND_OK';
/** Stored, but not as safely as asked for: any other status of a send that returned (HM-3). */
export const UNSAFE = 'not SEND_OK';
/** The model has one answer that stores nothing. */
export const REFUSED = 'NO_PERMISSION';

/** What END_TRANSACTION is answered where the put to the real topic failed: that put's code (HM-28, `sendFinalMessage`). */
export const PUT_FAILED_CODES: readonly number[] = [1, 13, 14];

/** A delivery, and what a consumer tells the broker, which no producer ever hears of. */
export function isLossOfConsumer(message: unknown): boolean {
  return message === 'message' || message === 'consumerOffset' || message === 'sendBack';
}

/** Response codes with which a broker stores nothing. */
export function isRefusal(status: string): boolean {
  return !STORED.includes(status);
}

const STORED: readonly string[] = [SEND_OK, 'FLUSH_DISK_TIMEOUT', 'FLUSH_SLAVE_TIMEOUT', 'SLAVE_NOT_AVAILABLE'];
