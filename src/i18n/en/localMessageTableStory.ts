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
  'scenario-clean-run-why':
    'How it looks when nothing goes wrong: order and message commit together, the points follow.',
  'scenario-confirmed-by-consumer-title': 'Confirmed by the consumer',
  'scenario-confirmed-by-consumer-why':
    'The row is DONE only when the points are really there, so whoever loses the message, it is sent again.',
  'scenario-rollback-title': 'Local rollback',
  'scenario-rollback-why': 'No order and no row: there is nothing to take back, because nothing has left.',
  'scenario-client-resubmits-title': 'The client resubmits',
  'scenario-client-resubmits-why':
    'The order is committed but the reply is lost, and the client orders again: two orders, one credit each. No message table prevents that.',
  'scenario-order-crash-after-commit-title': 'Crash after the commit',
  'scenario-order-crash-after-commit-why':
    'The most dangerous moment is only a delay here: the row is committed, and the timer will send it.',
  'scenario-relay-crash-before-publish-title': 'Relay dies before publishing',
  'scenario-relay-crash-before-publish-why':
    'Nothing that counts is in the relay’s memory; its lock goes with its connection, and the next scan sends the row.',
  'scenario-publish-fails-title': 'Publish fails',
  'scenario-publish-fails-why': 'One failed attempt, ten seconds of back-off, another try: late, never lost.',
  'scenario-relay-crash-before-mark-title': 'Published, not marked, dead',
  'scenario-relay-crash-before-mark-why':
    'The duplicate that no setting removes: broker and database are two systems, and there is always a moment between them.',
  'scenario-relay-crash-before-mark-dedup-title': 'The same crash, with dedup',
  'scenario-relay-crash-before-mark-dedup-why':
    'Two copies, one credit: at least once and a marker are what exactly once is made of.',
  'scenario-confirm-lost-title': 'Confirm lost',
  'scenario-confirm-lost-why': 'The broker has the message, the relay sees only a timeout and has to send it again.',
  'scenario-unroutable-title': 'Confirmed but not kept',
  'scenario-unroutable-why':
    'A message that no queue takes is confirmed like any other: the row says SENT and is wrong for ever.',
  'scenario-unroutable-confirmed-by-consumer-title': 'Not kept, but missed',
  'scenario-unroutable-confirmed-by-consumer-why':
    'No confirmation comes from the points service, so the row is sent again: what the broker lost is repaired.',
  'scenario-power-loss-title': 'Broker loses power',
  'scenario-power-loss-why':
    'It confirmed before it flushed, and the row has long been SENT: the confirmed message is gone.',
  'scenario-marked-first-title': 'Marked first, then dead',
  'scenario-marked-first-why': 'A row that says SENT and not one copy: why publishing comes before marking.',
  'scenario-two-relays-no-claim-title': 'Two relays, no claim',
  'scenario-two-relays-no-claim-why':
    'The hint after the commit and the other relay’s timer pick the same row: two copies without any fault.',
  'scenario-two-relays-lock-title': 'Two relays, row lock',
  'scenario-two-relays-lock-why': 'SKIP LOCKED makes the second relay pass the row by: one copy.',
  'scenario-lock-and-crash-title': 'Row lock and a crash',
  'scenario-lock-and-crash-why':
    'The lock goes with its connection and the other relay sends again: a lock is not exactly once.',
  'scenario-lease-expires-title': 'Lease expires',
  'scenario-lease-expires-why': 'The holder is not dead, only slow; the lease ends, and both relays send.',
  'scenario-consumer-crash-before-commit-title': 'Consumer dies before its commit',
  'scenario-consumer-crash-before-commit-why': 'Nothing was acknowledged, so it is delivered again: nothing lost.',
  'scenario-consumer-crash-after-commit-title': 'Consumer dies after its commit',
  'scenario-consumer-crash-after-commit-why':
    'The points are added, the acknowledgement is not out: the message comes again, and without dedup it counts twice.',
  'scenario-consumer-crash-dedup-title': 'The same crash, recognised',
  'scenario-consumer-crash-dedup-why': 'The second delivery finds the marker and is skipped: one credit.',
  'scenario-ack-before-commit-title': 'Acknowledged too early',
  'scenario-ack-before-commit-why':
    'After an automatic acknowledgement a crash loses the message, and the row has long been SENT.',
  'scenario-marker-first-title': 'Marker first, then dead',
  'scenario-marker-first-why':
    'The redelivery is taken for a duplicate and even confirmed: the row claims DONE, the points never came.',
  'scenario-marker-after-title': 'Points first, then dead',
  'scenario-marker-after-why': 'Two credits although dedup is on: the marker belongs in the transaction of the points.',
  'scenario-marker-purged-title': 'Marker purged too early',
  'scenario-marker-purged-why':
    'A late duplicate counts again when its marker is gone: markers must outlive the last possible resend.',
  'scenario-reply-lost-title': 'Confirmation lost',
  'scenario-reply-lost-why': 'A lost confirmation costs one more copy, which the marker recognises: harmless.',
  'scenario-early-resend-title': 'Resent too early',
  'scenario-early-resend-why':
    'A resend interval shorter than the consumer’s latency makes duplicates of messages that were never lost.',
  'scenario-attempts-used-up-title': 'Attempts used up',
  'scenario-attempts-used-up-why':
    'The broker stays away and the row is dead: not lost in silence, but waiting for a person.',
  'scenario-dead-but-delivered-title': 'Dead but delivered',
  'scenario-dead-but-delivered-why':
    'Only the last confirm was lost: DEAD does not mean undelivered, and a replay would be a duplicate.',
  'scenario-replayed-by-hand-title': 'Replayed by hand',
  'scenario-replayed-by-hand-why': 'A person sets the dead row back to NEW, and the relay sends it: late, not lost.',
  'scenario-poison-title': 'Consumer never succeeds',
  'scenario-poison-why':
    'The message ends in the dead-letter queue while the row says SENT: the order is not undone, a person has to act.',
  'scenario-refused-title': 'Points service refuses',
  'scenario-refused-why':
    'There is no rollback: a reverse message asks the order service to take the order back itself.',
  'scenario-refusal-lost-title': 'Reverse message lost',
  'scenario-refusal-lost-why':
    'The reverse message has no message table of its own: once lost, nobody mentions it again, and the order stays without points.',
  'scenario-cancel-overtakes-title': 'Cancellation overtakes',
  'scenario-cancel-overtakes-why':
    'The first message backs off, the cancellation goes ahead, and the late message credits a cancelled order.',
  'scenario-cancel-overtakes-tombstone-title': 'Overtaken, with a tombstone',
  'scenario-cancel-overtakes-tombstone-why': 'The cancellation leaves a tombstone, and the late message is skipped.',
  'scenario-two-relays-reorder-title': 'Two relays, wrong order',
  'scenario-two-relays-reorder-why':
    'A row lock guards one row: the other relay skips it and sends the second event of the same order first.',
  'scenario-by-cursor-title': 'Skipped by the cursor',
  'scenario-by-cursor-why':
    'The smaller id commits later, and the cursor has passed it: NEW for ever, and nobody looks.',
  'scenario-by-status-title': 'Same order, by status',
  'scenario-by-status-why': 'Looking by status does not mind the order of commits: both rows are sent.',
  'scenario-long-transaction-title': 'Long transaction, minimum age',
  'scenario-long-transaction-why':
    'Counted from the insert, the row is old when it commits, and the timer collides with the sender after the commit.',
  'scenario-order-before-row-title': 'Order written, row not',
  'scenario-order-before-row-why':
    'The row is in another transaction: after a crash in between, the message to be sent has never existed.',
  'scenario-row-before-order-title': 'Row written, order not',
  'scenario-row-before-order-why':
    'The other way round: the message goes out, the order does not exist, the points are a gift.',
  'scenario-failover-title': 'Failover loses a commit',
  'scenario-failover-why':
    'The replica lacks the last commit while its message is out: a message table is as durable as its database.',
} as const satisfies { readonly [key in StoryText]: string };
