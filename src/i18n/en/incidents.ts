import type { IncidentsTexts } from '../zh/incidents.ts';

/** The gallery of public incidents, in English. */
export const enIncidents: IncidentsTexts = {
  'incidents-intro':
    'Each of these was reported in public, or is somebody’s test. Each is a run that you can play: first as it happened, then with what keeps it from happening. The words are ours; the links lead to the source.',
  'incidents-play': 'Play',
  'incidents-try': 'Try that step',
  'incidents-compare': 'Side by side',
  'incidents-compare-of': '{what}: {title}',
  'incidents-as-it-was': 'As it happened',
  'incidents-mended': 'With the safeguard',
  'incidents-refused': 'Refused',
  'incidents-impossible': 'Impossible',
  'incidents-proof':
    '{@promise}. All {states} states were looked at: one order, one check at most, {@loss}. None breaks it.',
  'promise-no-lost': 'No order is left without its points',
  'promise-no-phantom': 'No points without an order',
  'loss-0': 'no fault',
  'loss-1': 'one lost message at most',
  'incidents-of': '{what}: {how}, {title}',

  'group-disagree': 'The check and the local transaction disagree',
  'group-given-up': 'Given up before anybody knew',
  'group-window': 'Killed between two steps',
  'group-order': 'Out of order',
  'group-holds': 'What has to hold, and does',

  'rollback-then-commit-title': 'Rolled back, then committed',
  'rollback-then-commit-what':
    'The local transaction takes 65 s. Meanwhile a check comes and the listener answers ROLLBACK; then the transaction returns COMMIT. The broker does not look whether the half message is settled already, and delivers it. The reporter expected it to stay rolled back; but the order is committed, so the ledger agrees.',
  'rollback-then-commit-mend':
    'The check writes “cancelled” into the database before it answers ROLLBACK. The late local commit fails, order and message are both gone, and the ledger agrees as well.',
  'rollback-then-commit-lost-title': 'The same, and the COMMIT gets lost',
  'rollback-then-commit-lost-what':
    'COMMIT is a one-way request and is never repeated. If it gets lost, the order is committed, its half message was answered ROLLBACK long ago, and nobody asks again.',
  'rollback-then-commit-lost-mend':
    'Answer UNKNOWN while the transaction runs. Then a lost COMMIT does no harm: the next check finds the order and answers COMMIT.',
  'query-first-title': 'The query comes before the business',
  'query-first-what':
    'The check comes before the local transaction has begun. It finds no order and answers ROLLBACK; then the business commits, and its COMMIT gets lost. dtm tests that once the query was first, the business must fail.',
  'query-first-mend':
    'A barrier: the check writes a row of its own first, so the local commit that comes later is refused. Nothing moves on either side.',
  'commit-never-arrived-title': 'COMMIT never arrived, and the check got it wrong',
  'commit-never-arrived-what':
    'The local transaction commits and returns COMMIT, but the request does not reach the broker. The check should mend that, but the check method does not return COMMIT; here it says ROLLBACK.',
  'commit-never-arrived-mend':
    'The check asks the database instead of returning a constant. The order is committed, so it answers COMMIT.',
  'checks-go-on-title': 'Committed, and the checks go on',
  'checks-go-on-what':
    'A check during the long transaction has appended a copy. COMMIT settles the original only, and the newest copy is still pending. The listener always says UNKNOWN, so the broker asks until the limit (3 here). The message was delivered long ago, and the discard topic has one more.',
  'checks-go-on-mend':
    'The check tells the truth: the next one answers COMMIT and settles the copy. The message is delivered again, and deduplication catches that.',

  'immunity-burns-checks-title': 'Immunity uses up the checks',
  'immunity-burns-checks-what':
    'The message has an immunity of 600 s and a pass comes every 30 s. Within the immunity each pass asks nobody, but appends a copy and counts. After 15 passes the message is discarded, and the producer was never asked.',
  'immunity-burns-checks-mend':
    'The limit times the interval must exceed the immunity. With a limit of 30, twenty passes go by and the next one really asks.',
  'immunity-edge-title': 'At the very edge of the immunity',
  'immunity-edge-what':
    'In 4.3.2, when age and immunity met in the same millisecond, two comparisons disagreed: one did not put the message back, the other did not check it, and it was never heard of again. The run shows both sides of that edge: a silent copy first, and a question once the message is old enough.',
  'immunity-edge-mend':
    'The fix removed the second comparison. Here a pass decides once per message whether it is old enough and there is no “same millisecond”, so it cannot fall between',
  'old-default-title': 'An older version asks five times only',
  'old-default-what':
    'The documentation said 15 checks, but the default of 4.3.0 was 5. Five minutes without a producer and nobody asks about a committed order any more; that release had no discard topic yet, only an error log (shown with the interval of 4.9, 60 s, and a limit of 5).',
  'old-default-mend':
    'A limit of 15: the same five passes find nobody, the producer comes back, and the sixth one asks it.',
  'resubmission-title': 'Submitted again, failed again',
  'resubmission-what':
    'A row has used up its attempts. Somebody submits it again while the broker is still down, and it fails again. Spring Modulith tests that the entry must not vanish. It also tests that a batch never exceeds the maximum in flight, which is outside this model: the relay here sends one row at a time.',
  'resubmission-mend':
    'The dead row stays in the table and can be submitted once more. When the broker is back, the message arrives.',

  'publish-then-crash-title': 'Published, then crashed before the mark',
  'publish-then-crash-what':
    'The relay publishes A and dies before it marks the row. After its restart it publishes A again, then B: A twice, B once. Without deduplication the points of A are added twice.',
  'publish-then-crash-mend':
    'Nothing prevents the second copy, but it does no harm where marker and points are one transaction.',
  'purge-window-title': 'Deleted before it was sent',
  'purge-window-what':
    'Reported: rows of the outbox are deleted first and delivered afterwards, so a host that is killed in between loses them. The maintainer answers that delivery comes before deletion, in two transactions. The run shows what was reported: mark first, publish afterwards, and the relay killed between the two.',
  'purge-window-mend':
    'The order that the maintainer describes, and a kill in the same window: the message is sent once more, and deduplication catches that.',
  'redelivery-title': 'A failed attempt must not send',
  'redelivery-what':
    'A consumer sends a message of its own, then throws, and its input is delivered again. MassTransit’s in-memory outbox holds back what was sent until the consumer succeeds. Here the points service confirms after its commit only: one failure, one success, one confirmation.',
  'redelivery-mend': 'Ask for the confirmation right after the failure, and the model refuses: there is none to send.',

  'order-lost-title': 'A was stored first, B arrives first',
  'order-lost-what':
    'A is stored, its publish fails, and it waits to be sent again. When the service is back, B is published at once and A follows. CAP’s maintainer answers that order is not guaranteed when something fails. Here A is the order and B its cancellation: the cancellation arrives first, and a cancelled order gets points.',
  'order-lost-mend':
    'The order of arrival is still wrong, and harmless: the cancellation leaves a tombstone, so the late order is skipped.',
  'parallel-order-title': 'Parallel delivery breaks the order',
  'parallel-order-what':
    'Messages of one outbox are delivered by several tasks at once, so what was written first can arrive last. Here two relays take one row each, and the cancellation overtakes its order.',
  'parallel-order-mend': 'One relay: row after row, in the order in which they were written.',

  'all-well-title': 'All is well',
  'all-well-what': 'Prepare, business and submit succeed, and the branches run.',
  'all-well-mend': 'Without a fault nothing goes wrong',
  'business-fails-title': 'The business fails',
  'business-fails-what': 'The local transaction is rolled back. The balance is as before, and the message is aborted.',
  'business-fails-mend': 'A message is visible only after its commit',
  'prepare-fails-title': 'The prepared message does not get through',
  'prepare-fails-what': 'The server cannot be reached, so no half message is stored, and the business must not run.',
  'prepare-fails-mend': 'Without SEND_OK there is no local transaction: ask for its commit now, and the model refuses.',
  'db-commit-fails-title': 'The database refuses to commit',
  'db-commit-fails-what':
    'The commit throws and nothing is written. The sender says UNKNOWN, the check finds no order, and the message is rolled back.',
  'db-commit-fails-mend': 'A check asks the database, not the exception',
  'db-commit-unseen-title': 'Committed, but the client sees an error',
  'db-commit-unseen-what':
    'The database has committed, but what comes back is an error. The sender can only say UNKNOWN; the server’s query finds the order, and the message is sent all the same.',
  'db-commit-unseen-mend': 'As long as somebody still asks, nothing is lost',
  'timeout-success-title': 'Timeout, and the query says success',
  'timeout-success-what':
    'After the commit nothing more is heard. When its time is over the server asks, hears success, and sends the message.',
  'timeout-success-mend': 'The check stands in for a COMMIT that went missing',
  'timeout-failed-title': 'Timeout, and the query says failure',
  'timeout-failed-what':
    'After the rollback nothing more is heard. When its time is over the server asks, hears failure, and aborts the message.',
  'timeout-failed-mend': 'Where no order is found, no points follow',
};
