import type { ThingText } from '../../protocols/half-message/texts.ts';
import type { Rest } from '../book.ts';
import { things } from './pointsDatabase.ts';

/** What things are called in RocketMQ's transactional messages, in English. */
export const texts = {
  ...things,
  tagline:
    'RocketMQ transactional messages: store a half message that no consumer sees, and deliver it once the local transaction has an outcome.',

  'process-order-b': 'Order service B',
  'process-order-b-inline': 'order service B',
  'process-order-db': 'Order database',
  'process-order-db-inline': 'the order database',

  'role-producer-b': 'Order service B',
  'role-producer-b-inline': 'order service B',

  'node-order-b': 'Order service B',
  'node-order-db': 'Order database',
  'node-processor': 'Processors',
  'node-half-topic': 'Half and op',
  'node-checker': 'Checker',
  'node-topic': 'Topic Orders',

  'message-halfMessage-inline-attempt-2': 'the half message of order {tx} (attempt 2)',
  'message-halfMessage-inline-attempt-3': 'the half message of order {tx} (attempt 3)',
  'message-sendResult-what-status-NO_PERMISSION': 'The broker rejects transactional messages; nothing was stored.',
  'message-message-inline-queue-retry': 'the retry message of order {tx}',
  'message-message-what-queue-retry': 'This is retry {reconsumeTimes} of order {tx}.',
  'message-consumerOffset-inline-queue-retry': 'consumer offset {offset} of the retry topic',

  'message-sendBack-inline': 'the send-back request of order {tx}',

  'packet-sendBack': 'return {tx}',

  'section-reads-log-row': 'Transaction log',
  'section-reads-late-status': 'Status table',
  'section-reads-memory': 'Instance memory',
  'section-reads-coordinator': 'Coordinator',
  'section-half-topic': 'Half topic · queue 0',
  'section-op-topic': 'Op topic',
  'section-op-buffer': 'Op messages to be written',
  'section-cursors': 'Scan offsets',
  'section-channels': 'Producer group',
  'section-trouble': 'Pending faults',
  'section-schedule-topic': 'Delay topic',
  'section-retry-topic': 'Retry topic',
  'section-dead-letter-topic': 'Dead-letter queue',

  'row-cancelled': 'fenced off (cancelled)',

  'cell-op': 'Op message “{body}”: names settled half offsets',
  'cell-buffered': 'Half offset {offset} is settled and waits for the next op message',
  'cell-scheduled': 'Order {tx}: waits for its delay in SCHEDULE_TOPIC_XXXX after {times} {times|retry|retries}',
  'cell-retry': 'Order {tx}: retry {times}, in the %RETRY% topic',
  'cell-dead': 'Order {tx}: failed after {times} {times|retry|retries}, needs manual action in %DLQ%',

  'note-memory-only': 'in memory only',

  'status-cursors': 'half {half} · op {op}',
  'status-channels': 'next: {@next}',
  'status-no-channel': 'no instance online',
  'status-next-reply': 'next: {status}',
  'status-rejects': 'rejects transactions',
  'status-put-fails': 'next write fails',
  'status-op-fails': 'next op message fails',
  'status-discard-fails': 'next discard fails',
  'status-pass-breaks': 'next pass breaks off',

  'kind-send-status': 'Send status other than SEND_OK',
  'kind-no-permission': 'Transactional messages rejected',
  'kind-put-fails': 'Write to the topic fails',
  'kind-wrong-answer': 'Wrong answer to a check',
  'kind-look-up-fails': 'Look-up of a check fails',
  'kind-record-purged': 'What the check reads is purged',
  'kind-consumer-fails': 'Consumption fails',
  'kind-permission-restored': 'Transactional messages accepted again',
  'kind-answer-sent-by-hand': 'Outcome sent manually',
  'kind-discarded-resumed': 'Discarded message resumed',
  'kind-op-put-fails': 'Op message not written',
  'kind-op-slips': 'Op messages an interval late',
  'kind-discard-put-fails': 'Discard write fails',
  'kind-pass-breaks-off': 'Check pass breaks off',
  'kind-clean-stop': 'Clean shutdown',
  'kind-no-answer': 'No answer to a check',
  'kind-wrong-outcome': 'Wrong outcome returned',

  'guard-callerIsFree': 'The sender is still busy with order {tx}: a transactional send blocks until it returns.',
  'guard-canBeLong': 'The next reply is already set to {nextStatus}.',
  'guard-switches': 'The broker is already set that way.',
  'guard-putWillSucceed': 'The next write to the topic is already set to fail.',
  'guard-wasDiscarded': 'The half message of this order has not been discarded, so there is nothing to resume.',
} as const satisfies Rest<ThingText>;
