import type { LocalMessageTableText } from '../../protocols/local-message-table/texts.ts';
import { enLocalMessageTableEvents } from './localMessageTableEvents.ts';
import { enLocalMessageTableStory } from './localMessageTableStory.ts';
import { enLocalMessageTableThings } from './localMessageTableThings.ts';

/** What the local message table says, in English. */
export const enLocalMessageTable: { readonly [key in LocalMessageTableText]: string } = {
  ...enLocalMessageTableThings,
  ...enLocalMessageTableStory,
  ...enLocalMessageTableEvents,
};
