import type { EventText } from '../../protocols/two-phase-commit/texts.ts';

/** What people do, what time brings and what happens then in two-phase commit, in English. */
export const enTwoPhaseCommitEvents = {
  'choice-order': 'Place order {tx}',
  'choice-refuse': 'Say no and roll back',
  'choice-force-commit': 'Commit by hand',
  'choice-force-rollback': 'Roll back by hand',
  'choose-refuse': 'Let {role} say no',
  'choose-force-commit': 'Commit by hand in {role}',
  'choose-force-rollback': 'Roll back by hand in {role}',

  'chose-order': 'Order {tx} is placed.',
  'chose-order-when-sent-prepare':
    'Order {tx} is placed: {from} asks every database to prepare, and nobody to commit yet.',
  'chose-refuse': 'A participant cannot do its part and says no.',
  'chose-refuse-when-refused':
    '{role} cannot do its part of order {tx}: it rolls back and votes no, which it may, having promised nothing.',
  'chose-force-commit': 'An administrator waits no longer and commits by hand.',
  'chose-force-commit-when-committed-by-hand':
    'An administrator waits no longer for the coordinator: order {tx} is committed by hand in {role}, and its locks are free.',
  'chose-force-rollback': 'An administrator waits no longer and rolls back by hand.',
  'chose-force-rollback-when-aborted-by-hand':
    'An administrator waits no longer for the coordinator: order {tx} is rolled back by hand in {role}, and its locks are free.',

  'delay-work': 'done and prepared',
  'delay-voteTimeout': 'vote timeout',
  'delay-decide': 'write the decision',
  'delay-announce': 'tell the decision',
  'delay-recoveryPeriod': 'next recovery',
  'delay-giveUp': 'give up',
  'delay-decideCommit': 'decide to commit',
  'delay-decideAbort': 'decide to abort',

  'fire-work': 'Let {role} finish and prepare',
  'fire-voteTimeout': 'Wait until the votes time out',
  'fire-decide': 'Let the coordinator write its decision',
  'fire-announce': 'Let the coordinator tell its decision',
  'fire-recoveryPeriod': 'Let the coordinator recover once',
  'fire-giveUp': 'Let {role} give up',
  'fire-decideCommit': 'Let the coordinator commit',
  'fire-decideAbort': 'Let the coordinator abort',

  'fired-work': '{role} is done with its part.',
  'fired-voteTimeout': 'After 10 s there are still votes missing.',
  'fired-decide': 'The coordinator is about to write its decision.',
  'fired-announce': 'The coordinator tells every database to commit; only now does anybody else know.',
  'fired-recoveryPeriod': 'It is time to recover; no branch is waiting for the coordinator.',
  'fired-recoveryPeriod-when-sent-commit':
    'Recovery finds order {tx} in doubt in {to}; there is a commit record, so the coordinator says commit once more.',
  'fired-recoveryPeriod-when-sent-abort':
    'Recovery finds order {tx} unfinished in {to}; there is no commit record, so the coordinator says abort.',
  'fired-recoveryPeriod-when-transaction-ended':
    'Recovery finds every branch of order {tx} finished: no acknowledgement is needed any more, and the end record is written.',
  'fired-giveUp': '{role} waits no longer.',
  'fired-decideCommit': 'The coordinator decides to commit.',
  'fired-decideAbort': 'The coordinator decides to abort.',

  'noted-branch-begun': '{role} begins its part of order {tx}: it changes data and takes locks, but does not commit.',
  'noted-prepared':
    '{role} forces the prepare record of order {tx} and votes yes; from now on it is in doubt and may only obey.',
  'noted-promised': '{role} is prepared and says so; from now on it may only obey.',
  'noted-refused': '{role} rolls back its part of order {tx} and votes no.',
  'noted-locked-out':
    'The locks in {role} are still held by order {holder}, which is not over: order {tx} waits in vain and gets a no.',
  'noted-gave-up': '{role} has promised nothing yet and gives order {tx} up.',
  'noted-vote-counted': 'The coordinator counts a yes on order {tx}; {missing} votes are missing.',
  'noted-vote-counted-missing-1': 'The coordinator counts a yes on order {tx}; one vote is missing.',
  'noted-vote-counted-missing-0':
    'All votes on order {tx} are yes: everybody is in doubt now and waits for the coordinator to decide.',
  'noted-decided-abort':
    'Somebody has said no: the coordinator aborts order {tx}, logs nothing and waits for no further votes.',
  'noted-decided-abort-why-silence': 'Votes are missing after 10 s: silence counts as a no, and order {tx} is aborted.',
  'noted-decided-abort-why-patience': 'The coordinator decides to abort order {tx}.',
  'noted-decided-commit': 'Everybody is prepared, and the coordinator decides to commit order {tx}.',
  'noted-commit-logged':
    'The coordinator forces the commit record of order {tx}: it is committed from this moment, though nobody knows.',
  'noted-commit-remembered':
    'The coordinator decides to commit order {tx}, but only remembers it; a crash will make it forget.',
  'noted-branch-committed': '{role} commits order {tx} and releases its locks.',
  'noted-branch-aborted': '{role} rolls back order {tx} and releases its locks.',
  'noted-transaction-ended':
    'Everybody is done with order {tx}: the coordinator writes the end record and may forget it.',
  'noted-committed-by-hand': 'Order {tx} is committed by hand in {role}.',
  'noted-aborted-by-hand': 'Order {tx} is rolled back by hand in {role}.',
  'noted-heuristic-agrees': 'The coordinator’s decision on order {tx} happens to be that of the person at {role}.',
  'noted-heuristic-damage':
    'The coordinator has decided order {tx} otherwise than the person at {role}: the data are apart, and all that is left is to report it.',
  'noted-contradicted':
    '{role} finished order {tx} long ago, the other way: the coordinator has said two different things.',

  'ignored-vote-after-decision': 'The transaction is decided; this vote comes too late.',
  'ignored-vote-already-counted': 'This vote is counted already.',
  'ignored-acknowledged-before': 'This acknowledgement has come before.',
  'ignored-branch-finished': 'This transaction is finished here.',
  'ignored-already-working': 'It is working on this transaction already.',
  'ignored-no-such-branch': 'There is no branch of this transaction here.',
  'ignored-nothing-to-abort': 'There is nothing to roll back here.',
  'ignored-already-committed': 'It is committed already.',
  'ignored-already-aborted': 'It is aborted already.',

  'crashed-order':
    'The order service crashes, and the coordinator with it: what is in its log survives, all else is forgotten, and whoever is in doubt must wait.',
  'crashed-order-db': 'The order database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-points-db': 'The points database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-stock-db': 'The stock database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-coupon-db': 'The coupon database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-wallet-db': 'The wallet database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-freight-db': 'The freight database crashes: what it has promised is on disk, everything else is undone.',
  'crashed-invoice-db': 'The invoice database crashes: what it has promised is on disk, everything else is undone.',
  'restarted-order': 'The coordinator is back and asks which branches are still held; there is nothing to finish.',
  'restarted-order-when-sent-commit':
    'The coordinator is back: {to} still holds order {tx}, there is a commit record, so it says commit once more.',
  'restarted-order-when-sent-abort':
    'The coordinator is back: {to} still holds order {tx}, there is no commit record, so it says abort.',
  'restarted-order-db': 'The order database is back, with the branches it has promised and their locks.',
  'restarted-points-db': 'The points database is back, with the branches it has promised and their locks.',
  'restarted-stock-db': 'The stock database is back, with the branches it has promised and their locks.',
  'restarted-coupon-db': 'The coupon database is back, with the branches it has promised and their locks.',
  'restarted-wallet-db': 'The wallet database is back, with the branches it has promised and their locks.',
  'restarted-freight-db': 'The freight database is back, with the branches it has promised and their locks.',
  'restarted-invoice-db': 'The invoice database is back, with the branches it has promised and their locks.',
} as const satisfies { readonly [key in EventText]: string };
