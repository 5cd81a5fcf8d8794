import type { StoryText } from '../../protocols/local-message-table/texts.ts';

/** The numbered steps and the named runs of the local message table, in English. */
export const texts = {
  'stage-concept-1-title': 'Write order and message',
  'stage-concept-1-text':
    'One local transaction inserts the order and a message row that is still to be sent. Both or neither: the whole pattern rests on this.',
  'stage-concept-2-title': 'The relay publishes',
  'stage-concept-2-text':
    'After the commit a relay reads the row and sends it to the broker. It may crash at any time: everything to be sent is in the table.',
  'stage-concept-3-title': 'Confirmed, marked as sent',
  'stage-concept-3-text':
    'Only when the broker has confirmed does the relay mark the row as SENT. A crash between the two means one more copy.',
  'stage-concept-4-title': 'Deliver to the points service',
  'stage-concept-4-text':
    'The broker delivers the message and redelivers it until it is acknowledged. By now there may be several copies of it.',
  'stage-concept-5-title': 'Add points, write marker',
  'stage-concept-5-text':
    'The points service adds the points and a marker in one local transaction of its own; a duplicate is recognised by the marker and skipped.',
  'stage-concept-6-title': 'Acknowledge and confirm',
  'stage-concept-6-text':
    'The points service acknowledges to the broker. If the row waits for its confirmation, it tells the order service too, and the row becomes DONE.',
  'stage-concept-7-title': 'Unfinished: send again',
  'stage-concept-7-text':
    'A timer resends unfinished rows at growing intervals. After the last attempt the row is marked DEAD and needs manual action; the order is not rolled back.',

  'stage-internals-1-title': 'Two inserts, one commit',
  'stage-internals-1-text':
    'INSERT the order, INSERT the row, COMMIT. The row gets its id at the insert, and others see it, as NEW, only after the commit.',
  'stage-internals-2-title': 'Read and claim',
  'stage-internals-2-text':
    'A notification after the commit, or a timer every 10 s, makes a relay look. It claims the row by a row lock, by a lease, or not at all.',
  'stage-internals-3-title': 'Publish',
  'stage-internals-3-text':
    'The relay waits at most 5 s for the confirm. A broken connection or a timeout counts as a failed attempt; the relay cannot know whether the broker has the message.',
  'stage-internals-4-title': 'Store in the queue',
  'stage-internals-4-text':
    'The broker appends the message. It does not deduplicate: what is published twice is stored twice.',
  'stage-internals-5-title': 'Publisher confirm',
  'stage-internals-5-text':
    'The confirm says that the broker has taken responsibility for the message. A lossy broker may lose it nevertheless.',
  'stage-internals-6-title': 'Mark as SENT',
  'stage-internals-6-text':
    'The row is not sent again and its claim ends. If the points service has to confirm, the timeout starts here.',
  'stage-internals-7-title': 'Consume with a marker',
  'stage-internals-7-text':
    'The marker must be written in the same transaction as the points, or a duplicate counts. If it is purged too early, a late duplicate counts again.',
  'stage-internals-8-title': 'Acknowledge and confirm',
  'stage-internals-8-text':
    'The ack ends the deliveries; the confirmation makes the row DONE. A lost confirmation costs only one more copy.',
  'stage-internals-9-title': 'Back off, resend, DEAD',
  'stage-internals-9-text':
    'The first failure waits 10 s and each further one twice as long; a missing confirmation also causes a resend. At the limit NEW becomes DEAD, and a SENT row raises an alert.',

  'scenario-clean-run-title': 'Clean run',
  'scenario-confirmed-by-consumer-title': 'Confirmed by the consumer',
  'scenario-rollback-title': 'Local rollback',
  'scenario-client-resubmits-title': 'The client resubmits',
  'scenario-order-crash-after-commit-title': 'Crash after the commit',
  'scenario-relay-crash-before-publish-title': 'Relay crashes before publishing',
  'scenario-publish-fails-title': 'Publish fails',
  'scenario-relay-crash-before-mark-title': 'Published, crash before marking',
  'scenario-relay-crash-before-mark-dedup-title': 'The same crash, with deduplication',
  'scenario-confirm-lost-title': 'Confirm lost',
  'scenario-unroutable-title': 'Confirmed but not kept',
  'scenario-unroutable-confirmed-by-consumer-title': 'Not kept, but noticed',
  'scenario-unroutable-returned-title': 'Unroutable, so returned',
  'scenario-broker-dedup-title': 'The broker knows duplicates',
  'scenario-broker-dedup-window-over-title': 'Sent again after the window',
  'scenario-power-loss-title': 'Broker loses power',
  'scenario-marked-first-title': 'Marked first, then a crash',
  'scenario-two-relays-no-claim-title': 'Two relays, no claim',
  'scenario-two-relays-lock-title': 'Two relays, row lock',
  'scenario-lock-and-crash-title': 'Row lock and a crash',
  'scenario-lease-expires-title': 'Lease expires',
  'scenario-consumer-crash-before-commit-title': 'Consumer crashes before its commit',
  'scenario-consumer-crash-after-commit-title': 'Consumer crashes after its commit',
  'scenario-consumer-crash-dedup-title': 'Consumer crash, with deduplication',
  'scenario-ack-before-commit-title': 'Acknowledged too early',
  'scenario-marker-first-title': 'Marker first, then a crash',
  'scenario-marker-after-title': 'Points first, then a crash',
  'scenario-marker-purged-title': 'Marker purged too early',
  'scenario-reply-lost-title': 'Confirmation lost',
  'scenario-early-resend-title': 'Resent too early',
  'scenario-attempts-used-up-title': 'Attempts used up',
  'scenario-dead-but-delivered-title': 'DEAD but delivered',
  'scenario-replayed-by-hand-title': 'DEAD row resent manually',
  'scenario-poison-title': 'Consumer never succeeds',
  'scenario-points-database-down-title': 'Points database down for a while',
  'scenario-points-database-down-too-long-title': 'Database down longer than the retries',
  'scenario-points-database-between-title': 'Database down between marker and points',
  'scenario-refused-title': 'Points service refuses',
  'scenario-refusal-lost-title': 'Compensating message lost',
  'scenario-confirm-never-comes-title': 'Confirm never comes',
  'scenario-row-always-fails-title': 'One row always fails',
  'scenario-row-holds-up-others-title': 'One row always fails, others wait',
  'scenario-row-holds-up-log-title': 'One row always fails in the log',
  'scenario-row-fails-to-the-limit-title': 'Failing row given up in time',
  'scenario-row-mended-title': 'Failing row repaired manually',
  'scenario-cancel-overtakes-title': 'Cancellation arrives first',
  'scenario-cancel-overtakes-tombstone-title': 'Cancelled first, with a tombstone',
  'scenario-two-relays-reorder-title': 'Two relays, wrong order',
  'scenario-by-cursor-title': 'Skipped by the cursor',
  'scenario-by-fenced-cursor-title': 'Same order, fenced cursor',
  'scenario-by-status-title': 'Same order, by status',
  'scenario-long-transaction-title': 'Long transaction, minimum age',
  'scenario-log-tailing-title': 'Log tailing, crash after commit',
  'scenario-log-in-commit-order-title': 'The log in commit order',
  'scenario-log-head-of-line-title': 'One row fails, all others wait',
  'scenario-position-lost-title': 'Position in the log lost',
  'scenario-position-per-transaction-title': 'Rest of a transaction skipped',
  'scenario-position-per-row-title': 'Restart inside a transaction',
  'scenario-order-before-row-title': 'Order written, row not',
  'scenario-row-before-order-title': 'Row written, order not',
  'scenario-failover-title': 'Failover loses a commit',
} as const satisfies { readonly [key in StoryText]: string };
