import type { Texts } from '../book.ts';
import { texts as broker } from './claimsBroker.ts';
import { texts as check } from './claimsCheck.ts';
import { texts as consumer } from './claimsConsumer.ts';
import { texts as half } from './claimsHalf.ts';
import { texts as load } from './claimsLoad.ts';
import { texts as plain } from './claimsPlain.ts';
import { texts as table } from './claimsTable.ts';
import { texts as two } from './claimsTwo.ts';

/** The page of claims, in English. */
export const texts: Texts<'claims'> = {
  ...half,
  ...check,
  ...broker,
  ...consumer,
  ...plain,
  ...table,
  ...two,
  ...load,

  'claims-intro':
    'Sentences that are often read about these protocols. Choose an answer first, then see the run and the proof. There is no score, and you can skip.',
  'claims-topic': 'Topic',
  'claims-topic-all': 'All',
  'topic-half': 'Half messages',
  'topic-check': 'Outcomes and checks',
  'topic-broker': 'The broker’s storage',
  'topic-consumer': 'Consumers',
  'topic-plain': 'Plain messages and other brokers',
  'topic-table': 'Message tables',
  'topic-two-phase': 'Two- and three-phase commit',
  'topic-load': 'Load',
  'claims-official': 'Only what official documents say',
  'claims-list': 'All claims',
  'claims-list-open': '{count} {count|claim|claims}',
  'claims-none': 'No claim fits.',
  'claims-number': 'Claim {number}',
  'claims-said': 'Said by',
  'claims-often': 'Often said',
  'claims-own-words': 'in our own words',
  'claims-skip': 'Skip: show the answer',
  'claims-answer-right': 'You chose “{answer}”, and so it is.',
  'claims-answer-wrong': 'You chose “{answer}”. In the model it is “{right}”.',
  'claims-answer-skipped': 'It is “{right}”.',
  'claims-again': 'Answer again',
  'standing-false': 'False',
  'standing-depends': 'It depends',
  'standing-true': 'True',
  'claims-decided': 'The run that decides it',
  'claims-run': 'Run {number}',
  'claims-chosen': 'What you chose, played out',
  'claims-which': 'Which run',
  'claims-reason': 'Why',
  'claims-evidence': 'Primary source',
  'claims-no-evidence': 'Primary source: none, this is our own reasoning.',
  'claims-verifier': 'Verified',
  'claims-say': 'Say instead',
  'claims-bound-kinds': '{bound}, {kinds}',
  'claims-bound-kind': '{count} × {kind}',
  'claims-bound-persons': '{bound}, {count} manual {count|repair|repairs}',
  'claims-settings': 'Settings: {list}.',
  'claims-no-protocol': 'There is no model of it here, so it cannot be verified; the run is the nearest there is.',
  'claims-by-load': 'This is about load, and the load lab computes it.',
  'claims-open-load': 'Open in the load lab',
  'claims-copy': 'Copy the link of this claim',
  'claims-previous': 'Previous',
  'claims-next': 'Next',
  'claims-keys': 'Press 1, 2 or 3 to answer, ← → for another claim.',
  'claims-mark-right': 'right',
  'claims-mark-seen': 'answer seen',
};
