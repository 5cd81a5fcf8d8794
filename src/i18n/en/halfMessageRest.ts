import type { Texts } from '../book.ts';
import { texts as events } from './halfMessageEvents.ts';
import { texts as story } from './halfMessageStory.ts';
import { texts as things } from './halfMessageThings.ts';

/**
 * What RocketMQ's transactional messages say only in a mishap, at another setting, in another picture or in a menu, in
 * English: fetched with a link to such a run, or at the first sign of a reader.
 */
export const texts: Texts<'half-message rest'> = {
  ...things,
  ...story,
  ...events,
};
