import type { EventText } from '../../protocols/two-phase-commit/texts.ts';

/** What people do, what time brings and what happens then in two-phase commit, in English. */
export const texts = {
  'choice-order': 'Place order {tx}',
  'choice-refuse': 'Vote no and roll back',
  'choice-force-commit': 'Commit manually',
  'choice-force-rollback': 'Roll back manually',
  'choose-refuse': 'Let {role} vote no',
  'choose-force-commit': 'Commit manually in {role}',
  'choose-force-rollback': 'Roll back manually in {role}',

  'kind-heuristic-outcome': 'Heuristic decision',
  'chose-order': 'Order {tx} is requested.',
  'chose-order-when-sent-prepare':
    'Order {tx} is requested: {from} asks every database to prepare, but not to commit yet.',
  'chose-refuse': 'A participant cannot do its part and votes no.',
  'chose-refuse-when-refused':
    '{role} cannot do its part of order {tx}: it rolls back and votes no, which is allowed because it has not voted yes.',
  'chose-force-commit': 'An administrator stops waiting and commits manually.',
  'chose-force-commit-when-committed-by-hand':
    'An administrator stops waiting for the coordinator: order {tx} is committed manually in {role}, and its locks are released.',
  'chose-force-rollback': 'An administrator stops waiting and rolls back manually.',
  'chose-force-rollback-when-aborted-by-hand':
    'An administrator stops waiting for the coordinator: order {tx} is rolled back manually in {role}, and its locks are released.',

  'delay-work': 'work and prepare',
  'delay-voteTimeout': 'vote timeout',
  'delay-decide': 'write the decision',
  'delay-announce': 'send the decision',
  'delay-recoveryPeriod': 'next recovery',
  'delay-giveUp': 'give up',
  'delay-decideCommit': 'decide to commit',
  'delay-decideAbort': 'decide to abort',

  'fire-work': 'Let {role} finish and prepare',
  'fire-voteTimeout': 'Wait until the votes time out',
  'fire-decide': 'Let the coordinator write its decision',
  'fire-announce': 'Let the coordinator send its decision',
  'fire-recoveryPeriod': 'Let the coordinator run recovery once',
  'fire-giveUp': 'Let {role} give up',
  'fire-decideCommit': 'Let the coordinator decide to commit',
  'fire-decideAbort': 'Let the coordinator decide to abort',

  'fired-work': '{role} has finished its part.',
  'fired-voteTimeout': 'After 10 s some votes are still missing.',
  'fired-decide': 'The coordinator is about to write its decision.',
  'fired-announce': 'The coordinator tells every database to commit; until now no participant knew.',
  'fired-recoveryPeriod': 'Recovery runs; no branch is waiting for the coordinator.',
  'fired-recoveryPeriod-when-sent-commit':
    'Recovery finds order {tx} in doubt in {to}; there is a commit record, so the coordinator sends commit again.',
  'fired-recoveryPeriod-when-sent-abort':
    'Recovery finds order {tx} unfinished in {to}; there is no commit record, so the coordinator sends abort.',
  'fired-recoveryPeriod-when-transaction-ended':
    'Recovery finds every branch of order {tx} finished: no acknowledgement is needed any more, and the end record is written.',
  'fired-giveUp': '{role} stops waiting.',
  'fired-decideCommit': 'The coordinator decides to commit.',
  'fired-decideAbort': 'The coordinator decides to abort.',

  'noted-branch-begun': '{role} begins its part of order {tx}: it changes data and takes locks, but does not commit.',
  'noted-prepared':
    '{role} forces the prepare record of order {tx} to disk and votes yes; from now on it is in doubt and must do what the coordinator decides.',
  'noted-promised': '{role} is prepared and sends Prepared; from now on it must do what the coordinator decides.',
  'noted-refused': '{role} rolls back its part of order {tx} and votes no.',
  'noted-locked-out':
    'The locks in {role} are still held by the unfinished order {holder}: order {tx} times out waiting for them and gets a no vote.',
  'noted-gave-up': '{role} has not voted yes and gives up order {tx}.',
  'noted-vote-counted': 'The coordinator counts a yes vote on order {tx}; {missing} votes are missing.',
  'noted-vote-counted-missing-1': 'The coordinator counts a yes vote on order {tx}; one vote is missing.',
  'noted-vote-counted-missing-0':
    'All votes on order {tx} are yes: every participant is in doubt and waits for the coordinator to decide.',
  'noted-decided-abort':
    'A participant voted no: the coordinator aborts order {tx}, logs nothing and does not wait for the other votes.',
  'noted-decided-abort-why-silence': 'Votes are missing after 10 s: this counts as a no, and order {tx} is aborted.',
  'noted-decided-abort-why-patience': 'The coordinator decides to abort order {tx}.',
  'noted-decided-commit': 'All participants are prepared, and the coordinator decides to commit order {tx}.',
  'noted-commit-logged':
    'The coordinator forces the commit record of order {tx} to disk: from this moment it is committed, though no participant knows.',
  'noted-commit-remembered':
    'The coordinator decides to commit order {tx} but keeps it in memory only; a crash will lose it.',
  'noted-branch-committed': '{role} commits order {tx} and releases its locks.',
  'noted-branch-aborted': '{role} rolls back order {tx} and releases its locks.',
  'noted-transaction-ended':
    'All branches of order {tx} are finished: the coordinator writes the end record and may forget the transaction.',
  'noted-committed-by-hand': 'Order {tx} is committed manually in {role}.',
  'noted-aborted-by-hand': 'Order {tx} is rolled back manually in {role}.',
  'noted-heuristic-agrees': 'The coordinator’s decision on order {tx} happens to match the manual one at {role}.',
  'noted-heuristic-damage':
    'The coordinator’s decision on order {tx} contradicts the manual one at {role}: the data are inconsistent and this can only be reported.',
  'noted-contradicted':
    '{role} has already finished order {tx} with the opposite outcome: the coordinator has contradicted itself.',

  'ignored-vote-after-decision': 'The transaction is decided; this vote comes too late.',
  'ignored-vote-already-counted': 'This vote is already counted.',
  'ignored-acknowledged-before': 'This acknowledgement has already been received.',
  'ignored-branch-finished': 'This transaction is finished here.',
  'ignored-already-working': 'It is already working on this transaction.',
  'ignored-no-such-branch': 'There is no branch of this transaction here.',
  'ignored-nothing-to-abort': 'There is nothing to roll back here.',
  'ignored-already-committed': 'It is already committed.',
  'ignored-already-aborted': 'It is already aborted.',

  'crashed-order':
    'The order service crashes, and the coordinator with it: its log survives, its memory is lost, and every participant in doubt must wait.',
  'crashed-order-db': 'The order database crashes: prepared branches are on disk, all others are undone.',
  'crashed-points-db': 'The points database crashes: prepared branches are on disk, all others are undone.',
  'crashed-stock-db': 'The stock database crashes: prepared branches are on disk, all others are undone.',
  'crashed-coupon-db': 'The coupon database crashes: prepared branches are on disk, all others are undone.',
  'crashed-wallet-db': 'The wallet database crashes: prepared branches are on disk, all others are undone.',
  'crashed-freight-db': 'The freight database crashes: prepared branches are on disk, all others are undone.',
  'crashed-invoice-db': 'The invoice database crashes: prepared branches are on disk, all others are undone.',
  'restarted-order': 'The coordinator restarts and asks which branches are still held; there is nothing to finish.',
  'restarted-order-when-sent-commit':
    'The coordinator restarts: {to} still holds order {tx} and there is a commit record, so it sends commit again.',
  'restarted-order-when-sent-abort':
    'The coordinator restarts: {to} still holds order {tx} and there is no commit record, so it sends abort.',
  'restarted-order-db': 'The order database restarts, with its prepared branches and their locks.',
  'restarted-points-db': 'The points database restarts, with its prepared branches and their locks.',
  'restarted-stock-db': 'The stock database restarts, with its prepared branches and their locks.',
  'restarted-coupon-db': 'The coupon database restarts, with its prepared branches and their locks.',
  'restarted-wallet-db': 'The wallet database restarts, with its prepared branches and their locks.',
  'restarted-freight-db': 'The freight database restarts, with its prepared branches and their locks.',
  'restarted-invoice-db': 'The invoice database restarts, with its prepared branches and their locks.',
} as const satisfies { readonly [key in EventText]: string };
