/** Several words or sentences as one text. */
import type { Lang } from './text.ts';
import { lowered } from './variants.ts';

const PUNCTUATION: {
  readonly [lang in Lang]: { readonly comma: string; readonly semicolon: string; readonly stop: string };
} = {
  zh: { comma: '、', semicolon: '；', stop: '。' },
  en: { comma: ', ', semicolon: '; ', stop: '.' },
};

export function listText(lang: Lang, words: readonly string[]): string {
  return words.join(PUNCTUATION[lang].comma);
}

/** For parts that have commas of their own. */
export function clausesText(lang: Lang, clauses: readonly string[]): string {
  return clauses.join(PUNCTUATION[lang].semicolon);
}

/** Sentences as the parts of one. */
export function oneSentence(lang: Lang, sentences: readonly string[]): string {
  const parts = sentences.map((text) => text.replace(/[.。]$/u, ''));
  const clauses = parts.map((part, index) => (index === 0 ? part : lowered(part)));
  return `${clausesText(lang, clauses)}${PUNCTUATION[lang].stop}`;
}
