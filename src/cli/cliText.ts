import type { TextKey } from '../i18n/book.ts';
import type { TextValues } from '../i18n/fill.ts';
import { LANGS, type Lang } from '../i18n/languages.ts';
import { topicText } from '../i18n/text.ts';

/** A text of the command line. */
export function cliText(lang: Lang, key: TextKey<'cli'>, values: TextValues = {}): string {
  return topicText(lang, 'cli', key, { langs: LANGS.join('|'), ...values });
}
