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
  'crashed-broker-machine': 'The broker loses power: the unflushed end of the log is lost.',
  'restarted-order-b': 'Order service B restarts and registers with the broker.',
  'restarted-order-b-when-lost': 'Order service B restarts, but the broker is down and cannot register it.',
} as const satisfies Rest<EventText>;
