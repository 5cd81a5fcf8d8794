import type { Texts } from '../book.ts';

/** The gallery of public incidents, in English. */
export const texts: Texts<'incidents'> = {
  'incidents-intro':
    'Each of these was reported publicly or is covered by someone’s test. Each is a run that you can play: first as it happened, then with what prevents it. The wording is ours; the links lead to the sources.',
  'incidents-play': 'Play',
  'incidents-try': 'Try this step',
  'incidents-compare': 'Side by side',
  'incidents-compare-of': '{what}: {title}',
  'incidents-as-it-was': 'As it happened',
  'incidents-mended': 'With the safeguard',
  'incidents-refused': 'Refused by the model',
  'incidents-impossible': 'Impossible',
  'incidents-proof':
    '{@promise}. All {states} {states|state was|states were} searched: one order, one check at most, {@loss}. None violates it.',
  'promise-no-lost': 'No order is left without its points',
  'promise-no-phantom': 'No points without an order',
  'loss-0': 'no fault',
  'loss-1': 'one lost message at most',
  'incidents-of': '{what}: {how}, {title}',

  'group-disagree': 'The check and the local transaction disagree',
  'group-given-up': 'Given up before the outcome was known',
  'group-window': 'Crashed between two steps',
  'group-order': 'Out of order',
  'group-holds': 'What must hold, and does',

  'rollback-then-commit-title': 'Rolled back, then committed',
  'rollback-then-commit-what':
    'The local transaction takes 65 s. Meanwhile a check comes and the listener answers ROLLBACK; then the transaction returns COMMIT. The broker does not check whether the half message is already settled, and delivers it. The reporter expected it to stay rolled back; but the order is committed, so the ledger is consistent.',
  'rollback-then-commit-mend':
    'The check writes “cancelled” into the database before it answers ROLLBACK. The late local commit fails, there is neither order nor message, and the ledger is consistent as well.',
  'rollback-then-commit-lost-title': 'The same, and the COMMIT is lost',
  'rollback-then-commit-lost-what':
    'COMMIT is a one-way request and is never resent. If it is lost, the order is committed, its half message was already rolled back by the check, and no further check follows.',
  'rollback-then-commit-lost-mend':
    'Answer UNKNOW while the transaction runs. Then a lost COMMIT does no harm: the next check finds the order and answers COMMIT.',
  'query-first-title': 'The check comes before the transaction',
  'query-first-what':
    'The check comes before the local transaction has begun. It finds no order and answers ROLLBACK; then the transaction commits, and its COMMIT is lost. A dtm test demands that once the check was first, the transaction must fail.',
  'query-first-mend':
    'A barrier: the check first writes a row of its own, so the later local commit is refused. Nothing changes on either side.',
  'commit-never-arrived-title': 'COMMIT lost, and the check answers wrongly',
  'commit-never-arrived-what':
    'The local transaction commits and returns COMMIT, but the request does not reach the broker. The check should repair that, but the check method does not return COMMIT; here it returns ROLLBACK.',
  'commit-never-arrived-mend':
    'The check queries the database instead of returning a constant. The order is committed, so it answers COMMIT.',
  'checks-go-on-title': 'Committed, but the checks go on',
  'checks-go-on-what':
    'A check during the long transaction has appended a copy. COMMIT settles only the original, and the newest copy is still unsettled. The listener always returns UNKNOW, so the broker checks until the limit (3 here). The message was delivered long ago, and the discard topic has one more.',
  'checks-go-on-mend':
    'The check answers truthfully: the next one returns COMMIT and settles the copy. The message is delivered again, and deduplication catches that.',

  'immunity-burns-checks-title': 'Immunity uses up the checks',
  'immunity-burns-checks-what':
    'The message has an immunity of 600 s and there is a pass every 30 s. During the immunity each pass appends a copy and counts it without asking. After 15 passes the message is discarded, and the producer was never asked.',
  'immunity-burns-checks-mend':
    'The limit times the interval must exceed the immunity. With a limit of 30, twenty passes do not ask and the next one does.',
  'immunity-edge-title': 'Exactly at the edge of the immunity',
  'immunity-edge-what':
    'In 4.3.2, when age and immunity fell in the same millisecond, two comparisons disagreed: one did not put the message back, the other did not check it, and it was lost. The run shows both sides of that edge: first a silent copy, then a check once the message is old enough.',
  'immunity-edge-mend':
    'The fix removed the second comparison. Here a pass decides once per message whether it is old enough and there is no “same millisecond”, so it cannot fall between',
  'old-default-title': 'An older version checks only five times',
  'old-default-what':
    'The documentation said 15 checks, but the default of 4.3.0 was 5. After five minutes without a producer, a committed order is no longer checked; that release had no discard topic yet, only an error log (shown with the interval of 4.9, 60 s, and a limit of 5).',
  'old-default-mend':
    'A limit of 15: the same five passes find no producer, it comes back, and the sixth pass reaches it.',
  'resubmission-title': 'Resubmitted, failed again',
  'resubmission-what':
    'A row has used up its attempts. An operator resubmits it while the broker is still down, and it fails again. Spring Modulith tests that the entry must not vanish. It also tests that a batch never exceeds the maximum in flight, which is outside this model: the relay here sends one row at a time.',
  'resubmission-mend':
    'The DEAD row stays in the table and can be resubmitted. When the broker restarts, the message arrives.',

  'publish-then-crash-title': 'Published, then a crash before marking',
  'publish-then-crash-what':
    'The relay publishes A and crashes before it marks the row. After its restart it publishes A again, then B: A arrives twice, B once. Without deduplication the points of A are added twice.',
  'publish-then-crash-mend':
    'Nothing prevents the second copy, but it does no harm if marker and points are written in one transaction.',
  'purge-window-title': 'Deleted before it is sent',
  'purge-window-what':
    'The report says that rows of the outbox are deleted first and delivered afterwards, so that a host killed in between loses them. The maintainer answers that delivery comes before deletion, in two transactions. The run shows what was reported: mark first, publish afterwards, and the relay killed in between.',
  'purge-window-mend':
    'With the order that the maintainer describes, a kill in the same window only sends the message again, and deduplication catches that.',
  'redelivery-title': 'A failed attempt must not send',
  'redelivery-what':
    'A consumer sends a message of its own, then throws, and its input is delivered again. MassTransit’s in-memory outbox holds back what was sent until the consumer succeeds. Here the points service confirms after its commit only: one failure, one success, one confirmation.',
  'redelivery-mend': 'Ask for the confirmation right after the failure, and the model refuses: there is none to send.',

  'order-lost-title': 'A is stored first, B arrives first',
  'order-lost-what':
    'A is stored, its publish fails, and it waits to be resent. When the service recovers, B is published at once and A follows. CAP’s maintainer answers that order is not guaranteed when something fails. Here A is the order and B its cancellation: the cancellation arrives first, and a cancelled order gets points.',
  'order-lost-mend':
    'The order of arrival is still wrong, and harmless: the cancellation leaves a tombstone, so the late order is skipped.',
  'parallel-order-title': 'Parallel delivery breaks the order',
  'parallel-order-what':
    'Messages of one outbox are delivered by several tasks at once, so what was written first may arrive last. Here two relays take one row each, and the cancellation arrives before its order.',
  'parallel-order-mend': 'One relay: rows are sent one by one, in the order in which they were written.',

  'all-well-title': 'Everything goes well',
  'all-well-what': 'Prepare, transaction and submit succeed, and the branches run.',
  'all-well-mend': 'Without a fault nothing goes wrong',
  'business-fails-title': 'The local transaction fails',
  'business-fails-what': 'The local transaction is rolled back. The balance is unchanged, and the message is aborted.',
  'business-fails-mend': 'A message is visible only after its commit',
  'prepare-fails-title': 'The half message is not sent',
  'prepare-fails-what':
    'The server cannot be reached, so no half message is stored, and the local transaction must not run.',
  'prepare-fails-mend': 'Without SEND_OK there is no local transaction: ask for its commit now, and the model refuses.',
  'db-commit-fails-title': 'The database refuses to commit',
  'db-commit-fails-what':
    'The commit throws and nothing is written. The sender returns UNKNOW, the check finds no order, and the message is rolled back.',
  'db-commit-fails-mend': 'A check asks the database, not the exception',
  'db-commit-unseen-title': 'Committed, but the client sees an error',
  'db-commit-unseen-what':
    'The database has committed, but the client gets an error. The sender can only return UNKNOW; the check finds the order, and the message is sent nevertheless.',
  'db-commit-unseen-mend': 'As long as a check still comes, nothing is lost',
  'timeout-success-title': 'Timeout, and the check answers COMMIT',
  'timeout-success-what':
    'After the commit no outcome arrives. When the time is up the broker checks back, gets COMMIT, and sends the message.',
  'timeout-success-mend': 'The check stands in for the lost COMMIT',
  'timeout-failed-title': 'Timeout, and the check answers ROLLBACK',
  'timeout-failed-what':
    'After the rollback no outcome arrives. When the time is up the broker checks back, gets ROLLBACK, and aborts the message.',
  'timeout-failed-mend': 'Where no order is found, no points follow',
};
