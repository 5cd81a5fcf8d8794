import type { Texts } from '../book.ts';
import { texts as events } from './plainMqEvents.ts';
import { texts as story } from './plainMqStory.ts';
import { texts as things } from './plainMqThings.ts';

/** What plain messaging says, in Chinese. */
export const texts: Texts<'plain-mq'> = {
  ...things,
  ...story,
  ...events,
};
