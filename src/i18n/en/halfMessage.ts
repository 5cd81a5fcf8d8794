import type { HalfMessageText } from '../../protocols/half-message/texts.ts';
import { enHalfMessageEvents } from './halfMessageEvents.ts';
import { enHalfMessageStory } from './halfMessageStory.ts';
import { enHalfMessageThings } from './halfMessageThings.ts';

/** What RocketMQ's transactional messages say, in English. */
export const enHalfMessage: { readonly [key in HalfMessageText]: string } = {
  ...enHalfMessageThings,
  ...enHalfMessageStory,
  ...enHalfMessageEvents,
};
