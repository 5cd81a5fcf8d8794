import type { Texts } from '../book.ts';
import { texts as events } from './localMessageTableEvents.ts';
import { texts as story } from './localMessageTableStory.ts';
import { texts as things } from './localMessageTableThings.ts';

/** What the local message table says, in Chinese. */
export const texts: Texts<'local-message-table'> = {
  ...things,
  ...story,
  ...events,
};
