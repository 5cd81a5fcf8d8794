import type { StoryText } from '../../protocols/two-phase-commit/texts.ts';

/** The numbered steps and the named runs of two-phase commit, in English. */
export const texts = {
  'stage-concept-1-title': 'Ask who can commit',
  'stage-concept-1-text':
    'The coordinator asks each database to do its part without committing, and to say whether it can.',
  'stage-concept-2-title': 'Work, lock, vote',
  'stage-concept-2-text':
    'A yes vote is a promise: from now on both outcomes must be possible, even after a crash, and the locks stay. Before it, a participant may vote no.',
  'stage-concept-3-title': 'The coordinator decides',
  'stage-concept-3-text':
    'Commit only if every participant votes yes, and log the decision first. One no vote, or a timeout, means abort.',
  'stage-concept-4-title': 'Send the decision',
  'stage-concept-4-text': 'A logged decision cannot be changed; the coordinator sends it to every database.',
  'stage-concept-5-title': 'Carry out and acknowledge',
  'stage-concept-5-text':
    'Each database commits or rolls back and releases its locks. Once every commit is acknowledged, the coordinator may forget the transaction.',
  'stage-concept-6-title': 'No reply: recover',
  'stage-concept-6-text':
    'A missing vote means abort. Participants in doubt learn the outcome when the coordinator has restarted; no commit record means abort. Until then they are blocked.',
  'stage-concept-7-title': 'Manual decision',
  'stage-concept-7-text':
    'An administrator may commit or roll back one database manually, to release its locks. A wrong guess leaves the databases inconsistent, and nothing repairs that.',

  'stage-internals-1-title': 'Ask to prepare',
  'stage-internals-1-text':
    'The coordinator logs nothing yet: should it crash, no record will mean abort (presumed abort).',
  'stage-internals-2-title': 'Force the prepare record',
  'stage-internals-2-text':
    'The participant writes undo and redo records and “prepared” to disk. After a restart the branch is still there, and so are its locks.',
  'stage-internals-3-title': 'Vote',
  'stage-internals-3-text':
    'A yes vote puts the participant in doubt: it may no longer decide by itself. One that votes no rolls back at once and need not wait.',
  'stage-internals-4-title': 'Force the commit record',
  'stage-internals-4-text':
    'The moment it is on disk is the commit point: the transaction is committed. An abort is neither logged nor acknowledged.',
  'stage-internals-5-title': 'Send the decision',
  'stage-internals-5-text':
    'It is sent only after the commit record is on disk. The other way round, a coordinator that crashes may contradict itself.',
  'stage-internals-6-title': 'Commit, release the locks',
  'stage-internals-6-text':
    'The participant writes the outcome and releases its locks. It has held them since its first statement, for at least two round trips.',
  'stage-internals-7-title': 'Acknowledge and end',
  'stage-internals-7-text':
    'After the last acknowledgement the coordinator writes an end record and is finished with the transaction.',
  'stage-internals-8-title': 'Periodic recovery',
  'stage-internals-8-text':
    'After a restart and every 120 s the coordinator asks which branches are still held (XA RECOVER): those with a commit record commit, all others roll back.',
  'stage-internals-9-title': 'Heuristic decision',
  'stage-internals-9-text':
    'A branch decided manually is recorded. If the coordinator decides otherwise, this can only be reported as “heuristic mixed”: the data are inconsistent.',

  'scenario-clean-commit-title': 'Clean commit',
  'scenario-vote-no-title': 'Points database votes no',
  'scenario-three-one-refuses-title': 'Three databases, one no',
  'scenario-blocked-title': 'All votes in, coordinator crashes',
  'scenario-half-told-title': 'Crash after telling only one',
  'scenario-coordinator-dies-before-log-title': 'Coordinator crashes before logging',
  'scenario-coordinator-dies-after-log-title': 'Coordinator crashes after logging',
  'scenario-no-log-title': 'A coordinator without a log',
  'scenario-participant-dies-before-vote-title': 'Participant crashes before voting',
  'scenario-participant-dies-after-vote-title': 'Participant crashes after voting',
  'scenario-vote-lost-title': 'A yes vote is lost',
  'scenario-decision-lost-title': 'The commit is lost',
  'scenario-locks-held-title': 'Locks block the next order',
  'scenario-acknowledgement-lost-title': 'An acknowledgement is lost',
  'scenario-heuristic-damage-title': 'Manual rollback, wrong guess',
  'scenario-heuristic-lucky-title': 'Manual rollback, lucky guess',
  'scenario-heuristic-phantom-title': 'Manual commit, wrong guess',
  'scenario-benchmark-commit-title': 'Benchmark: commit',
  'scenario-benchmark-abort-title': 'Benchmark: abort',
} as const satisfies { readonly [key in StoryText]: string };
