import type { TwoPhaseCommitText } from '../../protocols/two-phase-commit/texts.ts';
import { enTwoPhaseCommitEvents } from './twoPhaseCommitEvents.ts';
import { enTwoPhaseCommitStory } from './twoPhaseCommitStory.ts';
import { enTwoPhaseCommitThings } from './twoPhaseCommitThings.ts';

/** What two-phase commit says, in English. */
export const enTwoPhaseCommit: { readonly [key in TwoPhaseCommitText]: string } = {
  ...enTwoPhaseCommitThings,
  ...enTwoPhaseCommitStory,
  ...enTwoPhaseCommitEvents,
};
