import type { WhyText } from '../../protocols/two-phase-commit/texts.ts';

/** Why each named run is worth a look, and the settings with theirs, in English. */
export const texts = {
  'scenario-clean-commit-why':
    'Four message rounds and two forced writes, and both databases agree; the price is locks held to the end.',
  'scenario-vote-no-why': 'One no vote is enough: the order database rolls back too, as if nothing had happened.',
  'scenario-three-one-refuses-why':
    'Out of stock, so order and points are rolled back; the coordinator need not wait for the other votes.',
  'scenario-blocked-why':
    'Both databases have voted yes, neither may decide by itself, and the locks stay: this is blocking.',
  'scenario-half-told-why':
    'The order database has committed and the points database is in doubt; it may not roll back, because another participant may have committed.',
  'scenario-coordinator-dies-before-log-why':
    'There is no commit record, so recovery aborts: safe, because no participant was told to commit.',
  'scenario-coordinator-dies-after-log-why': 'The decision is on disk; after the restart it is sent again, only later.',
  'scenario-no-log-why':
    'After its restart it no longer knows that it decided to commit and tells the other database to abort: an order without points.',
  'scenario-participant-dies-before-vote-why':
    'It had not voted, so its half-done work is undone; the coordinator misses a vote and aborts.',
  'scenario-participant-dies-after-vote-why':
    'The prepare record is on disk: after the restart the branch is still in doubt, until recovery ends it.',
  'scenario-vote-lost-why':
    'A lost vote looks like no vote, so the coordinator aborts after its timeout although every vote was yes.',
  'scenario-decision-lost-why':
    'A participant does not ask; it stays in doubt and holds its locks until the next recovery.',
  'scenario-locks-held-why':
    'One branch in doubt keeps its locks, and the orders behind it fail too: blocking spreads.',
  'scenario-acknowledgement-lost-why':
    'The data are fine, but the coordinator may not forget the transaction until recovery finds that the branch is gone.',
  'scenario-heuristic-damage-why':
    'The coordinator had already decided to commit; the manual rollback leaves the databases inconsistent for good.',
  'scenario-heuristic-lucky-why':
    'The coordinator had not decided, so recovery aborts as well: consistent, but only by luck.',
  'scenario-heuristic-phantom-why':
    'Without a commit record everything is rolled back, except the points that were committed manually.',
  'scenario-benchmark-commit-why':
    'The shortest way to commit takes 3N+1 steps. A message stays after it was read and can be read again.',
  'scenario-benchmark-abort-why':
    'A participant that is not prepared may give up, and the coordinator may abort at any time; there are no crashes and no clock.',

  'setting-semantics': 'Rules',
  'setting-semantics-why':
    'Textbook: with log, crashes and recovery. Benchmark: Gray and Lamport’s TwoPhase, whose messages never vanish, to check that the verifier counts right.',
  'value-semantics-textbook': 'textbook',
  'value-semantics-benchmark': 'benchmark (TwoPhase)',
  'setting-participants': 'Number of participants',
  'setting-participants-why': 'Every further database is one more that may vote no and one more to wait for.',
  'setting-coordinator-log': 'Coordinator’s log',
  'setting-coordinator-log-why':
    'The decision goes to disk before it is sent; without a log, a restarted coordinator may contradict itself.',
  'value-coordinator-log-forced': 'forced to disk',
  'value-coordinator-log-none': 'none',
} as const satisfies { readonly [key in WhyText]: string };
