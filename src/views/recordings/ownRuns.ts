/** What became of the files and texts that a reader brought, as a list. */
import { decidingText, extentTexts } from '../../i18n/recordingText.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Judgement } from '../../recordings/judgement.ts';

/** A recording that the reader brought, and what became of it. */
export interface Own {
  /** Of the file; null for a text that was pasted. */
  readonly name: string | null;
  /** Which run of the file it is, from 1; null for the only one. */
  readonly run: number | null;
  readonly judged: Judgement;
}

export function ownRunsOf(name: string | null, judgements: readonly Judgement[]): readonly Own[] {
  return judgements.map((judged, index) => ({ name, run: judgements.length > 1 ? index + 1 : null, judged }));
}

/** How much was compared and how strictly, what was not, and which further line would decide. */
export function extentSaid(lang: Lang, judged: Judgement): readonly string[] {
  if (judged.kind !== 'judged') return [];
  const { answer, source } = judged;
  const deciding = answer.verdict === 'admitted' ? decidingText(lang, answer.deciding) : null;
  return [...(deciding === null ? [] : [deciding]), ...extentTexts(lang, source, answer.extent)];
}
