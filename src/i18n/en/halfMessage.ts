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
  'message-halfMessage-what':
    'It is complete but must not be delivered until the local transaction of order {tx} has an outcome.',
  'message-sendResult': 'send result',
  'message-sendResult-inline': 'the send result of order {tx} ({status})',
  'message-sendResult-what':
    'The half message is stored, but {status} means that it is not guaranteed to be durable: the local transaction will not run.',
  'message-sendResult-what-status-SEND_OK':
    'The half message is stored at offset {offset}; the local transaction of order {tx} may begin.',
  'message-endTransaction': 'outcome',
  'message-endTransaction-inline': 'the outcome of order {tx} ({state})',
  'message-endTransaction-inline-fromCheck-true': 'the answer to the check of order {tx} ({state})',
  'message-endTransaction-what':
    'The local transaction ended with {state}, for the half message at offset {offset}; one-way, never resent if lost.',
  'message-endTransaction-what-fromCheck-true':
    'The answer to the check is {state}, and only for the copy at offset {offset}.',
  'message-checkTransactionState': 'check-back',
  'message-checkTransactionState-inline': 'check {checkTimes} of order {tx}',
  'message-checkTransactionState-what': 'The broker asks: has the local transaction of order {tx} committed?',
  'message-message': 'message',
  'message-message-inline': 'the message of order {tx}',
  'message-message-what': 'The points service will add the points of order {tx} in a local transaction of its own.',
  'message-consumerOffset': 'consumer offset',
  'message-consumerOffset-inline': 'consumer offset {offset}',
  'message-consumerOffset-what': 'Every message below offset {offset} has been processed.',

  'message-heartbeat-inline': 'the heartbeat',
  'message-subscribe-inline': 'the subscription',

  'packet-halfMessage': 'half {tx}',
  'packet-sendResult': '{status}',
  'packet-endTransaction': '{state} {tx}',
  'packet-checkTransactionState': 'check {tx}',
  'packet-message': 'message {tx}',
  'packet-consumerOffset': 'offset {offset}',
  'packet-subscribe': 'subscribe',
  'packet-heartbeat': 'heartbeat',

  'section-producer': 'Producer',
  'section-order-database': 'Order database',
  'section-points-database': 'Points database',
  'section-consumer': 'Consumer',
  'section-half-messages': 'Half messages',
  'section-topic': 'Topic Orders',
  'section-checker': 'Check-back',
  'section-discard-topic': 'Discard topic',

  'column-order': 'order',
  'column-state': 'state',
  'column-points': 'points',
  'row-none': 'absent',
  'row-open': 'uncommitted',
  'row-committed': 'committed',
  'row-aborted': 'rolled back',

  'cell-half': 'Offset {offset}: half message of order {tx}, unsettled',
  'cell-copy': 'Offset {offset}: copy of order {tx}, appended by check {times}, unsettled',
  'cell-passed': 'Offset {offset}: order {tx}, already passed by the scan',
  'cell-committed': 'Offset {offset}: order {tx}, committed; the half message itself stays in the queue',
  'cell-rolled-back': 'Offset {offset}: order {tx}, rolled back; marked as settled, not deleted',
  'cell-visible': 'Offset {offset}: order {tx}, visible to consumers',
  'cell-consumed': 'Offset {offset}: order {tx}, consumed',
  'cell-discarded': 'Order {tx}: checks used up, needs manual action in TRANS_CHECK_MAX_TIME_TOPIC',

  'note-invisible': 'invisible to consumers',
  'note-visible': 'visible to consumers',

  'status-gone': 'crashed',
  'status-idle': 'idle',
  'status-awaiting-reply': 'awaiting reply on {tx}',
  'status-executing': 'running {tx} locally',
  'status-executing-long': '{tx} still running',
  'status-returning': 'about to return {answer}',
  'status-being-asked': 'checked about {tx}',
  'status-unregistered': 'not registered',
  'status-waiting-for-messages': 'waiting for messages',
  'status-consuming': 'processing {tx}',
  'status-asking': 'check {times} of {tx}',

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
  'choice-say-commit': 'Answer COMMIT without looking',
  'choice-say-rollback': 'Answer ROLLBACK without looking',
  'choice-say-unknow': 'Answer UNKNOW without looking',
  'choice-discard-now': 'Let the pass read the copy it just appended',

  'chose-order': 'Order {tx} is requested.',
  'chose-order-when-sent-halfMessage':
    'Order {tx} is requested: {from} first sends a half message and has not touched its database yet.',
  'chose-commit': 'The local transaction commits.',
  'chose-commit-when-order-committed':
    'The local transaction of order {tx} commits: the order exists, and the broker does not know yet.',
  'chose-rollback': 'The local transaction rolls back.',
  'chose-rollback-when-order-rolled-back':
    'The local transaction of order {tx} rolls back: there is no order, and the broker does not know yet.',
  'chose-unknow': 'The local transaction commits, yet returns UNKNOW.',
  'chose-unknow-when-order-committed': 'Order {tx} is committed, yet executeLocalTransaction returns UNKNOW.',
  'chose-throw': 'The local transaction throws; RocketMQ treats that as UNKNOW.',
  'chose-throw-when-order-rolled-back':
    'The local transaction of order {tx} throws and rolls back; RocketMQ treats that as UNKNOW, not as ROLLBACK.',
  'chose-throw-late': 'The local transaction throws after its commit; RocketMQ treats that as UNKNOW.',
  'chose-throw-late-when-order-committed':
    'Order {tx} is committed before the exception is thrown: the database keeps the order, and RocketMQ treats it as UNKNOW.',
  'chose-slow': 'The local transaction is slow: its row is not committed, and no other transaction can see it.',
  'chose-say-commit-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers COMMIT without looking at the database.',
  'chose-say-rollback-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers ROLLBACK without looking at the database.',
  'chose-say-unknow-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers UNKNOW without looking at the database.',
  'chose-discard-now': 'The pass reads the copy it has just appended.',
  'chose-discard-now-when-discarded':
    'The pass reads the last copy of order {tx}, which it has just appended: the checks are used up, so it is discarded before an answer can come.',

  'delay-sendMsgTimeout': 'send timeout',
  'delay-endTransactionDelay': 'local transaction returns',
  'delay-checkLocalTransaction': 'answer the check',
  'delay-heartbeatInterval': 'heartbeat',
  'delay-opWrite': 'write the op message',
  'delay-transactionTimeOut': 'half message due for a check',
  'delay-transactionCheckInterval': 'next check pass',
  'delay-passEnd': 'end of the pass',
  'delay-persistOffset': 'save the scan offsets',
  'delay-pullAgain': 'pull again',
  'delay-consumeMessage': 'process the message',
  'delay-persistConsumerOffset': 'report the consumer offset',
  'delay-reconnect': 'reconnect',

  'fire-sendMsgTimeout': 'Wait until the send times out',
  'fire-endTransactionDelay': 'Let the local transaction of {role} return',
  'fire-checkLocalTransaction': 'Let {role} answer the check',
  'fire-heartbeatInterval': 'Let {role} send a heartbeat',
  'fire-opWrite': 'Let the broker write the op message',
  'fire-transactionTimeOut': 'Wait until the half message is due for a check',
  'fire-transactionCheckInterval': 'Start the next check pass',
  'fire-passEnd': 'End this pass',
  'fire-persistOffset': 'Let the broker save its scan offsets',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-persistConsumerOffset': 'Let the points service report its offset',
  'fire-reconnect': 'Let the points service reconnect',

  'fired-sendMsgTimeout': 'No send result came within 3 s.',
  'fired-endTransactionDelay-when-sent-endTransaction':
    '{from} sends {state} for order {tx}: one-way, once, without waiting for a reply.',
  'fired-checkLocalTransaction': 'checkLocalTransaction queries the order database.',
  'fired-checkLocalTransaction-when-sent-endTransaction': '{from} finds order {tx} “{@row}” and answers {state}.',
  'fired-heartbeatInterval': '{role} sends a heartbeat and registers with the broker again, so it can be asked.',
  'fired-heartbeatInterval-when-lost': '{role} sends a heartbeat, but the broker is down and cannot register it.',
  'fired-opWrite': 'It is time to write the op message.',
  'fired-transactionTimeOut':
    'The half message is now due for a check; that alone changes nothing, it waits for the next pass.',
  'fired-transactionCheckInterval': 'The pass finds nothing to check: every half message is settled or not due yet.',
  'fired-passEnd': 'The check pass ends.',
  'fired-persistOffset': 'The broker saves both scan offsets; after a restart it continues from here.',
  'fired-pullAgain': 'The points service pulls what was lost in flight again.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker redelivers the message of order {tx}.',
  'fired-consumeMessage': 'The points service has processed a message.',
  'fired-persistConsumerOffset': 'The points service reports its consumer offset.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'Every 5 s: the points service reports consumer offset {offset} to the broker.',
  'fired-reconnect': 'The points service reconnects to the broker.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'noted-half-stored':
    'The broker stores the half message of order {tx} in the half topic at offset {offset}; no consumer can see it.',
  'noted-copy-stored':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset}, counts it as check {checkTimes} and asks a producer.',
  'noted-copy-stored-when-channel-is-null':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset} and counts it as check {checkTimes}, but no producer is online to ask.',
  'noted-channel-is-null': 'No producer is online: this check of order {tx} is counted for nothing.',
  'noted-discarded':
    'Order {tx} has used up its checks ({checkTimes}): it moves to TRANS_CHECK_MAX_TIME_TOPIC and is not asked about again.',
  'noted-op-stored':
    'The op message “{body}” is stored: the half messages at these offsets count as settled from now on.',
  'noted-message-stored':
    'The check returned COMMIT: the broker writes the message of order {tx} to topic Orders again, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-times-1':
    'The check returned COMMIT: the broker writes the message of order {tx} to topic Orders at offset {offset}, visible to consumers.',
  'noted-message-stored-checkTimes-0':
    'The broker writes the message of order {tx} to topic Orders again, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-checkTimes-0-times-1':
    'The broker writes the message of order {tx} to topic Orders at offset {offset}, visible to consumers.',
  'noted-message-dropped':
    'ROLLBACK: nothing is written to topic Orders and the half message of order {tx} is not deleted; an op message will mark offset {offset} as settled.',
  'noted-no-half-at-offset':
    'There is no half message of order {tx} at offset {offset}: the broker refuses this {state} without telling the sender.',
  'noted-transaction-begun':
    'SEND_OK arrives: the half message is stored, so the local transaction of order {tx} begins.',
  'noted-order-committed': 'The order database commits order {tx}.',
  'noted-order-rolled-back': 'The order database rolls order {tx} back.',
  'noted-send-failed':
    'No reply within 3 s: the caller gets an exception, and the local transaction of order {tx} never runs.',
  'noted-points-added': 'The points service adds the points of order {tx} again: {times} {times|time|times} in all.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-duplicate-recognised':
    'The points service finds the marker of order {tx} and skips the message as a duplicate.',
  'noted-marked-consumed':
    'The broker stores the consumer offset: order {tx} at offset {offset} of topic Orders is consumed.',

  'ignored-already-connected': 'It is already connected.',
  'ignored-already-disconnected': 'It was already disconnected.',
  'ignored-already-registered': 'It is already registered.',
  'ignored-consumer-is-gone': 'The consumer is disconnected and will pull again when it reconnects.',
  'ignored-no-open-transaction': 'It had no open transaction.',
  'ignored-nobody-waits-for-the-reply': 'The sender is no longer waiting for this reply.',
  'ignored-offset-already-stored': 'The broker already has this offset or a later one.',
  'ignored-reply-to-another-attempt': 'It answers another attempt.',
  'ignored-unknow-changes-nothing': 'UNKNOW changes nothing; the next pass has to ask again.',

  'crashed-order': 'The order service crashes: its memory is lost, its database survives.',
  'crashed-broker':
    'The broker crashes: stored messages survive; op messages still in memory and producer registrations are lost.',
  'crashed-points':
    'The points service crashes: messages being processed are lost; its database and the offset stored by the broker survive.',
  'restarted-order': 'The order service restarts and registers with the broker.',
  'restarted-order-when-lost': 'The order service restarts, but the broker is down and cannot register it.',
  'restarted-broker':
    'The broker restarts: its stored messages are there, but producers register only with their next heartbeat.',
  'restarted-points': 'The points service restarts and continues from the consumer offset stored by the broker.',
  'restarted-points-when-lost': 'The points service restarts, but the broker is down and cannot be reached.',
};
