/** Which languages there are, and which of them a reader wants. */
import type { Book } from './book.ts';
import * as table from './books.ts';

export type Lang = keyof typeof table;

export const books: { readonly [lang in Lang]: Book } = table;

function isLang(id: string): id is Lang {
  return Object.hasOwn(books, id);
}

/** What a reader is shown who wants none of ours. Browsers name it unasked, so any other that they name counts for more. */
export const FALLBACK_LANG = 'en' satisfies Lang;

const [first = FALLBACK_LANG, ...others] = Object.keys(books).filter(isLang);
export const LANGS: readonly [Lang, ...Lang[]] = [first, ...others];

/** The language of ours that a browser's list, such as `zh-CN, en`, asks for. */
export function langAmong(wanted: readonly string[]): Lang {
  const ours = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').filter(isLang);
  return ours.find((lang) => lang !== FALLBACK_LANG) ?? FALLBACK_LANG;
}

/** What a language calls itself. */
export function ownName(lang: Lang): string {
  return books[lang].name;
}
