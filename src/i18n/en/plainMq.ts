import type { PlainMqText } from '../../protocols/plain-mq/texts.ts';
import { enPlainMqEvents } from './plainMqEvents.ts';
import { enPlainMqStory } from './plainMqStory.ts';
import { enPlainMqThings } from './plainMqThings.ts';

/** What plain messaging says, in English. */
export const enPlainMq: { readonly [key in PlainMqText]: string } = {
  ...enPlainMqThings,
  ...enPlainMqStory,
  ...enPlainMqEvents,
};
