/** Several words or sentences as one text. */
import { books, type Lang } from './languages.ts';
import { lowered } from './variants.ts';

export function listText(lang: Lang, words: readonly string[]): string {
  return words.join(books[lang].punctuation.comma);
}

/** For parts that have commas of their own. */
export function clausesText(lang: Lang, clauses: readonly string[]): string {
  return clauses.join(books[lang].punctuation.semicolon);
}

/** Sentences as the parts of one. */
export function oneSentence(lang: Lang, sentences: readonly string[]): string {
  const parts = sentences.map((text) => text.replace(/[.。]$/u, ''));
  const clauses = parts.map((part, index) => (index === 0 ? part : lowered(part)));
  return `${clausesText(lang, clauses)}${books[lang].punctuation.stop}`;
}
