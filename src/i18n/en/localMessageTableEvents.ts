import type { EventText } from '../../protocols/local-message-table/texts.ts';
import { events, things } from './pointsDatabase.ts';

/** What people do, what time brings and what happens then in the local message table, in English. */
export const texts = {
  ...things,
  ...events,
  'choice-order': 'Place order {tx}',
  'choice-join': 'Place order {tx} in the same transaction',
  'choice-commit': 'Commit {tx}',
  'choice-rollback': 'Roll {tx} back',
  'choice-slow': 'Keep the transaction of {tx} running',
  'choice-cancel': 'Cancel order {tx}',
  'choice-replay': 'Resend {tx} manually',
  'choice-spoil': 'Make the row of {tx} impossible to publish',
  'choice-mend': 'Repair the row of {tx} manually',
  'choice-failover': 'Crash the primary; the replica takes over',
  'choice-lose-position': 'Lose the position in the log',
  'choice-unroute': 'Leave the next message without a queue',
  'choice-fail': 'Let this consumption fail',
  'choice-refuse': 'Refuse for a business reason',
  'choice-purge': 'Purge the marker of {tx}',

  'kind-order-cancelled': 'Order cancelled',
  'kind-failover': 'Failover to the replica',
  'kind-position-lost': 'Position lost',
  'kind-row-always-fails': 'Row always fails',
  'kind-unroutable': 'Message unroutable',
  'kind-consumer-fails': 'Consumption fails',
  'kind-consumer-refuses': 'Business refusal',
  'kind-marker-purged': 'Marker purged',
  'kind-row-replayed': 'Row resent manually',
  'kind-row-mended': 'Row repaired manually',
  'chose-order': 'Order {tx} is requested.',
  'chose-order-when-transaction-begun':
    'Order {tx} is requested: a local transaction begins; neither the order row nor the message row is committed yet.',
  'chose-join': 'Order {tx} is requested, in a transaction that is already open.',
  'chose-join-when-transaction-begun':
    'Order {tx} is written in the transaction that is already open: one commit for both orders and both rows.',
  'chose-commit': 'The local transaction commits.',
  'chose-commit-when-order-and-row-committed':
    'Order {tx} and its message row commit in one transaction: either both exist or neither does.',
  'chose-commit-when-order-committed': 'Order {tx} commits; its message row is left to another transaction.',
  'chose-commit-when-row-written':
    'The message row of order {tx} commits first; the order itself is left to another transaction.',
  'chose-rollback': 'The local transaction rolls back.',
  'chose-rollback-when-order-rolled-back':
    'The local transaction of order {tx} rolls back: no order, no message row, and nothing was sent.',
  'chose-slow': 'The local transaction keeps running: neither row is committed, and no other transaction sees them.',
  'chose-cancel': 'The order is cancelled.',
  'chose-cancel-when-order-cancelled':
    'Order {tx} is cancelled: one transaction changes the order and inserts a second message row.',
  'chose-replay': 'An operator resets a row so that it is sent again.',
  'chose-replay-when-row-replayed':
    'An operator has inspected the row of order {tx} and resends it: its attempts are reset to 0.',
  'chose-spoil': 'The row cannot be published.',
  'chose-spoil-when-row-spoilt':
    'The row of order {tx} cannot be published: it is too long, say, or its exchange was deleted. Every attempt will fail.',
  'chose-mend': 'An operator repairs a row.',
  'chose-mend-when-row-mended': 'An operator repairs the row of order {tx}: the next attempt can succeed.',
  'chose-failover': 'The replica takes over.',
  'chose-failover-when-failed-over':
    'The primary crashes and an asynchronous replica takes over: the commit that was not replicated is lost, and so is every open transaction.',
  'chose-lose-position': 'The position in the log is lost.',
  'chose-lose-position-when-position-lost':
    'The replication slot is lost and created anew: the relay starts at the end of the log, and rows not yet read are skipped for good.',
  'chose-unroute': 'No queue will take the next message.',
  'chose-fail': 'This consumption fails.',
  'chose-fail-when-consume-failed':
    'The points service fails to process order {tx}: its transaction rolls back and the message goes back to the broker.',
  'chose-fail-when-failed-after-ack':
    'The points service fails to process order {tx}, but it was already acknowledged: the broker will not deliver it again.',
  'chose-refuse': 'The points service refuses the order.',
  'chose-refuse-when-order-refused':
    'The points service refuses order {tx} for a business reason: retrying is no use, the order must be cancelled by a compensation.',
  'chose-purge': 'A marker is purged.',
  'chose-purge-when-marker-purged':
    'The marker of {tx} is purged from the deduplication table: another copy will not be recognised.',

  'delay-secondWrite': 'second transaction',
  'delay-afterCommitSend': 'notify after commit',
  'delay-pollInterval': 'next scan',
  'delay-tailInterval': 'read the log',
  'delay-publishDelay': 'publish',
  'delay-confirmTimeout': 'confirm timeout',
  'delay-markDelay': 'mark as SENT',
  'delay-minimumAge': 'minimum age',
  'delay-backoff': 'back-off',
  'delay-confirmationOverdue': 'confirmation timeout',
  'delay-leaseTime': 'lease',
  'delay-replicationLag': 'replication lag',
  'delay-dedupWindow': 'deduplication window',
  'delay-flushLog': 'flush',
  'delay-pullAgain': 'pull again',
  'delay-retryDelay': 'retry delay',
  'delay-consumeMessage': 'process message',
  'delay-secondTransaction': 'second transaction',
  'delay-reply': 'confirmation',
  'delay-persistConsumerOffset': 'acknowledge',
  'delay-consumeAgain': 'retry locally',
  'delay-reconnect': 'reconnect',

  'fire-secondWrite': 'Let the order service run its second transaction',
  'fire-afterCommitSend': 'Let the order service notify the relay',
  'fire-pollInterval': 'Let {role} scan the table',
  'fire-tailInterval': 'Let {role} read the log',
  'fire-publishDelay': 'Let {role} publish',
  'fire-confirmTimeout': 'Let {role} wait until the confirm times out',
  'fire-markDelay': 'Let {role} mark the row',
  'fire-minimumAge': 'Wait until the oldest new row is old enough',
  'fire-backoff': 'Wait until the back-off is over',
  'fire-confirmationOverdue': 'Wait until the confirmation is overdue',
  'fire-leaseTime': 'Wait until the lease expires',
  'fire-replicationLag': 'Wait until the replica has caught up',
  'fire-dedupWindow': 'Wait until the deduplication window is over',
  'fire-flushLog': 'Let the broker flush its log',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-retryDelay': 'Wait until the retry delay is over',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-secondTransaction': 'Let the points service run its second transaction',
  'fire-reply': 'Let the points service confirm',
  'fire-persistConsumerOffset': 'Let the points service acknowledge',
  'fire-consumeAgain': 'Let the points service retry locally',
  'fire-reconnect': 'Let the points service reconnect',

  'fired-secondWrite': 'The order service runs its second transaction.',
  'fired-afterCommitSend':
    'The order service notifies the relay of a new row; the relay is busy and will look when it has finished.',
  'fired-afterCommitSend-when-lost':
    'The order service notifies the relay of a new row, but the relay is down; the row is in the table, and a scan will find it.',
  'fired-pollInterval': '{role} scans the table: no row is due.',
  'fired-tailInterval': '{role} reads the log and finds no row to send.',
  'fired-publishDelay': '{role} publishes.',
  'fired-publishDelay-when-sent-publish': '{from} sends the message of order {tx} to the broker; its row is unchanged.',
  'fired-publishDelay-when-publish-refused':
    'The row of order {tx} cannot be published: nothing leaves the relay, and another attempt would fail too.',
  'fired-confirmTimeout': 'No confirm within 5 s.',
  'fired-markDelay': '{role} marks the row.',
  'fired-minimumAge': 'The oldest new row has reached the minimum age; from now on a scan may take it.',
  'fired-backoff': 'The back-off is over, and the row is due again.',
  'fired-confirmationOverdue': 'No confirmation from the points service within 30 s.',
  'fired-leaseTime': 'The lease expires.',
  'fired-replicationLag': 'The replica has caught up; a failover would lose no commit now.',
  'fired-dedupWindow': 'The deduplication window of 5 min is over.',
  'fired-flushLog': 'It is time to flush the log.',
  'fired-pullAgain': 'The points service pulls what was lost in flight again.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker redelivers the message of order {tx}.',
  'fired-retryDelay': 'The retry delay is over.',
  'fired-consumeMessage': 'The points service has processed a message.',
  'fired-secondTransaction': 'The points service runs its second transaction.',
  'fired-reply': 'The points service replies.',
  'fired-reply-when-sent-pointsConfirmed':
    'The points service tells the order service that order {tx} has been processed.',
  'fired-reply-when-sent-reverse': 'The points service sends a compensating message: cancel order {tx}.',
  'fired-persistConsumerOffset': 'The points service acknowledges.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'The points service acknowledges everything below offset {offset} to the broker.',
  'fired-consumeAgain': 'Sending the message back failed, so the points service processes it again locally.',
  'fired-reconnect': 'The points service reconnects to the broker.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'noted-transaction-begun': 'The local transaction of order {tx} begins.',
  'noted-order-and-row-committed': 'Order {tx} and its message row commit together.',
  'noted-order-committed': 'The order database commits order {tx}.',
  'noted-row-written': 'The message row of order {tx} is written, as NEW.',
  'noted-order-rolled-back': 'The order database rolls order {tx} back.',
  'noted-order-cancelled': 'Order {tx} is cancelled, and the table gets a second row that says so.',
  'noted-order-compensated': 'The points service refused, so the order service cancels order {tx}.',
  'noted-row-read': 'Notified, {@by} reads row {id} (order {tx}) at once.',
  'noted-row-read-why-poll': '{@by} scans the table and reads row {id} (order {tx}).',
  'noted-row-read-why-tail': '{@by} reads row {id} (order {tx}) from the database log.',
  'noted-row-read-why-again':
    '{@by} scans the table: row {id} (order {tx}) was sent but never confirmed, so it is sent again.',
  'noted-row-sent': 'The row of order {tx} is marked as SENT.',
  'noted-row-sent-status-SENT': 'The message of order {tx} was sent again, and its row stays SENT.',
  'noted-row-is-settled': 'The row of order {tx} is already {status}; nothing changes.',
  'noted-row-is-gone':
    'Row {id} no longer exists: the replica never received that commit, so there is nothing to mark.',
  'noted-attempt-failed': 'The row of order {tx} records failure {attempts} and backs off before the next attempt.',
  'noted-row-dead':
    'The row of order {tx} has failed {attempts} {attempts|time|times}: it is marked DEAD, raises an alert and needs manual action.',
  'noted-gave-up-waiting':
    'After {attempts} attempts order {tx} is still not confirmed: its row stays SENT, raises an alert and needs manual action.',
  'noted-confirmation-missing':
    'The confirmation of order {tx} is overdue (time {attempts}), and its row is due again.',
  'noted-row-done': 'Confirmed: the row of order {tx} is DONE.',
  'noted-row-replayed': 'The row of order {tx} is to be sent again, its attempts reset to 0.',
  'noted-row-spoilt': 'From now on the row of order {tx} cannot be published.',
  'noted-row-mended': 'The row of order {tx} can be published again.',
  'noted-row-skipped':
    'The stored position counts this transaction as read: after the restart the row of order {tx} will not be read.',
  'noted-publish-refused': 'The message of order {tx} cannot be published.',
  'noted-failed-over': 'The replica takes over; the commit that was not replicated is lost.',
  'noted-position-lost': 'The replication slot is created anew, at the end of the log.',
  'noted-lock-free': 'The connection is closed, which releases the lock on the row of order {tx}.',
  'noted-lease-over':
    'The lease of {@by} on the row of order {tx} expires: another relay may read it, whether {@by} has crashed or is only slow.',
  'noted-publish-failed':
    'The connection broke and publishing order {tx} failed: the relay cannot know whether the broker has it.',
  'noted-confirm-timed-out':
    'No confirm for order {tx} within 5 s: the broker may have stored it, but the relay must count it as a failure.',
  'noted-message-stored':
    'The broker stores another copy of the message of order {tx}, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-times-1': 'The broker stores the message of order {tx} in the queue at offset {offset}.',
  'noted-message-stored-event-cancel':
    'The broker stores the cancellation of order {tx} in the queue at offset {offset}.',
  'noted-confirmed-not-kept':
    'No queue takes the message of order {tx}; the broker confirms it nevertheless and keeps nothing.',
  'noted-message-returned': 'No queue takes the message of order {tx}, and the broker returns it to its sender.',
  'noted-duplicate-dropped': 'The broker recognises the id of order {tx}: it confirms, and stores no second copy.',
  'noted-window-over': 'The deduplication window is over: the broker forgets its oldest id.',
  'noted-publish-returned':
    'The message of order {tx} came back: it is surely not stored, and the relay will send it again.',
  'noted-log-flushed': 'The log is flushed to disk; a power loss can no longer take it.',
  'noted-points-added': 'The points service adds the points of order {tx} again: {times} {times|time|times} in all.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-points-withdrawn': 'The points service withdraws the points of order {tx}.',
  'noted-tombstone-written':
    'Order {tx} has no points yet: the points service writes a tombstone, so that a late message will be skipped.',
  'noted-nothing-to-withdraw': 'Order {tx} has no points to withdraw, and the cancellation has no effect.',
  'noted-marker-written': 'The points service writes the marker of order {tx}.',
  'noted-duplicate-recognised':
    'The points service finds the marker and skips the message of order {tx} as a duplicate.',
  'noted-order-refused': 'The points service refuses order {tx} and records the refusal.',
  'noted-marker-purged': 'The marker of {tx} is purged.',
  'noted-consume-failed': 'Processing order {tx} fails, and the points service sends the message back.',
  'noted-failed-after-ack': 'Processing order {tx} fails, but it was already acknowledged.',
  'noted-marked-consumed':
    'The broker has the acknowledgement: order {tx} at offset {offset} will not be delivered again.',
  'noted-marked-consumed-queue-retry':
    'The broker has the acknowledgement: order {tx} at offset {offset} of the retry queue will not be delivered again.',
  'noted-retry-scheduled': 'The broker will redeliver the message of order {tx} in {delayS} s.',
  'noted-retry-stored': 'The delay is over: the message of order {tx} enters the retry queue at offset {offset}.',
  'noted-dead-lettered':
    'Order {tx} still fails after {reconsumeTimes} {reconsumeTimes|retry|retries}: it goes to the dead-letter queue and needs manual action.',

  'ignored-transaction-is-gone': 'This transaction no longer exists.',
  'ignored-nothing-to-cancel': 'There is no committed order to cancel.',
  'ignored-nothing-to-compensate': 'There is no committed order to cancel by a compensation.',
  'ignored-already-done': 'No row is left to finish.',
  'ignored-relay-reads-the-log': 'The relay reads the log and needs no notification.',
  'ignored-nobody-waits-for-the-confirm': 'The relay is not waiting for this confirm.',
  'ignored-one-flush-for-both': 'The next flush covers it too.',
  'ignored-already-connected': 'It is already connected.',
  'ignored-already-disconnected': 'It was already disconnected.',
  'ignored-consumer-is-gone': 'The consumer is disconnected and will pull again when it reconnects.',
  'ignored-offset-already-stored': 'The broker already has this acknowledgement.',

  'crashed-order':
    'The order service crashes: open transactions roll back; committed orders and rows are in the database.',
  'crashed-relay': 'The relay crashes: its memory is lost, the row is still in the table.',
  'crashed-relay-b': 'Relay B crashes: its memory is lost, the row is still in the table.',
  'crashed-broker': 'The broker crashes: stored messages survive, all connections break.',
  'crashed-broker-machine': 'The broker loses power: what was not flushed is lost, even if it was confirmed.',
  'crashed-points':
    'The points service crashes: messages being processed are lost; committed points and markers survive.',
  'restarted-order': 'The order service restarts and has no record of unfinished transactions.',
  'restarted-relay': 'The relay restarts and continues with the table.',
  'restarted-relay-b': 'Relay B restarts and continues with the table.',
  'restarted-broker': 'The broker restarts and waits for its clients to reconnect.',
  'restarted-points': 'The points service restarts and continues from the offset stored by the broker.',
  'restarted-points-when-lost': 'The points service restarts, but the broker is down and cannot be reached.',
} as const satisfies { readonly [key in EventText]: string };
