import type { HalfMessageText } from '../../protocols/half-message/texts.ts';
import { zhHalfMessageEvents } from './halfMessageEvents.ts';
import { zhHalfMessageStory } from './halfMessageStory.ts';
import { zhHalfMessageThings } from './halfMessageThings.ts';

/** What RocketMQ's transactional messages say, in Chinese. */
export const zhHalfMessage: { readonly [key in HalfMessageText]: string } = {
  ...zhHalfMessageThings,
  ...zhHalfMessageStory,
  ...zhHalfMessageEvents,
};
