import type { WhyText } from '../../protocols/local-message-table/texts.ts';
import { texts as consumer } from './consumerSettings.ts';

/** Why each named run is worth a look, and the settings with theirs, in English. */
export const texts = {
  ...consumer,
  'scenario-clean-run-why':
    'How it looks when nothing goes wrong: order and message commit together, the points follow.',
  'scenario-confirmed-by-consumer-why':
    'The row is DONE only when the points are really added, so a message lost anywhere is sent again.',
  'scenario-rollback-why': 'No order and no row: there is nothing to undo, because nothing was sent.',
  'scenario-client-resubmits-why':
    'The order is committed but the reply is lost, and the client orders again: two orders, points added for each. No message table prevents that.',
  'scenario-order-crash-after-commit-why':
    'The most dangerous moment is only a delay here: the row is committed, and the timer will send it.',
  'scenario-relay-crash-before-publish-why':
    'Nothing essential is in the relay’s memory; its lock ends with its connection, and the next scan sends the row.',
  'scenario-publish-fails-why': 'One failed attempt, 10 s of back-off, then a resend: late, never lost.',
  'scenario-relay-crash-before-mark-why':
    'No setting removes this duplicate: broker and database are two systems, and there is always a gap between publishing and marking.',
  'scenario-relay-crash-before-mark-dedup-why':
    'Two copies, points added once: at least once plus deduplication has the effect of exactly once.',
  'scenario-confirm-lost-why': 'The broker has the message; the relay sees only a timeout and has to send it again.',
  'scenario-unroutable-why':
    'A message that no queue takes is confirmed like any other: the row says SENT, and the message is lost for good.',
  'scenario-unroutable-confirmed-by-consumer-why':
    'No confirmation comes from the points service, so the row is sent again, which repairs what the broker lost.',
  'scenario-unroutable-returned-why':
    'With mandatory the broker returns it first: the relay knows that it is not stored and sends it again, only later.',
  'scenario-broker-dedup-why':
    'The relay crashes before its mark and sends again; within its window the broker knows the id and stores one copy.',
  'scenario-broker-dedup-window-over-why':
    'Windows end: a relay that is down for longer sends a copy that is stored, so the consumer still has to deduplicate.',
  'scenario-power-loss-why':
    'The broker confirmed before it flushed: the confirmed message is lost, and the row is already SENT.',
  'scenario-marked-first-why':
    'The row says SENT and there is not one copy: this is why publishing comes before marking.',
  'scenario-two-relays-no-claim-why':
    'The send after the commit and the other relay’s scan pick the same row: two copies without any fault.',
  'scenario-two-relays-lock-why': 'SKIP LOCKED makes the second relay skip the row: one copy.',
  'scenario-lock-and-crash-why':
    'The lock ends with its connection and the other relay sends again: a lock does not give exactly once.',
  'scenario-lease-expires-why': 'The holder has not crashed, it is only slow; the lease expires, and both relays send.',
  'scenario-consumer-crash-before-commit-why':
    'Nothing was acknowledged, so the message is redelivered and nothing is lost.',
  'scenario-consumer-crash-after-commit-why':
    'The points are added but not acknowledged: the message is redelivered, and without deduplication they are added twice.',
  'scenario-consumer-crash-dedup-why': 'The redelivery finds the marker and is skipped: points added once.',
  'scenario-ack-before-commit-why':
    'After an automatic acknowledgement a crash loses the message, and the row is already SENT.',
  'scenario-marker-first-why':
    'The redelivery is treated as a duplicate and even confirmed: the row says DONE, but the points were never added.',
  'scenario-marker-after-why':
    'Points added twice although deduplication is on: the marker belongs in the transaction of the points.',
  'scenario-marker-purged-why':
    'Once its marker is purged, a late duplicate counts again: markers must outlive the last possible resend.',
  'scenario-reply-lost-why': 'A lost confirmation costs one more copy, which the marker recognises: harmless.',
  'scenario-early-resend-why':
    'A resend interval shorter than the consumer’s latency duplicates messages that were never lost.',
  'scenario-attempts-used-up-why':
    'The broker stays down and the row is marked DEAD: not lost silently, but waiting for manual action.',
  'scenario-dead-but-delivered-why':
    'Only the last confirm was lost: DEAD does not mean undelivered, and a resend would be a duplicate.',
  'scenario-replayed-by-hand-why': 'An operator sets the DEAD row back to NEW, and the relay sends it: late, not lost.',
  'scenario-poison-why':
    'The message ends in the dead-letter queue while the row says SENT: the order is not rolled back, and manual action is needed.',
  'scenario-points-database-down-why':
    'The message waits at the points service, neither acknowledged nor rejected; once the database restarts it is processed, and nothing was lost.',
  'scenario-points-database-down-too-long-why':
    'Every redelivery fails while the database is down, so a sound message ends in the dead-letter queue: retries must outlast an outage.',
  'scenario-points-database-between-why':
    'The marker is written, the points are not: once the database restarts, the message is treated as a duplicate.',
  'scenario-refused-why':
    'There is no rollback here: a compensating message asks the order service to cancel the order itself.',
  'scenario-refusal-lost-why':
    'The compensating message has no message table of its own: once lost it is never resent, and the order stays without points.',
  'scenario-confirm-never-comes-why':
    'The relay waits without limit: no error, no retry; the next order stays unsent until an operator restarts the relay.',
  'scenario-row-always-fails-why':
    'Without a limit the relay tries for ever, and no alert is raised. Polling by status passes it by: the second order goes through.',
  'scenario-row-holds-up-others-why':
    'Polling by id passes by nothing that has only failed: every later row waits behind a row that never succeeds, without an alert.',
  'scenario-row-holds-up-log-why':
    'A log is read in order: a row that always fails stops everything behind it until an operator repairs it.',
  'scenario-row-fails-to-the-limit-why':
    'With a limit the row becomes DEAD, raises an alert, and the rows behind it are sent.',
  'scenario-row-mended-why':
    'What always fails is not helped by retries: an operator has to repair the row, then the next attempt succeeds.',
  'scenario-cancel-overtakes-why':
    'The order message backs off, the cancellation arrives first, and the late order message adds points to a cancelled order.',
  'scenario-cancel-overtakes-tombstone-why': 'The cancellation leaves a tombstone, and the late message is skipped.',
  'scenario-two-relays-reorder-why':
    'A row lock protects one row only: the other relay skips it and sends the second event of the same order first.',
  'scenario-by-cursor-why':
    'The smaller id commits later, when the cursor has already passed it: the row stays NEW and is never read.',
  'scenario-by-fenced-cursor-why':
    'The cursor waits for the oldest running transaction: once the smaller id commits, both rows go out in order.',
  'scenario-by-status-why': 'A scan by status does not depend on the order of commits: both rows are sent.',
  'scenario-long-transaction-why':
    'Counted from the insert, the row is old enough as soon as it commits, and the scan collides with the send after the commit.',
  'scenario-log-tailing-why':
    'The commit is in the log: although the order service crashes, no timer is needed, and the points are not even late.',
  'scenario-log-in-commit-order-why':
    'The greater id commits first and so comes first in the log: without ids to compare, no late commit is skipped.',
  'scenario-log-head-of-line-why':
    'A log is read in order: while the first row backs off the second has to wait, and so the order is kept.',
  'scenario-position-lost-why':
    'The replication slot is lost and created anew at the end of the log: committed rows are never read, without a word.',
  'scenario-position-per-transaction-why':
    'Two orders commit in one transaction. The position is stored per transaction, after its first row: when the relay restarts, the second row is never read.',
  'scenario-position-per-row-why':
    'The same restart with a position per row: the relay continues at the second row, and nothing is skipped.',
  'scenario-order-before-row-why':
    'The row is written in another transaction: after a crash in between, it never exists.',
  'scenario-row-before-order-why':
    'The other way round: the message goes out, the order does not exist, and the points are phantom points.',
  'scenario-failover-why':
    'The replica lacks the last commit although its message was sent: a message table is only as durable as its database.',

  'setting-confirm': 'Whose confirmation counts',
  'setting-confirm-why':
    'A broker’s confirm says only that it took the message; a confirmation by the points service also repairs what the broker loses, at the cost of coupling the two services.',
  'value-confirm-broker-ack': 'the broker’s confirm',
  'value-confirm-consumer-ack': 'the points service',
  'setting-publish': 'Publish or mark first',
  'setting-publish-why':
    'Publish, then mark: a crash costs at most one duplicate. Mark, then publish: a crash means it is never sent.',
  'value-publish-then-mark': 'publish, then mark',
  'value-publish-after-mark': 'mark, then publish',
  'setting-relay': 'How the relay reads',
  'setting-relay-why':
    'Polling queries the table and claims rows; tailing reads the database log, in commit order and without notifications, but a lost position skips what was written meanwhile.',
  'value-relay-polling': 'polls the table',
  'value-relay-log-tailing': 'tails the log (CDC)',
  'setting-position': 'Position in the log',
  'setting-position-why':
    'Only for a relay that tails the log. A transaction may have several rows: a position that only counts transactions skips the rest of one when the relay restarts inside it.',
  'value-position-per-row': 'per row',
  'value-position-per-transaction': 'per transaction',
  'setting-relays': 'Relay instances',
  'setting-relays-why': 'Two survive the crash of one but may both pick the same row.',
  'value-relays-1': 'one',
  'value-relays-2': 'two',
  'setting-claim': 'How a row is claimed',
  'setting-claim-why':
    'A row lock ends with its connection; a lease expires even if its holder is only slow; without a claim a row may be sent twice.',
  'value-claim-lock': 'lock (SKIP LOCKED)',
  'value-claim-lease': 'lease',
  'value-claim-none': 'none',
  'setting-poll': 'Finding new rows',
  'setting-poll-why':
    'An auto-increment id is assigned at the insert, but commits come in any order: reading only above the last id skips a row that commits late. A fenced cursor does not pass the oldest running transaction.',
  'value-poll-by-status': 'by status',
  'value-poll-by-cursor': 'by id cursor',
  'setting-dedup-why':
    'A relay sends at least once, so a duplicate will come; how it is detected decides whether points are added twice or not at all.',
  'setting-ack-why': 'A message acknowledged before its points are added is not redelivered after a crash.',
  'setting-broker': 'Broker',
  'setting-broker-why': 'A durable broker keeps what it confirmed; a lossy one confirms before flushing to disk.',
  'value-broker-durable': 'durable',
  'value-broker-lossy': 'lossy',
  'setting-confirm-wait': 'How long to wait for the confirm',
  'setting-confirm-wait-why':
    'A confirm can be lost. With a limit the row is sent again; without one the relay waits for good, and every row behind it too.',
  'value-confirm-wait-limited': '5 s',
  'value-confirm-wait-unlimited': 'without limit',
  'setting-attempts': 'Limit of attempts',
  'setting-attempts-why':
    'A row that can never be published fails every time. With a limit it becomes DEAD and raises an alert; without one it is tried for ever, and may hold up all rows behind it.',
  'value-attempts-limited': 'limited',
  'value-attempts-unlimited': 'none',
  'setting-attempts-max': 'Maximum attempts',
  'setting-attempts-max-why':
    'After that many attempts the row is marked DEAD and raises an alert, instead of being retried for ever.',
  'setting-row': 'Where the row is written',
  'setting-row-why':
    'The whole pattern rests on this: order and message row in one local transaction, both or neither.',
  'value-row-same-tx': 'with the order, in one transaction',
  'value-row-order-first': 'on its own, after the order',
  'value-row-row-first': 'on its own, before the order',
  'setting-min-age': 'Minimum age counts from',
  'setting-min-age-why':
    'The timer leaves young rows to the sender that follows the commit; counted from the insert, a row of a long transaction is already old enough when it commits.',
  'value-min-age-from-commit': 'the commit',
  'value-min-age-from-insert': 'the insert',
  'setting-database': 'Order database',
  'setting-database-why':
    'A message table is only as durable as its database: an asynchronous replica that takes over may lack a commit whose message was already sent.',
  'value-database-durable': 'keeps every commit',
  'value-database-async-replica': 'asynchronous replica',
  'setting-tombstone': 'If a cancellation comes first',
  'setting-tombstone-why':
    'A cancellation may arrive before its order; a tombstone keeps the late order from adding points.',
  'value-tombstone-on': 'write a tombstone',
  'value-tombstone-off': 'do nothing',
  'value-poll-by-fenced-cursor': 'by fenced id cursor',
  'setting-mandatory': 'If no queue takes it',
  'setting-mandatory-why':
    'A broker confirms even a message that no queue takes, durable or not; RabbitMQ’s mandatory flag makes it return the message first.',
  'value-mandatory-off': 'confirmed nevertheless',
  'value-mandatory-on': 'returned (mandatory)',
  'setting-broker-dedup': 'Broker drops duplicates',
  'setting-broker-dedup-why':
    'Some brokers know message ids for a while and store each once. They cannot help after the window, nor with a redelivery.',
  'value-broker-dedup-none': 'no',
  'value-broker-dedup-window': 'within a window',
} as const satisfies { readonly [key in WhyText]: string };
