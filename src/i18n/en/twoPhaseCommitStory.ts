import type { StoryText } from '../../protocols/two-phase-commit/texts.ts';

/** The numbered steps and the named runs of two-phase commit, in English. */
export const enTwoPhaseCommitStory = {
  'stage-concept-1-title': 'Can everybody commit?',
  'stage-concept-1-text':
    'The coordinator asks each database to do its part without committing, and to say whether it can.',
  'stage-concept-2-title': 'Work, lock, vote',
  'stage-concept-2-text':
    'A yes is a promise: from now on both outcomes must be possible, even after a crash, and the locks stay. Before it, anybody may say no.',
  'stage-concept-3-title': 'The coordinator decides',
  'stage-concept-3-text':
    'Commit only if everybody says yes, and the decision goes into a log first. One no, or silence, means abort.',
  'stage-concept-4-title': 'Tell the decision',
  'stage-concept-4-text': 'What is written cannot be taken back; the coordinator tells it to every database.',
  'stage-concept-5-title': 'Obey and acknowledge',
  'stage-concept-5-text':
    'Each database commits or rolls back and releases its locks. Once every commit is acknowledged, the coordinator may forget.',
  'stage-concept-6-title': 'Silence: recover',
  'stage-concept-6-text':
    'A missing vote means abort. Whoever is in doubt is told when the coordinator is back; no commit record means abort. While it is away, everybody waits.',
  'stage-concept-7-title': 'A person decides',
  'stage-concept-7-text':
    'An administrator may commit or roll back one database by hand, to free its locks. A wrong guess leaves the databases apart, and nothing repairs that.',

  'stage-internals-1-title': 'Ask to prepare',
  'stage-internals-1-text':
    'The coordinator logs nothing yet: should it crash, no record will mean abort (presumed abort).',
  'stage-internals-2-title': 'Force the prepare record',
  'stage-internals-2-text':
    'The participant writes undo and redo and “prepared” to disk. After a restart the branch is still there, and so are its locks.',
  'stage-internals-3-title': 'Vote',
  'stage-internals-3-text':
    'A yes makes the participant in doubt: it may decide nothing by itself any more. A no rolls back at once and need not wait.',
  'stage-internals-4-title': 'Force the commit record',
  'stage-internals-4-text':
    'The moment it is on disk the transaction is committed. An abort is neither logged nor acknowledged.',
  'stage-internals-5-title': 'Send the decision',
  'stage-internals-5-text':
    'Only after the commit record. The other way round, a coordinator that crashes may contradict itself.',
  'stage-internals-6-title': 'Commit, release the locks',
  'stage-internals-6-text':
    'The participant writes the outcome and lets go. It has held its locks since its first statement, for at least two round trips.',
  'stage-internals-7-title': 'Acknowledge and end',
  'stage-internals-7-text': 'With the last acknowledgement the coordinator writes an end record and asks no more.',
  'stage-internals-8-title': 'Recover, again and again',
  'stage-internals-8-text':
    'After a restart and every 120 s the coordinator asks which branches are still held (XA RECOVER): those with a commit record commit, all others roll back.',
  'stage-internals-9-title': 'Heuristic decision',
  'stage-internals-9-text':
    'A branch decided by hand is remembered. If the coordinator’s order says otherwise, all that is left is to report it: the data are apart.',

  'scenario-clean-commit-title': 'Clean commit',
  'scenario-vote-no-title': 'Points database says no',
  'scenario-three-one-refuses-title': 'Three databases, one no',
  'scenario-blocked-title': 'All votes in, coordinator dead',
  'scenario-half-told-title': 'Dies in mid-sentence',
  'scenario-coordinator-dies-before-log-title': 'Coordinator dies before logging',
  'scenario-coordinator-dies-after-log-title': 'Coordinator dies after logging',
  'scenario-no-log-title': 'A coordinator without a log',
  'scenario-participant-dies-before-vote-title': 'Participant dies before voting',
  'scenario-participant-dies-after-vote-title': 'Participant dies after voting',
  'scenario-vote-lost-title': 'A yes is lost',
  'scenario-decision-lost-title': 'The commit is lost',
  'scenario-locks-held-title': 'Locks stop the next order',
  'scenario-acknowledgement-lost-title': 'An acknowledgement is lost',
  'scenario-heuristic-damage-title': 'Rolled back by hand, wrongly',
  'scenario-heuristic-lucky-title': 'Rolled back by hand, luckily',
  'scenario-heuristic-phantom-title': 'Committed by hand, wrongly',
  'scenario-benchmark-commit-title': 'Benchmark: commit',
  'scenario-benchmark-abort-title': 'Benchmark: abort',
} as const satisfies { readonly [key in StoryText]: string };
