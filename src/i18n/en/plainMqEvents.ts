import type { EventText } from '../../protocols/plain-mq/texts.ts';

/** What people do, what time brings and what happens then in plain messaging, in English. */
export const enPlainMqEvents = {
  'choice-order': 'Place order {tx}',
  'choice-commit': 'Commit the local transaction',
  'choice-rollback': 'Let the commit fail',
  'choice-unroute': 'No queue for the next message',
  'choice-fail': 'Let consuming fail',

  'chose-order': 'Order {tx} is placed.',
  'chose-order-when-transaction-begun':
    'Order {tx} is placed: the order service begins a local transaction, and its row is not committed yet.',
  'chose-commit': 'The local transaction commits.',
  'chose-commit-when-order-committed': 'Order {tx} commits: it exists from now on, and cannot be taken back.',
  'chose-rollback': 'The local transaction rolls back.',
  'chose-rollback-when-order-rolled-back': 'The local transaction of order {tx} rolls back: there is no such order.',
  'chose-unroute': 'No queue will take the next message, and the broker will confirm it all the same.',
  'chose-fail': 'Consuming fails.',
  'chose-fail-when-consume-failed':
    'The points service fails to process order {tx}: its transaction rolls back and the message goes back to the broker.',
  'chose-fail-when-failed-after-ack':
    'The points service fails to process order {tx}, but it was acknowledged: nobody will deliver it again.',

  'delay-publishDelay': 'publish',
  'delay-publishTimeout': 'confirm timeout',
  'delay-retryPause': 'try again',
  'delay-flushLog': 'flush',
  'delay-pullAgain': 'pull again',
  'delay-retryDelay': 'retry delay',
  'delay-consumeMessage': 'process message',
  'delay-secondTransaction': 'second transaction',
  'delay-persistConsumerOffset': 'acknowledge',
  'delay-consumeAgain': 'try again locally',
  'delay-reconnect': 'reconnect',

  'fire-publishDelay': 'Let the order service publish',
  'fire-publishTimeout': 'Wait until the confirm times out',
  'fire-retryPause': 'Wait until it tries again',
  'fire-flushLog': 'Let the broker flush its log',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-retryDelay': 'Wait until the retry delay is over',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-secondTransaction': 'Let the points service run its second transaction',
  'fire-persistConsumerOffset': 'Let the points service acknowledge',
  'fire-consumeAgain': 'Let the points service try again itself',
  'fire-reconnect': 'Let the points service reconnect',

  'fired-publishDelay': 'The order service publishes.',
  'fired-publishDelay-when-sent-publish': '{from} sends the message of order {tx} to the broker.',
  'fired-publishTimeout': 'No confirm within 3 s.',
  'fired-retryPause': 'After a second the order service is about to publish again.',
  'fired-flushLog': 'It is time to flush the log.',
  'fired-pullAgain': 'The points service pulls again what was lost on the way.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker sends the message of order {tx} once more.',
  'fired-retryDelay': 'The retry delay is over.',
  'fired-consumeMessage': 'The points service is done with a message.',
  'fired-secondTransaction': 'The points service runs its second transaction.',
  'fired-persistConsumerOffset': 'The points service acknowledges.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'The points service acknowledges everything below offset {offset} to the broker.',
  'fired-consumeAgain': 'The message could not be sent back, so the points service processes it again itself.',
  'fired-reconnect': 'The points service is connected to the broker again.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'noted-transaction-begun': 'The local transaction of order {tx} begins.',
  'noted-order-committed': 'Order {tx} commits.',
  'noted-order-rolled-back': 'Order {tx} is rolled back.',
  'noted-publish-confirmed':
    'The broker confirms that it has the message of order {tx}, and the order service goes on.',
  'noted-publish-failed':
    'The connection broke and the message of order {tx} was not sent; the order service tries again in a second.',
  'noted-publish-failed-for-good':
    'The connection broke and the message of order {tx} was not sent; the order service does not try again.',
  'noted-publish-timed-out':
    'No confirm for order {tx} within 3 s: it may be stored or not, and the order service publishes it again.',
  'noted-publish-given-up':
    'No confirm for order {tx} within 3 s: it may be stored or not, and the order service does not try again.',
  'noted-message-stored':
    'The broker stores another copy of the message of order {tx}, at offset {offset}; that makes {times} of them.',
  'noted-message-stored-times-1': 'The broker stores the message of order {tx} in the queue at offset {offset}.',
  'noted-confirmed-not-kept':
    'No queue takes the message of order {tx}; the broker confirms it all the same and keeps nothing.',
  'noted-log-flushed': 'The log is flushed to disk; a power loss can no longer take it.',
  'noted-points-added': 'The points service adds the points of order {tx} once more: {times} times in all.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-marker-written': 'The points service writes the marker of order {tx}.',
  'noted-duplicate-recognised':
    'The points service finds the marker of order {tx} and skips the message as a duplicate.',
  'noted-consume-failed': 'Processing order {tx} fails, and the points service sends the message back.',
  'noted-failed-after-ack': 'Processing order {tx} fails, but it is acknowledged already.',
  'noted-marked-consumed': 'The broker has the acknowledgement: order {tx} at offset {offset} is not delivered again.',
  'noted-marked-consumed-queue-retry':
    'The broker has the acknowledgement: order {tx} at offset {offset} of the retry queue is not delivered again.',
  'noted-retry-scheduled': 'The broker will bring the message of order {tx} again in {delayS} s.',
  'noted-retry-stored': 'The delay is over: the message of order {tx} enters the retry queue at offset {offset}.',
  'noted-dead-lettered':
    'Order {tx} has failed after {reconsumeTimes} retries: it goes to the dead-letter queue and waits for a person.',

  'ignored-nobody-waits-for-the-confirm': 'Nobody waits for this confirm.',
  'ignored-confirm-of-another-attempt': 'It is about another attempt.',
  'ignored-one-flush-for-both': 'The next flush covers it too.',
  'ignored-already-connected': 'It is connected already.',
  'ignored-already-disconnected': 'The connection was gone already.',
  'ignored-consumer-is-gone': 'The consumer is gone and will pull again when it is back.',
  'ignored-offset-already-stored': 'The broker has this acknowledgement already.',

  'crashed-order':
    'The order service crashes: an open transaction is rolled back and what was to be published is forgotten; committed orders survive.',
  'crashed-broker': 'The broker crashes: stored messages survive, all connections are gone.',
  'crashed-broker-machine': 'The broker loses power: what was not on disk is gone, even if it was confirmed.',
  'crashed-points': 'The points service crashes: messages in hand are forgotten; committed points and markers survive.',
  'restarted-order': 'The order service is back and knows of no message that is still to be sent.',
  'restarted-broker': 'The broker is back and waits for everybody to reconnect.',
  'restarted-points': 'The points service is back and goes on from the offset that the broker stored.',
  'restarted-points-when-lost': 'The points service is back, but the broker is down and cannot be reached.',
} as const satisfies { readonly [key in EventText]: string };
