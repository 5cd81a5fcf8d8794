import type { EventText } from '../../protocols/half-message/texts.ts';
import type { Rest } from '../book.ts';
import { events } from './pointsDatabase.ts';

/** What people do, what time brings and what happens then in RocketMQ's transactional messages, in English. */
export const texts = {
  ...events,
  'choice-send-commit': 'Send COMMIT for order {tx} again',
  'choice-send-rollback': 'Send ROLLBACK for order {tx} as well',
  'choice-flush-disk-timeout': 'Let the next flush time out',
  'choice-flush-slave-timeout': 'Let the next replication time out',
  'choice-slave-not-available': 'Make the slave unavailable once',
  'choice-put-fails': 'Let the next write to the topic fail',
  'choice-reject': 'Reject transactional messages',
  'choice-accept': 'Accept transactional messages',
  'choice-resume': 'Put order {tx} back into the half topic',
  'choice-fail': 'Let this consumption fail',
  'choice-check-throws': 'Let the look-up of the check throw',
  'choice-purge': 'Purge what the check reads of order {tx}',
  'choice-commit-rollback': 'Commit but return ROLLBACK',
  'choice-say-null': 'Let the check return nothing',
  'choice-hand-commit': 'Send COMMIT for {tx}, offset {offset}, manually',
  'choice-hand-rollback': 'Send ROLLBACK for {tx}, offset {offset}, manually',
  'choice-op-fails': 'Let writing the next op message fail',
  'choice-op-slips': 'Delay these op messages by an interval',
  'choice-discard-fails': 'Let the next discard write fail',
  'choice-pass-breaks': 'Let the next pass break off',
  'choice-stop': 'Begin a clean shutdown',
  'choice-ask-first': 'Let the next check ask the order service',
  'choice-ask-b': 'Let the next check ask order service B',
  'choice-ask-c': 'Let the next check ask order service C',

  'chose-commit-when-commit-refused':
    'A check has already fenced off order {tx}, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-unknow-when-commit-refused':
    'A check has already fenced off order {tx}, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-throw-late-when-commit-refused':
    'A check has already fenced off order {tx}, so the database refuses the commit and the outcome becomes ROLLBACK.',
  'chose-say-commit': 'The check answers COMMIT without looking at the database.',
  'chose-say-rollback': 'The check answers ROLLBACK without looking at the database.',
  'chose-say-unknow': 'The check answers UNKNOW without looking at the database.',
  'chose-send-commit': 'COMMIT is sent for an order whose answer the broker already has.',
  'chose-send-commit-when-sent-endTransaction':
    '{from} sends COMMIT for order {tx}, offset {offset}, although the broker already has an answer.',
  'chose-send-rollback': 'ROLLBACK is sent for an order whose answer the broker already has.',
  'chose-send-rollback-when-sent-endTransaction':
    '{from} sends ROLLBACK for order {tx}, offset {offset}, although the broker already has an answer.',
  'chose-flush-disk-timeout':
    'The next half message will be stored but flushed too slowly: the reply will be FLUSH_DISK_TIMEOUT.',
  'chose-flush-slave-timeout':
    'The next half message will be stored but replicated too slowly: the reply will be FLUSH_SLAVE_TIMEOUT.',
  'chose-slave-not-available':
    'The next half message will be stored but there is no slave: the reply will be SLAVE_NOT_AVAILABLE.',
  'chose-put-fails': 'The next write to topic Orders will fail.',
  'chose-reject': 'From now on the broker rejects transactional messages (rejectTransactionMessage).',
  'chose-accept': 'The broker accepts transactional messages again.',
  'chose-resume': 'An administrator resumes the discarded half message.',
  'chose-resume-when-half-resumed':
    'An administrator puts the half message of order {tx} back into the half topic at offset {offset}, with its check count reset to 0.',
  'chose-fail': 'This consumption fails.',
  'chose-fail-when-consume-failed':
    'The points service fails to process order {tx}: its local transaction rolls back, and the message goes back to the broker.',
  'chose-fail-when-failed-after-ack':
    'The points service fails to process order {tx}, but has acknowledged it already: the broker will not deliver it again.',
  'chose-check-throws': 'The look-up of the check throws.',
  'chose-check-throws-when-sent-endTransaction':
    'The look-up of order {tx} throws; {from} catches the exception and answers {state}.',
  'chose-purge': 'What the check reads is purged.',
  'chose-purge-when-record-purged': 'What the check reads of order {tx} is purged: from now on it finds nothing.',
  'chose-commit-rollback': 'The local transaction commits, yet returns ROLLBACK.',
  'chose-commit-rollback-when-order-committed':
    'Order {tx} is committed, yet executeLocalTransaction returns ROLLBACK.',
  'chose-say-null': 'The check returns nothing.',
  'chose-say-null-when-check-unanswered':
    'checkLocalTransaction returns no state for order {tx}, which throws in the check pool: nothing is sent, and the half message stays unsettled.',
  'chose-hand-commit': 'An administrator sends COMMIT manually.',
  'chose-hand-commit-when-sent-endTransaction':
    'An administrator sends COMMIT for order {tx}, offset {offset}, manually.',
  'chose-hand-rollback': 'An administrator sends ROLLBACK manually.',
  'chose-hand-rollback-when-sent-endTransaction':
    'An administrator sends ROLLBACK for order {tx}, offset {offset}, manually.',
  'chose-op-fails': 'The next write of an op message will fail.',
  'chose-op-slips': 'This batch of op messages has to wait another interval (rocketmq#10199, fixed in 5.4.0).',
  'chose-discard-fails': 'The next write to the discard topic will fail.',
  'chose-pass-breaks':
    'The next pass will break off after it has appended a copy and before it moves its scan offsets.',
  'chose-stop':
    'A clean shutdown begins: scan offsets are saved, the log is flushed; op messages in memory are lost if the process ends before their interval.',
  'chose-ask-first': 'The next check will ask the order service.',
  'chose-ask-b': 'The next check will ask order service B.',
  'chose-ask-c': 'The next check will ask order service C.',

  'delay-flushCommitLog': 'flush the log',
  'delay-retryDelay': 'retry delay',
  'delay-secondTransaction': 'second transaction',
  'delay-consumeAgain': 'retry locally',

  'fire-flushCommitLog': 'Let the broker flush its log',
  'fire-retryDelay': 'Wait until the retry is due',
  'fire-secondTransaction': 'Let the points service run its second transaction',
  'fire-consumeAgain': 'Let the points service retry locally',

  'fired-sendMsgTimeout-when-sent-halfMessage':
    'No reply within 3 s: {from} sends the half message of order {tx} again (attempt {attempt}).',
  'fired-endTransactionDelay':
    'The local transaction has returned, but its outcome is not sent: it has to wait for a check.',
  'fired-flushCommitLog': 'It is time to flush the log.',
  'fired-retryDelay': 'The retry delay is over.',
  'fired-secondTransaction': 'The points service runs its second transaction.',
  'fired-consumeAgain': 'Sending the message back failed, so the points service processes it again locally.',

  'delivered-halfMessage-when-sent-sendResult':
    'The broker rejects the half message of order {tx} ({status}) and stores nothing.',

  'noted-half-resumed':
    'The half message of order {tx} is appended to the half topic again at offset {offset}, with its check count reset to 0.',
  'noted-silent-copy-stored':
    'Order {tx} is still immune: the pass appends a copy at offset {offset}, raises the check count to {checkTimes} and does not ask.',
  'noted-log-flushed': 'The log is flushed to disk; a power loss can no longer take it.',
  'noted-illegal-operation':
    'The immunity period of order {tx} is over and this {state} is too late: the broker refuses it without telling the sender.',
  'noted-put-failed':
    'Writing the message of order {tx} to topic Orders fails: no op message is written, and it stays unsettled until the next pass.',
  'noted-begin-after-fence':
    'SEND_OK arrives, but a check has fenced off order {tx}: its local transaction can no longer commit.',
  'noted-order-fenced':
    'Before it answers, the check inserts a “cancelled” row for order {tx}, so that a late local commit will fail.',
  'noted-outcome-recorded':
    'The outcome of order {tx} is written down, after its local transaction, for checks to read.',
  'noted-record-purged': 'What the check reads of order {tx} is purged.',
  'noted-look-up-failed': 'The look-up of order {tx} throws an exception.',
  'noted-commit-refused': 'Order {tx} is fenced off, so the order database refuses to commit it.',
  'noted-send-rejected':
    'The broker rejects transactional messages (NO_PERMISSION): nothing is stored, and placing order {tx} throws an exception.',
  'noted-local-transaction-skipped':
    'The reply is {status}: stored, but perhaps not durable, so the local transaction does not run and order {tx} is rolled back.',
  'noted-marker-written': 'The points service writes the deduplication marker of order {tx}.',
  'noted-consume-failed':
    'Processing order {tx} fails, and the points service sends the message back (RECONSUME_LATER).',
  'noted-failed-after-ack': 'Processing order {tx} fails, but it was already acknowledged.',
  'noted-marked-consumed-queue-retry':
    'The broker stores the consumer offset: order {tx} at offset {offset} of the retry topic is consumed.',
  'noted-retry-scheduled': 'The broker will redeliver the message of order {tx} in {delayS} s (delay level {level}).',
  'noted-retry-stored':
    'The delay is over: the message of order {tx} enters the retry topic at offset {offset} and can be redelivered.',
  'noted-dead-lettered':
    'Order {tx} still fails after {reconsumeTimes} {reconsumeTimes|retry|retries}: it goes to the dead-letter queue %DLQ% and needs manual action.',
  'noted-op-put-failed':
    'Writing the op message “{body}” fails, which leaves only a log line: the half messages at these offsets count as unsettled.',
  'noted-discard-put-failed':
    'Order {tx} has used up its checks ({checkTimes}), and the write to TRANS_CHECK_MAX_TIME_TOPIC fails: the scan moves on, and the message is in no topic.',
  'noted-pass-broke-off':
    'The pass breaks off after it has appended a copy, and its scan offsets stay: the next pass appends a copy of the same half message again.',
  'noted-check-unanswered': 'checkLocalTransaction returns no state for order {tx}, so no answer is sent.',

  'ignored-nothing-to-record': 'There was no local transaction, so no outcome to write down.',
  'ignored-nothing-to-roll-back': 'There is no transaction to roll back.',
  'ignored-one-flush-for-both': 'The next flush covers it too.',

  'crashed-order-b': 'Order service B crashes: its memory is lost, the database survives.',
  'crashed-order-c': 'Order service C crashes: its memory is lost, the database survives.',
  'crashed-broker-machine': 'The broker loses power: the unflushed end of the log is lost.',
  'restarted-order-b': 'Order service B restarts and registers with the broker.',
  'restarted-order-b-when-lost': 'Order service B restarts, but the broker is down and cannot register it.',
  'restarted-order-c': 'Order service C restarts and registers with the broker.',
  'restarted-order-c-when-lost': 'Order service C restarts, but the broker is down and cannot register it.',

  'chose-order': 'Order {tx} is requested.',
  'chose-commit': 'The local transaction commits.',
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

  'fired-sendMsgTimeout': 'No send result came within 3 s.',
  'fired-checkLocalTransaction': 'checkLocalTransaction queries the order database.',
  'fired-checkLocalTransaction-when-sent-endTransaction': '{from} finds order {tx} “{@row}” and answers {state}.',
  'fired-heartbeatInterval': '{role} sends a heartbeat and registers with the broker again, so it can be asked.',
  'fired-heartbeatInterval-when-lost': '{role} sends a heartbeat, but the broker is down and cannot register it.',
  'fired-transactionTimeOut':
    'The half message is now due for a check; that alone changes nothing, it waits for the next pass.',
  'fired-transactionCheckInterval': 'The pass finds nothing to check: every half message is settled or not due yet.',
  'fired-passEnd': 'The check pass ends.',
  'fired-persistOffset': 'The broker saves both scan offsets; after a restart it continues from here.',
  'fired-pullAgain': 'The points service pulls what was lost in flight again.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker redelivers the message of order {tx}.',
  'fired-persistConsumerOffset': 'The points service reports its consumer offset.',
  'fired-reconnect': 'The points service reconnects to the broker.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'noted-copy-stored':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset}, counts it as check {checkTimes} and asks a producer.',
  'noted-copy-stored-when-channel-is-null':
    'The pass finds order {tx} unsettled: it appends a copy at offset {offset} and counts it as check {checkTimes}, but no producer is online to ask.',
  'noted-channel-is-null': 'No producer is online: this check of order {tx} is counted for nothing.',
  'noted-discarded':
    'Order {tx} has used up its checks ({checkTimes}): it moves to TRANS_CHECK_MAX_TIME_TOPIC and is not asked about again.',
  'noted-message-stored':
    'The check returned COMMIT: the broker writes the message of order {tx} to topic Orders again, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-times-1':
    'The check returned COMMIT: the broker writes the message of order {tx} to topic Orders at offset {offset}, visible to consumers.',
  'noted-message-dropped':
    'ROLLBACK: nothing is written to topic Orders and the half message of order {tx} is not deleted; an op message will mark offset {offset} as settled.',
  'noted-foreign-group':
    'The half message of {tx} belongs to another producer group: the broker refuses this {state} without telling the sender.',
  'noted-no-half-at-offset':
    'There is no half message of order {tx} at offset {offset}: the broker refuses this {state} without telling the sender.',
  'noted-order-committed': 'The order database commits order {tx}.',
  'noted-order-rolled-back': 'The order database rolls order {tx} back.',
  'noted-send-failed':
    'No reply within 3 s: the caller gets an exception, and the local transaction of order {tx} never runs.',
  'noted-points-added': 'The points service adds the points of order {tx} again: {times} {times|time|times} in all.',
  'noted-duplicate-recognised':
    'The points service finds the marker of order {tx} and skips the message as a duplicate.',

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

  'choice-say-commit': 'Answer COMMIT without looking',
  'choice-say-rollback': 'Answer ROLLBACK without looking',
  'choice-say-unknow': 'Answer UNKNOW without looking',
  'choice-discard-now': 'Let the pass read the copy it just appended',

  'delay-checkLocalTransaction': 'answer the check',
  'delay-heartbeatInterval': 'heartbeat',
  'delay-passEnd': 'end of the pass',
  'delay-persistOffset': 'save the scan offsets',
  'delay-pullAgain': 'pull again',
  'delay-reconnect': 'reconnect',

  'fire-checkLocalTransaction': 'Let {role} answer the check',
  'fire-heartbeatInterval': 'Let {role} send a heartbeat',
  'fire-passEnd': 'End this pass',
  'fire-persistOffset': 'Let the broker save its scan offsets',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-reconnect': 'Let the points service reconnect',
} as const satisfies Rest<EventText>;
