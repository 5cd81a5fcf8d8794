import type { EventText } from '../../protocols/plain-mq/texts.ts';
import { events, things } from './pointsDatabase.ts';

/** What people do, what time brings and what happens then in plain messaging, in English. */
export const texts = {
  ...things,
  ...events,
  'choice-order': 'Place order {tx}',
  'choice-commit': 'Commit the local transaction',
  'choice-rollback': 'Let the commit fail',
  'choice-unroute': 'Leave the next message without a queue',
  'choice-fail': 'Let this consumption fail',

  'kind-unroutable': 'Message unroutable',
  'kind-consumer-fails': 'Consumption fails',
  'chose-order': 'Order {tx} is requested.',
  'chose-order-when-transaction-begun':
    'Order {tx} is requested: the order service begins a local transaction, and its row is not committed yet.',
  'chose-commit': 'The local transaction commits.',
  'chose-commit-when-order-committed': 'Order {tx} commits: it exists from now on and cannot be undone.',
  'chose-rollback': 'The local transaction rolls back.',
  'chose-rollback-when-order-rolled-back': 'The local transaction of order {tx} rolls back: there is no such order.',
  'chose-unroute': 'No queue will take the next message.',
  'chose-fail': 'This consumption fails.',
  'chose-fail-when-consume-failed':
    'The points service fails to process order {tx}: its transaction rolls back and the message goes back to the broker.',
  'chose-fail-when-failed-after-ack':
    'The points service fails to process order {tx}, but it was already acknowledged: the broker will not deliver it again.',

  'delay-publishDelay': 'publish',
  'delay-publishTimeout': 'confirm timeout',
  'delay-retryPause': 'retry',
  'delay-dedupWindow': 'deduplication window',
  'delay-flushLog': 'flush',
  'delay-pullAgain': 'pull again',
  'delay-retryDelay': 'retry delay',
  'delay-consumeMessage': 'process message',
  'delay-secondTransaction': 'second transaction',
  'delay-persistConsumerOffset': 'acknowledge',
  'delay-consumeAgain': 'retry locally',
  'delay-reconnect': 'reconnect',

  'fire-publishDelay': 'Let the order service publish',
  'fire-publishTimeout': 'Wait until the confirm times out',
  'fire-retryPause': 'Wait until it retries',
  'fire-dedupWindow': 'Wait until the deduplication window is over',
  'fire-flushLog': 'Let the broker flush its log',
  'fire-pullAgain': 'Let the points service pull again',
  'fire-retryDelay': 'Wait until the retry delay is over',
  'fire-consumeMessage': 'Let the points service process the message',
  'fire-secondTransaction': 'Let the points service run its second transaction',
  'fire-persistConsumerOffset': 'Let the points service acknowledge',
  'fire-consumeAgain': 'Let the points service retry locally',
  'fire-reconnect': 'Let the points service reconnect',

  'fired-publishDelay': 'The order service publishes.',
  'fired-publishDelay-when-sent-publish': '{from} sends the message of order {tx} to the broker.',
  'fired-publishTimeout': 'No confirm within 3 s.',
  'fired-retryPause': 'After 1 s the order service is ready to publish again.',
  'fired-dedupWindow': 'The deduplication window of 5 min is over.',
  'fired-flushLog': 'It is time to flush the log.',
  'fired-pullAgain': 'The points service pulls what was lost in flight again.',
  'fired-pullAgain-when-sent-message':
    'The points service pulls again, and the broker redelivers the message of order {tx}.',
  'fired-retryDelay': 'The retry delay is over.',
  'fired-consumeMessage': 'The points service has processed a message.',
  'fired-secondTransaction': 'The points service runs its second transaction.',
  'fired-persistConsumerOffset': 'The points service acknowledges.',
  'fired-persistConsumerOffset-when-sent-consumerOffset':
    'The points service acknowledges everything below offset {offset} to the broker.',
  'fired-consumeAgain': 'Sending the message back failed, so the points service processes it again locally.',
  'fired-reconnect': 'The points service reconnects to the broker.',
  'fired-reconnect-when-lost': 'The points service tries to reconnect, but the broker is still down.',

  'noted-transaction-begun': 'The local transaction of order {tx} begins.',
  'noted-order-committed': 'Order {tx} commits.',
  'noted-order-rolled-back': 'Order {tx} is rolled back.',
  'noted-publish-confirmed':
    'The broker confirms that it has the message of order {tx}, and the order service continues.',
  'noted-publish-failed':
    'The connection broke and the message of order {tx} was not sent; the order service retries after 1 s.',
  'noted-publish-failed-for-good':
    'The connection broke and the message of order {tx} was not sent; the order service does not retry.',
  'noted-publish-timed-out':
    'No confirm for order {tx} within 3 s: it may or may not be stored, and the order service publishes it again.',
  'noted-publish-given-up':
    'No confirm for order {tx} within 3 s: it may or may not be stored, and the order service does not retry.',
  'noted-message-stored':
    'The broker stores another copy of the message of order {tx}, at offset {offset}; {times} {times|copy|copies} in all.',
  'noted-message-stored-times-1': 'The broker stores the message of order {tx} in the queue at offset {offset}.',
  'noted-confirmed-not-kept':
    'No queue takes the message of order {tx}; the broker confirms it nevertheless and keeps nothing.',
  'noted-message-returned': 'No queue takes the message of order {tx}, and the broker returns it to its sender.',
  'noted-duplicate-dropped': 'The broker recognises the id of order {tx}: it confirms, and stores no second copy.',
  'noted-window-over': 'The deduplication window is over: the broker forgets its oldest id.',
  'noted-publish-returned':
    'The message of order {tx} came back: it is surely not stored, and the order service retries after 1 s.',
  'noted-publish-returned-for-good':
    'The message of order {tx} came back: it is surely not stored, and the order service does not retry.',
  'noted-log-flushed': 'The log is flushed to disk; a power loss can no longer take it.',
  'noted-points-added': 'The points service adds the points of order {tx} again: {times} {times|time|times} in all.',
  'noted-points-added-times-1': 'The points service adds the points of order {tx} and commits.',
  'noted-marker-written': 'The points service writes the marker of order {tx}.',
  'noted-duplicate-recognised':
    'The points service finds the marker of order {tx} and skips the message as a duplicate.',
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

  'ignored-nobody-waits-for-the-confirm': 'The order service is not waiting for this confirm.',
  'ignored-confirm-of-another-attempt': 'It is about another attempt.',
  'ignored-one-flush-for-both': 'The next flush covers it too.',
  'ignored-already-connected': 'It is already connected.',
  'ignored-already-disconnected': 'It was already disconnected.',
  'ignored-consumer-is-gone': 'The consumer is disconnected and will pull again when it reconnects.',
  'ignored-offset-already-stored': 'The broker already has this acknowledgement.',

  'crashed-order':
    'The order service crashes: an open transaction is rolled back and what was to be published is lost; committed orders survive.',
  'crashed-broker': 'The broker crashes: stored messages survive, all connections break.',
  'crashed-broker-machine': 'The broker loses power: what was not flushed is lost, even if it was confirmed.',
  'crashed-points':
    'The points service crashes: messages being processed are lost; committed points and markers survive.',
  'restarted-order': 'The order service restarts and does not know of any message still to be sent.',
  'restarted-broker': 'The broker restarts and waits for its clients to reconnect.',
  'restarted-points': 'The points service restarts and continues from the offset stored by the broker.',
  'restarted-points-when-lost': 'The points service restarts, but the broker is down and cannot be reached.',
} as const satisfies { readonly [key in EventText]: string };
