import type { Texts } from '../book.ts';
import { texts as events } from './twoPhaseCommitEvents.ts';
import { texts as story } from './twoPhaseCommitStory.ts';
import { texts as things } from './twoPhaseCommitThings.ts';

/** What two-phase commit says, in Chinese. */
export const texts: Texts<'two-phase-commit'> = {
  ...things,
  ...story,
  ...events,
};
