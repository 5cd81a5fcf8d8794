import type { EventText } from '../../protocols/half-message/texts.ts';

/** What people do, what time brings and what happens then in RocketMQ's transactional messages, in English. */
export const enHalfMessageEvents = {
  'choice-order': 'Place order {tx}',
  'choice-commit': 'Commit the local transaction',
  'choice-rollback': 'Roll back',
  'choice-unknow': 'Commit, return UNKNOW',
  'choice-throw': 'Throw (rolls back)',
  'choice-throw-late': 'Commit, then throw',
  'choice-slow': 'Keep running',
  'choice-say-commit': 'Just answer COMMIT',
  'choice-say-rollback': 'Just answer ROLLBACK',
  'choice-say-unknow': 'Just answer UNKNOW',
  'choice-send-commit': 'Send COMMIT for order {tx} again',
  'choice-send-rollback': 'Send ROLLBACK for order {tx} after all',
  'choice-flush-disk-timeout': 'Let the next flush time out',
  'choice-flush-slave-timeout': 'Let the next replication time out',
  'choice-slave-not-available': 'Take the slave away once',
  'choice-put-fails': 'Let the next put fail',
  'choice-reject': 'Reject transactional messages',
  'choice-accept': 'Accept transactional messages',
  'choice-discard-now': 'Let the pass meet its own copy',
  'choice-resume': 'Resume order {tx}',
  'choice-fail': 'Fail this time',

  'chose-order': 'Order {tx} is requested.',
  'chose-order-when-sent-halfMessage':
    'Order {tx} is requested: before it touches its database, {from} sends a half message.',
  'chose-commit': 'The local transaction commits.',
  'chose-commit-when-order-committed':
    'The local transaction of order {tx} commits: the order exists, and the broker does not know yet.',
  'chose-commit-when-commit-refused':
    'A check has fenced order {tx} off, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-rollback': 'The local transaction rolls back.',
  'chose-rollback-when-order-rolled-back':
    'The local transaction of order {tx} rolls back: there is no order, and the broker does not know yet.',
  'chose-unknow': 'The local transaction commits, yet returns UNKNOW.',
  'chose-unknow-when-order-committed': 'Order {tx} is committed, yet executeLocalTransaction returns UNKNOW.',
  'chose-unknow-when-commit-refused':
    'A check has fenced order {tx} off, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-throw': 'The local transaction throws, which RocketMQ takes for UNKNOW.',
  'chose-throw-when-order-rolled-back':
    'The local transaction of order {tx} throws and rolls back; RocketMQ takes that for UNKNOW, not for ROLLBACK.',
  'chose-throw-late': 'The local transaction throws after its commit, which RocketMQ takes for UNKNOW.',
  'chose-throw-late-when-order-committed':
    'Order {tx} is committed, and only then an exception is thrown: the database keeps the order, RocketMQ takes it for UNKNOW.',
  'chose-throw-late-when-commit-refused':
    'A check has fenced order {tx} off, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-slow': 'The local transaction takes its time: its row is not committed, and nobody else can see it.',
  'chose-say-commit': 'The check answers COMMIT without looking at the database.',
  'chose-say-commit-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers COMMIT without looking at the database.',
  'chose-say-rollback': 'The check answers ROLLBACK without looking at the database.',
  'chose-say-rollback-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers ROLLBACK without looking at the database.',
  'chose-say-unknow': 'The check answers UNKNOW without looking at the database.',
  'chose-say-unknow-when-sent-endTransaction':
    'Asked about order {tx}, {from} answers UNKNOW without looking at the database.',
  'chose-send-commit': 'COMMIT is sent for an order whose answer the broker already has.',
  'chose-send-commit-when-sent-endTransaction':
    '{from} sends COMMIT for order {tx}, offset {offset}, although the broker already has an answer.',
  'chose-send-rollback': 'ROLLBACK is sent for an order whose answer the broker already has.',
  'chose-send-rollback-when-sent-endTransaction':
    '{from} sends ROLLBACK for order {tx}, offset {offset}, although the broker already has an answer.',
  'chose-flush-disk-timeout':
    'The next half message will be stored, but flushed too slowly: the reply will be FLUSH_DISK_TIMEOUT.',
  'chose-flush-slave-timeout':
    'The next half message will be stored, but replicated too slowly: the reply will be FLUSH_SLAVE_TIMEOUT.',
  'chose-slave-not-available':
    'The next half message will be stored, but without a slave: the reply will be SLAVE_NOT_AVAILABLE.',
  'chose-put-fails': 'The next put to topic Orders will fail.',
  'chose-reject': 'From now on the broker rejects transactional messages (rejectTransactionMessage).',
  'chose-accept': 'The broker accepts transactional messages again.',
  'chose-discard-now': 'The pass reaches the copy that it has just appended.',
  'chose-discard-now-when-discarded':
    'The pass reaches its own last copy of order {tx}, which is out of checks: it is discarded before the answer can come.',
  'chose-resume': 'An administrator resumes the discarded half message.',
  'chose-resume-when-half-resumed':
    'An administrator puts the half message of order {tx} back into the half topic at offset {offset}, its count at 0.',
  'chose-fail': 'This time processing fails.',
  'chose-fail-when-consume-failed':
    'The points service fails to process order {tx}: its local transaction rolls back, and the message is to go back to the broker.',
  'chose-fail-when-failed-after-ack':
    'The points service fails to process order {tx}, but has acknowledged it already: nobody will deliver it again.',

  'delay-sendMsgTimeout': 'send timeout',
  'delay-endTransactionDelay': 'report the outcome',
  'delay-checkLocalTransaction': 'answer the check',
  'delay-heartbeatInterval': 'heartbeat',
  'delay-opWrite': 'write the op message',
  'delay-transactionTimeOut': 'half message comes of age',
  'delay-transactionCheckInterval': 'next check pass',
  'delay-passEnd': 'end of the pass',
  'delay-persistOffset': 'save the cursors',
  'delay-flushCommitLog': 'flush the log',
  'delay-pullAgain': 'pull again',
  'delay-retryDelay': 'retry delay',
  'delay-consumeMessage': 'process the message',
  'delay-secondTransaction': 'second transaction',
  'delay-persistConsumerOffset': 'report the offset',
  'delay-consumeAgain': 'try again locally',
  'delay-reconnect': 'reconnect',

  'fire-sendMsgTimeout': 'Wait until the send times out',
  'fire-endTransactionDelay': 'Let {role} send its end request',
  'fire-checkLocalTransaction': 'Let {role} answer the check',
  'fire-heartbeatInterval': 'Let {role} send a heartbeat',
  'fire-opWrite': 'Let the broker write the op message',
  'fire-transactionTimeOut': 'Wait until the half message may be checked',
  'fire-transactionCheckInterval': 'Begin the next check pass',
  'fire-passEnd': 'End this pass',
  'fire-persistOffset': 'Let the broker save its cursors',
  'fire-flushCommitLog': 'Let the broker flush its log',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-retryDelay': 'Wait until the retry is due',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-secondTransaction': 'Let the points service run its second transaction',
  'fire-persistConsumerOffset': 'Let the points service report its offset',
  'fire-consumeAgain': 'Let the points service try again locally',
  'fire-reconnect': 'Let the points service reconnect',

  'fired-sendMsgTimeout': 'No send result came within 3 s.',
  'fired-sendMsgTimeout-when-sent-halfMessage':
    'No reply within 3 s: {from} sends the half message of order {tx} again (attempt {attempt}).',
  'fired-endTransactionDelay': 'The local transaction has returned, and the end request goes out.',
  'fired-endTransactionDelay-when-sent-endTransaction':
    '{from} reports {state} for order {tx}: one-way, once, without waiting for a reply.',
  'fired-checkLocalTransaction': 'checkLocalTransaction looks into the order database.',
  'fired-checkLocalTransaction-when-sent-endTransaction':
    '{from} looks order {tx} up while it is “{@row}”, and answers {state}.',
  'fired-heartbeatInterval': 'With its heartbeat {role} registers with the broker again and can be asked.',
  'fired-heartbeatInterval-when-lost': '{role} sends a heartbeat, but the broker is down and cannot register it.',
  'fired-opWrite': 'It is time to write the op message.',
  'fired-transactionTimeOut':
    'The half message is old enough to be checked; that alone changes nothing, it waits for the next pass.',
  'fired-transactionCheckInterval': 'The pass has nothing to ask: every half message is settled or still too young.',
  'fired-passEnd': 'The check pass ends.',
  'fired-persistOffset': 'The broker saves both check cursors; after a crash it goes on from here.',
  'fired-flushCommitLog': 'It is time to flush the log.',
  'fired-pullAgain': 'The points service pulls again what was lost on the way.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker sends the message of order {tx} once more.',
  'fired-retryDelay': 'The retry delay is over.',
  'fired-consumeMessage': 'The points service is done with a message.',
  'fired-secondTransaction': 'The points service runs its second transaction.',
  'fired-persistConsumerOffset': 'The points service reports its consumer offset.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'As every 5 s, the points service reports consumer offset {offset} to the broker.',
  'fired-consumeAgain': 'The message could not be sent back, so the points service processes it again itself.',
  'fired-reconnect': 'The points service is connected to the broker again.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'delivered-halfMessage-when-sent-sendResult':
    'The broker rejects the half message of order {tx} ({status}) and stores nothing.',

  'noted-half-stored':
    'The broker stores the half message of order {tx} in the half topic at offset {offset}; no consumer can see it.',
  'noted-half-resumed':
    'The half message of order {tx} is appended to the half topic again at offset {offset}, its count at 0.',
  'noted-copy-stored':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset}, counts check {checkTimes} and asks a producer.',
  'noted-copy-stored-when-channel-is-null':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset} and counts check {checkTimes}, but no producer is there to be asked.',
  'noted-silent-copy-stored':
    'Order {tx} is still immune: the pass appends a copy at offset {offset}, raises its count to {checkTimes} and asks nobody.',
  'noted-channel-is-null': 'No producer is online: this check of order {tx} is wasted.',
  'noted-discarded':
    'Order {tx} is out of checks (count {checkTimes}): it moves to TRANS_CHECK_MAX_TIME_TOPIC, and nobody asks any more.',
  'noted-op-stored':
    'The op message “{body}” is stored: the half messages at these offsets count as settled from now on.',
  'noted-log-flushed': 'The log is flushed to disk; a power loss can no longer take it.',
  'noted-message-stored':
    'The check brought COMMIT: the broker writes the message of order {tx} to topic Orders again, at offset {offset}; that makes {times} of them.',
  'noted-message-stored-times-1':
    'The check brought COMMIT: the broker writes the message of order {tx} to topic Orders at offset {offset}, where consumers see it.',
  'noted-message-stored-checkTimes-0':
    'The broker writes the message of order {tx} to topic Orders again, at offset {offset}; that makes {times} of them.',
  'noted-message-stored-checkTimes-0-times-1':
    'The broker writes the message of order {tx} to topic Orders at offset {offset}, where consumers see it.',
  'noted-message-dropped':
    'ROLLBACK: nothing is written to topic Orders, and the half message of order {tx} stays; an op will mark offset {offset} as settled.',
  'noted-no-half-at-offset':
    'There is no half message of order {tx} at offset {offset}: the broker refuses this {state} and tells nobody.',
  'noted-illegal-operation':
    'The immunity of order {tx} is over and this {state} comes too late: the broker refuses it and tells nobody.',
  'noted-put-failed':
    'The message of order {tx} cannot be written to topic Orders: no op is written, and it stays unsettled until the next pass.',
  'noted-transaction-begun':
    'SEND_OK arrives: the half message is stored, so the local transaction of order {tx} begins.',
  'noted-begin-after-fence':
    'SEND_OK arrives, but a check has fenced order {tx} off: its local transaction cannot commit any more.',
  'noted-order-committed': 'The order database commits order {tx}.',
  'noted-order-rolled-back': 'The order database rolls order {tx} back.',
  'noted-order-fenced':
    'Before it answers, the check inserts a “cancelled” row for order {tx}, so that a late local commit will fail.',
  'noted-commit-refused': 'Order {tx} is fenced off: the order database refuses to commit it.',
  'noted-send-failed':
    'No reply within 3 s: the caller gets an exception, and the local transaction of order {tx} never runs.',
  'noted-send-rejected':
    'The broker rejects transactional messages (NO_PERMISSION): nothing is stored, and order {tx} ends in an exception.',
  'noted-local-transaction-skipped':
    'The reply is {status}: the half message is stored, but not safely enough, so order {tx} is rolled back without running its local transaction.',
  'noted-points-added': 'The points service adds the points of order {tx} once more: {times} times in all.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-marker-written': 'The points service writes the deduplication marker of order {tx}.',
  'noted-duplicate-recognised':
    'The points service finds the marker of order {tx} and skips the message as a duplicate.',
  'noted-consume-failed':
    'Processing order {tx} fails, and the points service sends the message back (RECONSUME_LATER).',
  'noted-failed-after-ack': 'Processing order {tx} fails, but it is acknowledged already.',
  'noted-marked-consumed':
    'The broker stores the consumer offset: order {tx} at offset {offset} of topic Orders is consumed.',
  'noted-marked-consumed-queue-retry':
    'The broker stores the consumer offset: order {tx} at offset {offset} of the retry topic is consumed.',
  'noted-retry-scheduled': 'The broker will bring the message of order {tx} again in {delayS} s (delay level {level}).',
  'noted-retry-stored':
    'The delay is over: the message of order {tx} enters the retry topic at offset {offset} and can be delivered again.',
  'noted-dead-lettered':
    'Order {tx} has failed after {reconsumeTimes} retries: it goes to the dead-letter queue %DLQ% and waits for a person.',

  'ignored-already-connected': 'It is connected already.',
  'ignored-already-disconnected': 'The connection was gone already.',
  'ignored-already-registered': 'It is registered already.',
  'ignored-consumer-is-gone': 'The consumer is gone and will pull again when it is back.',
  'ignored-no-open-transaction': 'It had no open transaction.',
  'ignored-nobody-waits-for-the-reply': 'Nobody waits for this reply any more.',
  'ignored-nothing-to-roll-back': 'There is no transaction to roll back.',
  'ignored-offset-already-stored': 'This offset or a later one is stored already.',
  'ignored-one-flush-for-both': 'The next flush covers it too.',
  'ignored-reply-to-another-attempt': 'It answers another attempt.',
  'ignored-unknow-changes-nothing': 'UNKNOW changes nothing; it takes the next pass.',

  'crashed-order': 'The order service crashes: what it had in memory is gone; its database survives.',
  'crashed-order-b': 'Order service B crashes: what it had in memory is gone; the database survives.',
  'crashed-broker':
    'The broker crashes: stored messages survive; ops still in memory and the producers’ registrations do not.',
  'crashed-broker-machine': 'The broker loses power: the end of the log that was not yet on disk is gone.',
  'crashed-points':
    'The points service crashes: messages in hand are gone; its database and the offset stored by the broker survive.',
  'restarted-order': 'The order service is back and registers with the broker.',
  'restarted-order-when-lost': 'The order service is back, but the broker is down and cannot register it.',
  'restarted-order-b': 'Order service B is back and registers with the broker.',
  'restarted-order-b-when-lost': 'Order service B is back, but the broker is down and cannot register it.',
  'restarted-broker': 'The broker is back: it knows its stored messages, but no producer before the next heartbeat.',
  'restarted-points': 'The points service is back and goes on from the consumer offset that the broker stored.',
  'restarted-points-when-lost': 'The points service is back, but the broker is down and cannot be reached.',
} as const satisfies { readonly [key in EventText]: string };
