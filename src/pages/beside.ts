/** What a page beside the explorer says without scripts, more than its description. */
import { topicText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import { claims } from '../scenario/claims.ts';
import type { PageId } from '../scenario/pages.ts';

/** One of the things that a page lists: what it is about, and what is said of it, each with a word in front. */
export interface ToldPart {
  readonly title: string;
  readonly lines: readonly { readonly lead: string; readonly text: string }[];
}

/** The page's own first words; the load lab has none, and those of the claims tell how to answer on the page. */
export function introOf(lang: Lang, id: PageId): string | null {
  if (id === 'load' || id === 'claims') return null;
  if (id === 'recordings') return topicText(lang, 'recordingsPage', 'recordings-intro');
  if (id === 'checker') return topicText(lang, 'verify', 'checker-intro');
  if (id === 'incidents') return topicText(lang, 'incidents', 'incidents-intro');
  if (id === 'brokers') return topicText(lang, 'brokers', 'brokers-intro');
  return topicText(lang, 'compare', 'compare-intro');
}

/** Every claim with its verdict, why, and what to say instead: read without scripts, nobody is asked first. */
export function partsOf(lang: Lang, id: PageId): readonly ToldPart[] {
  if (id !== 'claims') return [];
  return claims.map(({ id: claim, standing }) => ({
    title: topicText(lang, 'claims', `${claim}-claim`),
    lines: [
      { lead: topicText(lang, 'claims', `standing-${standing}`), text: topicText(lang, 'claims', `${claim}-why`) },
      { lead: topicText(lang, 'claims', 'claims-say'), text: topicText(lang, 'claims', `${claim}-say`) },
    ],
  }));
}
