import type { StoryText } from '../../protocols/local-message-table/texts.ts';

/** The numbered steps and the named runs of the local message table, in English. */
export const enLocalMessageTableStory = {
  'stage-concept-1-title': 'Write order and message',
  'stage-concept-1-text':
    'One local transaction inserts the order and a message row that is still to be sent. Both or neither: the whole pattern rests on it.',
  'stage-concept-2-title': 'The relay publishes',
  'stage-concept-2-text':
    'After the commit a relay reads the row and sends it to the broker. It may die at any time: what is to be sent is in the table.',
  'stage-concept-3-title': 'Confirmed, marked as sent',
  'stage-concept-3-text':
    'Only when the broker has confirmed does the relay mark the row as SENT. A crash between the two means one more copy.',
  'stage-concept-4-title': 'Deliver to points service',
  'stage-concept-4-text':
    'The broker delivers the message, and again until it is acknowledged. There may be several copies of it by now.',
  'stage-concept-5-title': 'Add points, write marker',
  'stage-concept-5-text':
    'The points service adds the points and a marker in one local transaction of its own; a duplicate is recognised by the marker and skipped.',
  'stage-concept-6-title': 'The way back',
  'stage-concept-6-text':
    'The points service acknowledges to the broker. If the row waits for its confirmation, it tells the order service too, and the row becomes DONE.',
  'stage-concept-7-title': 'Unfinished: send again',
  'stage-concept-7-text':
    'A timer sends unfinished rows again, at growing intervals. After the last attempt the row is dead and waits for a person; the order is not undone.',

  'stage-internals-1-title': 'Two inserts, one commit',
  'stage-internals-1-text':
    'INSERT the order, INSERT the row, COMMIT. The row gets its id at the insert, and others see it, as NEW, only after the commit.',
  'stage-internals-2-title': 'Read and claim',
  'stage-internals-2-text':
    'A hint after the commit, or a timer every 10 s, makes a relay look. It claims the row by a row lock, by a lease, or not at all.',
  'stage-internals-3-title': 'Publish',
  'stage-internals-3-text':
    'The relay waits at most 5 s for the confirm. A broken connection or a timeout is a failed attempt; whether the broker has the message, it cannot know.',
  'stage-internals-4-title': 'Store in the queue',
  'stage-internals-4-text':
    'The broker appends the message. It knows no duplicates: what is published twice is stored twice.',
  'stage-internals-5-title': 'Publisher confirm',
  'stage-internals-5-text':
    'The confirm says that the broker has taken over. A lossy broker may lose the message all the same.',
  'stage-internals-6-title': 'Mark as SENT',
  'stage-internals-6-text':
    'The row is not sent again and its claim ends. If the points service is to confirm, the wait begins here.',
  'stage-internals-7-title': 'Consume with a marker',
  'stage-internals-7-text':
    'The marker is written in the same transaction as the points, or a duplicate counts. Purged too early, a late duplicate counts again.',
  'stage-internals-8-title': 'Acknowledge and confirm',
  'stage-internals-8-text':
    'The ack ends the deliveries; the confirmation makes the row DONE. A lost confirmation costs only one more copy.',
  'stage-internals-9-title': 'Back off, resend, give up',
  'stage-internals-9-text':
    'After a failure 10 s, then twice as long; a missing confirmation also sends again. In the end NEW becomes DEAD, and a SENT row raises an alarm.',

  'scenario-clean-run-title': 'Clean run',
  'scenario-confirmed-by-consumer-title': 'Confirmed by the consumer',
  'scenario-rollback-title': 'Local rollback',
  'scenario-client-resubmits-title': 'The client resubmits',
  'scenario-order-crash-after-commit-title': 'Crash after the commit',
  'scenario-relay-crash-before-publish-title': 'Relay dies before publishing',
  'scenario-publish-fails-title': 'Publish fails',
  'scenario-relay-crash-before-mark-title': 'Published, not marked, dead',
  'scenario-relay-crash-before-mark-dedup-title': 'The same crash, with dedup',
  'scenario-confirm-lost-title': 'Confirm lost',
  'scenario-unroutable-title': 'Confirmed but not kept',
  'scenario-unroutable-confirmed-by-consumer-title': 'Not kept, but missed',
  'scenario-power-loss-title': 'Broker loses power',
  'scenario-marked-first-title': 'Marked first, then dead',
  'scenario-two-relays-no-claim-title': 'Two relays, no claim',
  'scenario-two-relays-lock-title': 'Two relays, row lock',
  'scenario-lock-and-crash-title': 'Row lock and a crash',
  'scenario-lease-expires-title': 'Lease expires',
  'scenario-consumer-crash-before-commit-title': 'Consumer dies before its commit',
  'scenario-consumer-crash-after-commit-title': 'Consumer dies after its commit',
  'scenario-consumer-crash-dedup-title': 'The same crash, recognised',
  'scenario-ack-before-commit-title': 'Acknowledged too early',
  'scenario-marker-first-title': 'Marker first, then dead',
  'scenario-marker-after-title': 'Points first, then dead',
  'scenario-marker-purged-title': 'Marker purged too early',
  'scenario-reply-lost-title': 'Confirmation lost',
  'scenario-early-resend-title': 'Resent too early',
  'scenario-attempts-used-up-title': 'Attempts used up',
  'scenario-dead-but-delivered-title': 'Dead but delivered',
  'scenario-replayed-by-hand-title': 'Replayed by hand',
  'scenario-poison-title': 'Consumer never succeeds',
  'scenario-refused-title': 'Points service refuses',
  'scenario-refusal-lost-title': 'Reverse message lost',
  'scenario-cancel-overtakes-title': 'Cancellation overtakes',
  'scenario-cancel-overtakes-tombstone-title': 'Overtaken, with a tombstone',
  'scenario-two-relays-reorder-title': 'Two relays, wrong order',
  'scenario-by-cursor-title': 'Skipped by the cursor',
  'scenario-by-status-title': 'Same order, by status',
  'scenario-long-transaction-title': 'Long transaction, minimum age',
  'scenario-order-before-row-title': 'Order written, row not',
  'scenario-row-before-order-title': 'Row written, order not',
  'scenario-failover-title': 'Failover loses a commit',
} as const satisfies { readonly [key in StoryText]: string };
