import type { WhyText } from '../../protocols/local-message-table/texts.ts';

/** Why each named run is worth a look, in English. */
export const enLocalMessageTableWhys = {
  'scenario-clean-run-why':
    'How it looks when nothing goes wrong: order and message commit together, the points follow.',
  'scenario-confirmed-by-consumer-why':
    'The row is DONE only when the points are really there, so whoever loses the message, it is sent again.',
  'scenario-rollback-why': 'No order and no row: there is nothing to take back, because nothing has left.',
  'scenario-client-resubmits-why':
    'The order is committed but the reply is lost, and the client orders again: two orders, one credit each. No message table prevents that.',
  'scenario-order-crash-after-commit-why':
    'The most dangerous moment is only a delay here: the row is committed, and the timer will send it.',
  'scenario-relay-crash-before-publish-why':
    'Nothing that counts is in the relay’s memory; its lock goes with its connection, and the next scan sends the row.',
  'scenario-publish-fails-why': 'One failed attempt, ten seconds of back-off, another try: late, never lost.',
  'scenario-relay-crash-before-mark-why':
    'The duplicate that no setting removes: broker and database are two systems, and there is always a moment between them.',
  'scenario-relay-crash-before-mark-dedup-why':
    'Two copies, one credit: at least once and a marker are what exactly once is made of.',
  'scenario-confirm-lost-why': 'The broker has the message, the relay sees only a timeout and has to send it again.',
  'scenario-unroutable-why':
    'A message that no queue takes is confirmed like any other: the row says SENT and is wrong for ever.',
  'scenario-unroutable-confirmed-by-consumer-why':
    'No confirmation comes from the points service, so the row is sent again: what the broker lost is repaired.',
  'scenario-power-loss-why':
    'It confirmed before it flushed, and the row has long been SENT: the confirmed message is gone.',
  'scenario-marked-first-why': 'A row that says SENT and not one copy: why publishing comes before marking.',
  'scenario-two-relays-no-claim-why':
    'The hint after the commit and the other relay’s timer pick the same row: two copies without any fault.',
  'scenario-two-relays-lock-why': 'SKIP LOCKED makes the second relay pass the row by: one copy.',
  'scenario-lock-and-crash-why':
    'The lock goes with its connection and the other relay sends again: a lock is not exactly once.',
  'scenario-lease-expires-why': 'The holder is not dead, only slow; the lease ends, and both relays send.',
  'scenario-consumer-crash-before-commit-why': 'Nothing was acknowledged, so it is delivered again: nothing lost.',
  'scenario-consumer-crash-after-commit-why':
    'The points are added, the acknowledgement is not out: the message comes again, and without dedup it counts twice.',
  'scenario-consumer-crash-dedup-why': 'The second delivery finds the marker and is skipped: one credit.',
  'scenario-ack-before-commit-why':
    'After an automatic acknowledgement a crash loses the message, and the row has long been SENT.',
  'scenario-marker-first-why':
    'The redelivery is taken for a duplicate and even confirmed: the row claims DONE, the points never came.',
  'scenario-marker-after-why': 'Two credits although dedup is on: the marker belongs in the transaction of the points.',
  'scenario-marker-purged-why':
    'A late duplicate counts again when its marker is gone: markers must outlive the last possible resend.',
  'scenario-reply-lost-why': 'A lost confirmation costs one more copy, which the marker recognises: harmless.',
  'scenario-early-resend-why':
    'A resend interval shorter than the consumer’s latency makes duplicates of messages that were never lost.',
  'scenario-attempts-used-up-why':
    'The broker stays away and the row is dead: not lost in silence, but waiting for a person.',
  'scenario-dead-but-delivered-why':
    'Only the last confirm was lost: DEAD does not mean undelivered, and a replay would be a duplicate.',
  'scenario-replayed-by-hand-why': 'A person sets the dead row back to NEW, and the relay sends it: late, not lost.',
  'scenario-poison-why':
    'The message ends in the dead-letter queue while the row says SENT: the order is not undone, a person has to act.',
  'scenario-refused-why':
    'There is no rollback: a reverse message asks the order service to take the order back itself.',
  'scenario-refusal-lost-why':
    'The reverse message has no message table of its own: once lost, nobody mentions it again, and the order stays without points.',
  'scenario-cancel-overtakes-why':
    'The first message backs off, the cancellation goes ahead, and the late message credits a cancelled order.',
  'scenario-cancel-overtakes-tombstone-why': 'The cancellation leaves a tombstone, and the late message is skipped.',
  'scenario-two-relays-reorder-why':
    'A row lock guards one row: the other relay skips it and sends the second event of the same order first.',
  'scenario-by-cursor-why':
    'The smaller id commits later, and the cursor has passed it: NEW for ever, and nobody looks.',
  'scenario-by-status-why': 'Looking by status does not mind the order of commits: both rows are sent.',
  'scenario-long-transaction-why':
    'Counted from the insert, the row is old when it commits, and the timer collides with the sender after the commit.',
  'scenario-order-before-row-why':
    'The row is in another transaction: after a crash in between, the message to be sent has never existed.',
  'scenario-row-before-order-why':
    'The other way round: the message goes out, the order does not exist, the points are a gift.',
  'scenario-failover-why':
    'The replica lacks the last commit while its message is out: a message table is as durable as its database.',
} as const satisfies { readonly [key in WhyText]: string };
