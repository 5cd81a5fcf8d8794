import type { Texts } from '../book.ts';

/** What every visit of RocketMQ's transactional messages needs at once, in English; `halfMessageRest.ts` says when. */
export const texts: Texts<'half-message'> = {
  name: 'Half message',
  'zoom-internals': 'RocketMQ internals',

  'process-order': 'Order service',
  'process-order-inline': 'the order service',
  'process-broker': 'Broker',
  'process-broker-inline': 'the broker',
  'process-points': 'Points service',
  'process-points-inline': 'the points service',

  'role-producer': 'Order service',
  'role-producer-inline': 'the order service',
  'role-order-database': 'Order database',
  'role-order-database-inline': 'the order database',
  'role-broker': 'Broker',
  'role-broker-inline': 'the broker',
  'role-half-topic': 'Half topic',
  'role-half-topic-inline': 'the half topic',
  'role-checker': 'Checker',
  'role-checker-inline': 'the checker',
  'role-topic': 'Topic Orders',
  'role-topic-inline': 'the broker',
  'role-consumer': 'Points service',
  'role-consumer-inline': 'the points service',

  'node-order': 'Order service',
  'node-broker': 'Broker',
  'node-points': 'Points service',

  'message-halfMessage': 'half message',
  'message-halfMessage-inline': 'the half message of order {tx}',
  'message-sendResult': 'send result',
  'message-sendResult-inline': 'the send result of order {tx} ({status})',
  'message-endTransaction': 'outcome',
  'message-endTransaction-inline': 'the outcome of order {tx} ({state})',
  'message-message': 'message',
  'message-message-inline': 'the message of order {tx}',
  'message-message-what': 'The points service will add the points of order {tx} in a local transaction of its own.',
  'message-consumerOffset': 'consumer offset',
  'message-consumerOffset-inline': 'consumer offset {offset}',

  'packet-halfMessage': 'half {tx}',
  'packet-sendResult': '{status}',
  'packet-endTransaction': '{state} {tx}',
  'packet-message': 'message {tx}',
  'packet-consumerOffset': 'offset {offset}',

  'section-producer': 'Producer',
  'section-order-database': 'Order database',
  'section-points-database': 'Points database',
  'section-consumer': 'Consumer',
  'section-half-messages': 'Half messages',
  'section-topic': 'Topic Orders',

  'column-order': 'order',
  'column-state': 'state',
  'column-points': 'points',
  'row-none': 'absent',
  'row-open': 'uncommitted',
  'row-committed': 'committed',
  'row-aborted': 'rolled back',

  'cell-half': 'Offset {offset}: half message of order {tx}, unsettled',
  'cell-committed': 'Offset {offset}: order {tx}, committed; the half message itself stays in the queue',
  'cell-visible': 'Offset {offset}: order {tx}, visible to consumers',
  'cell-consumed': 'Offset {offset}: order {tx}, consumed',

  'note-invisible': 'invisible to consumers',
  'note-visible': 'visible to consumers',

  'status-idle': 'idle',
  'status-awaiting-reply': 'awaiting reply on {tx}',
  'status-executing': 'running {tx} locally',
  'status-returning': 'about to return {answer}',
  'status-waiting-for-messages': 'waiting for messages',
  'status-consuming': 'processing {tx}',

  'stage-concept-1-title': 'Send the half message',
  'stage-concept-1-text':
    'The order service first sends the complete message, marked as not yet deliverable. Its database holds no order so far.',
  'stage-concept-2-title': 'The broker confirms',
  'stage-concept-2-text':
    'The broker stores the half message in a topic that no consumer reads, then replies SEND_OK. Without that reply the local transaction never starts.',
  'stage-concept-3-title': 'Run the local transaction',
  'stage-concept-3-text':
    'Only after SEND_OK does the order service create the order in its own database, all or nothing.',
  'stage-concept-4-title': 'Send the outcome',
  'stage-concept-4-text':
    'The order service tells the broker COMMIT or ROLLBACK. The request is sent once, without reply or retry, so it may be lost.',
  'stage-concept-5-title': 'Deliver or drop',
  'stage-concept-5-text':
    'COMMIT: the broker writes the message to topic Orders, where consumers see it. ROLLBACK: only an op message is written; nothing is deleted, nothing delivered.',
  'stage-concept-6-title': 'Add the points',
  'stage-concept-6-text':
    'The points service adds the points in its own local transaction. The same message may arrive more than once; deduplication is its job.',
  'stage-concept-7-title': 'Mark as consumed',
  'stage-concept-7-text':
    'The consumer offset is reported every 5 s; only once the broker stores it is the message consumed. After a crash before that, it is redelivered.',
  'stage-concept-8-title': 'No outcome: check back',
  'stage-concept-8-text':
    'A half message with no outcome after 6 s is checked in the next pass: the broker asks a live producer of the group, at most 15 times by default. Then it is parked for manual action.',
  'stage-concept-9-title': 'Consumption failed: retry',
  'stage-concept-9-text':
    'Retries come after 10 s, 30 s and so on up to 2 h; after 16, the message goes to the dead-letter queue. The guarantee is at least once, not exactly once.',

  'scenario-clean-commit-title': 'Clean commit',

  'choice-order': 'Place order {tx}',
  'choice-commit': 'Commit the local transaction',
  'choice-rollback': 'Roll back the local transaction',
  'choice-unknow': 'Commit but return UNKNOW',
  'choice-throw': 'Throw an exception (rolls back)',
  'choice-throw-late': 'Commit, then throw an exception',
  'choice-slow': 'Keep the local transaction running',

  'chose-order-when-sent-halfMessage':
    'Order {tx} is requested: {from} first sends a half message and has not touched its database yet.',
  'chose-commit-when-order-committed':
    'The local transaction of order {tx} commits: the order exists, and the broker does not know yet.',

  'delay-sendMsgTimeout': 'send timeout',
  'delay-endTransactionDelay': 'local transaction returns',
  'delay-opWrite': 'write the op message',
  'delay-transactionTimeOut': 'half message due for a check',
  'delay-transactionCheckInterval': 'next check pass',
  'delay-consumeMessage': 'process the message',
  'delay-persistConsumerOffset': 'report the consumer offset',

  'fire-sendMsgTimeout': 'Wait until the send times out',
  'fire-endTransactionDelay': 'Let the local transaction of {role} return',
  'fire-opWrite': 'Let the broker write the op message',
  'fire-transactionTimeOut': 'Wait until the half message is due for a check',
  'fire-transactionCheckInterval': 'Start the next check pass',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-persistConsumerOffset': 'Let the points service report its offset',

  'fired-endTransactionDelay-when-sent-endTransaction':
    '{from} sends {state} for order {tx}: one-way, once, without waiting for a reply.',
  'fired-opWrite': 'It is time to write the op message.',
  'fired-consumeMessage': 'The points service has processed a message.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'Every 5 s: the points service reports consumer offset {offset} to the broker.',

  'noted-half-stored':
    'The broker stores the half message of order {tx} in the half topic at offset {offset}; no consumer can see it.',
  'noted-op-stored':
    'The op message “{body}” is stored: the half messages at these offsets count as settled from now on.',
  'noted-message-stored-checkTimes-0':
    'The broker writes the message of order {tx} to topic Orders again, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-checkTimes-0-times-1':
    'The broker writes the message of order {tx} to topic Orders at offset {offset}, visible to consumers.',
  'noted-transaction-begun':
    'SEND_OK arrives: the half message is stored, so the local transaction of order {tx} begins.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-marked-consumed':
    'The broker stores the consumer offset: order {tx} at offset {offset} of topic Orders is consumed.',
};
