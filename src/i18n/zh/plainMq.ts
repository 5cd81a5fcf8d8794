import type { PlainMqText } from '../../protocols/plain-mq/texts.ts';
import { zhPlainMqEvents } from './plainMqEvents.ts';
import { zhPlainMqStory } from './plainMqStory.ts';
import { zhPlainMqThings } from './plainMqThings.ts';

/** What plain messaging says, in Chinese. */
export const zhPlainMq: { readonly [key in PlainMqText]: string } = {
  ...zhPlainMqThings,
  ...zhPlainMqStory,
  ...zhPlainMqEvents,
};
