/** RocketMQ's names for what the model calls by its own. */
import type { ProcessId, RoleId } from '../engine/model.ts';
import type { RecordingSettings } from './observation.ts';

export const HALF_TOPIC = 'RMQ_SYS_TRANS_HALF_TOPIC';
export const OP_TOPIC = 'RMQ_SYS_TRANS_OP_HALF_TOPIC';
export const DISCARD_TOPIC = 'TRANS_CHECK_MAX_TIME_TOPIC';
export const SCHEDULE_TOPIC = 'SCHEDULE_TOPIC_XXXX';

export function retryTopic({ consumerGroup = '' }: RecordingSettings): string {
  return `%RETRY%${consumerGroup}`;
}

export function deadLetterTopic({ consumerGroup = '' }: RecordingSettings): string {
  return `%DLQ%${consumerGroup}`;
}

/** The producer instances that the model can have, in the order in which a recording names them. */
export const PRODUCER_ROLES: readonly RoleId[] = ['producer', 'producer-b'];

const PROCESSES: { readonly [role: RoleId]: ProcessId } = { producer: 'order', 'producer-b': 'order-b' };

/** The process that a recording calls by its place, or by the role of its producer. */
export function processOf(role: RoleId | undefined, name: string): ProcessId {
  if (role !== undefined) return PROCESSES[role] ?? name;
  return name === 'consumer' ? 'points' : name;
}

export const SEND_OK = 'SEND_OK';
/** Stored, but not as safely as asked for: any other status of a send that returned (HM-3). */
export const UNSAFE = 'not SEND_OK';
