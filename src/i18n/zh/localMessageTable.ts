import type { LocalMessageTableText } from '../../protocols/local-message-table/texts.ts';
import { zhLocalMessageTableEvents } from './localMessageTableEvents.ts';
import { zhLocalMessageTableStory } from './localMessageTableStory.ts';
import { zhLocalMessageTableThings } from './localMessageTableThings.ts';

/** What the local message table says, in Chinese. */
export const zhLocalMessageTable: { readonly [key in LocalMessageTableText]: string } = {
  ...zhLocalMessageTableThings,
  ...zhLocalMessageTableStory,
  ...zhLocalMessageTableEvents,
};
