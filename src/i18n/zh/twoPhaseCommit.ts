import type { TwoPhaseCommitText } from '../../protocols/two-phase-commit/texts.ts';
import { zhTwoPhaseCommitEvents } from './twoPhaseCommitEvents.ts';
import { zhTwoPhaseCommitStory } from './twoPhaseCommitStory.ts';
import { zhTwoPhaseCommitThings } from './twoPhaseCommitThings.ts';

/** What two-phase commit says, in Chinese. */
export const zhTwoPhaseCommit: { readonly [key in TwoPhaseCommitText]: string } = {
  ...zhTwoPhaseCommitThings,
  ...zhTwoPhaseCommitStory,
  ...zhTwoPhaseCommitEvents,
};
