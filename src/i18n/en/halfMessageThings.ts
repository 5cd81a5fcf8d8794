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
  'process-order-c': 'Order service C',
  'process-order-c-inline': 'order service C',
  'process-order-db': 'Order database',
  'process-order-db-inline': 'the order database',

  'role-producer-b': 'Order service B',
  'role-producer-b-inline': 'order service B',
  'role-producer-c': 'Order service C',
  'role-producer-c-inline': 'order service C',

  'node-order-b': 'Order service B',
  'node-order-c': 'Order service C',
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
  'section-other-channels': 'Other producer group',
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

  'cell-copy': 'Offset {offset}: copy of order {tx}, appended by check {times}, unsettled',
  'cell-passed': 'Offset {offset}: order {tx}, already passed by the scan',
  'cell-rolled-back': 'Offset {offset}: order {tx}, rolled back; marked as settled, not deleted',
  'cell-discarded': 'Order {tx}: checks used up, needs manual action in TRANS_CHECK_MAX_TIME_TOPIC',

  'status-gone': 'crashed',
  'status-executing-long': '{tx} still running',
  'status-being-asked': 'checked about {tx}',
  'status-unregistered': 'not registered',
  'status-asking': 'check {times} of {tx}',

  'message-halfMessage-what':
    'It is complete but must not be delivered until the local transaction of order {tx} has an outcome.',
  'message-sendResult-what':
    'The half message is stored, but {status} means that it is not guaranteed to be durable: the local transaction will not run.',
  'message-sendResult-what-status-SEND_OK':
    'The half message is stored at offset {offset}; the local transaction of order {tx} may begin.',
  'message-endTransaction-inline-fromCheck-true': 'the answer to the check of order {tx} ({state})',
  'message-endTransaction-what':
    'The local transaction ended with {state}, for the half message at offset {offset}; one-way, never resent if lost.',
  'message-endTransaction-what-fromCheck-true':
    'The answer to the check is {state}, and only for the copy at offset {offset}.',
  'message-checkTransactionState': 'check-back',
  'message-checkTransactionState-inline': 'check {checkTimes} of order {tx}',
  'message-checkTransactionState-what': 'The broker asks: has the local transaction of order {tx} committed?',
  'message-consumerOffset-what': 'Every message below offset {offset} has been processed.',
  'message-heartbeat-inline': 'the heartbeat',
  'message-subscribe-inline': 'the subscription',

  'packet-checkTransactionState': 'check {tx}',
  'packet-subscribe': 'subscribe',
  'packet-heartbeat': 'heartbeat',

  'section-checker': 'Check-back',
  'section-discard-topic': 'Discard topic',
} as const satisfies Rest<ThingText>;
