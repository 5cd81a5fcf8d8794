import type { WhyText } from '../../protocols/two-phase-commit/texts.ts';

/** Why each named run is worth a look, in English. */
export const enTwoPhaseCommitWhys = {
  'scenario-clean-commit-why':
    'Four trips and two forced writes, and both databases move together; the price is locks held to the end.',
  'scenario-vote-no-why': 'One no is enough: the order is rolled back too, as if nothing had happened.',
  'scenario-three-one-refuses-why':
    'Out of stock, so neither order nor points count; the coordinator need not wait for the other votes.',
  'scenario-blocked-why':
    'Both databases have promised, neither may decide by itself, and the locks stay: this is blocking.',
  'scenario-half-told-why':
    'The order is committed and the points are in doubt; they may not roll back, because somebody else may have committed.',
  'scenario-coordinator-dies-before-log-why':
    'No commit record, so recovery aborts: safe, because nobody was told to commit.',
  'scenario-coordinator-dies-after-log-why':
    'The decision is on disk; after the restart it is told once more, only later.',
  'scenario-no-log-why':
    'After its restart it has forgotten its own commit and tells the other database to abort: an order without points.',
  'scenario-participant-dies-before-vote-why':
    'Nothing was promised, so half-done work does not count; the coordinator misses a vote and aborts.',
  'scenario-participant-dies-after-vote-why':
    'The promise is on disk: after the restart it is still in doubt, until recovery ends it.',
  'scenario-vote-lost-why':
    'A lost vote looks like no vote, so the coordinator aborts after its timeout although everybody said yes.',
  'scenario-decision-lost-why':
    'A database does not ask; it stays in doubt, with its locks, until the next recovery pass.',
  'scenario-locks-held-why':
    'One branch in doubt keeps its locks, and the orders behind it fail too: blocking spreads.',
  'scenario-acknowledgement-lost-why':
    'The data are fine, but the coordinator may not forget until recovery finds that the branch is gone.',
  'scenario-heuristic-damage-why':
    'The coordinator had already decided to commit; an impatient administrator has parted the databases for good.',
  'scenario-heuristic-lucky-why':
    'The coordinator had not decided, so recovery aborts as well: right, but only by luck.',
  'scenario-heuristic-phantom-why':
    'Without a commit record everything is rolled back, except the points that somebody committed by hand.',
  'scenario-benchmark-commit-why':
    'The shortest way to commit, 3N+1 steps. A message stays after it was read and can be read again.',
  'scenario-benchmark-abort-why':
    'Who has not promised may give up, and the coordinator may abort at any time; there are no crashes and no clock.',
} as const satisfies { readonly [key in WhyText]: string };
