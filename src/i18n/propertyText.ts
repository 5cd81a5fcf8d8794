import { propertyIdOf } from '../protocols/shared/propertyIds.ts';
import type { Lang } from './languages.ts';
import { topicText } from './text.ts';

/** What a property says. */
export function propertyText(lang: Lang, id: string): string {
  return topicText(lang, 'properties', `property-${propertyIdOf(id)}`);
}
