import { describe, expect, it } from 'vitest';
import { filled, pluralCategories } from './fill.ts';
import { books, FALLBACK_LANG, LANGS, langAmong, ownName, type Lang } from './languages.ts';
import { loadAllTexts, shelfNames, textsOf } from './shelves.ts';

type Texts = { readonly [key: string]: string };

await loadAllTexts();
const SHELVES = await shelfNames(FALLBACK_LANG);
const textsOn = (lang: Lang, shelf: string): Texts => textsOf(lang, shelf) ?? {};

describe.each(SHELVES)('the texts of %s', (shelf) => {
  it.each(LANGS)('[I1] have the same keys and placeholders in every language (%s)', (lang) => {
    expect(Object.keys(textsOn(lang, shelf)).length).toBeGreaterThan(3);
    expect(shapeOf(textsOn(lang, shelf))).toEqual(shapeOf(textsOn(FALLBACK_LANG, shelf)));
  });

  it('[I1] are never empty, with no Chinese in another language and no half-width comma in a Chinese sentence', () => {
    const all = LANGS.flatMap((lang) => Object.entries(textsOn(lang, shelf)).map(([key, text]) => [lang, key, text]));
    // Between two sentences Chinese has nothing.
    const empty = all.filter(([lang, key, text]) => text === '' && !(lang === 'zh' && key === 'answer-between'));
    const mixed = all.filter(([lang, , text]) => lang !== 'zh' && /\p{Script=Han}|[，。：；（）]/u.test(text ?? ''));
    const narrow = all.filter(([lang, , text]) => lang === 'zh' && /\p{Script=Han}[,;:!?]/u.test(text ?? ''));
    expect({ empty, mixed, narrow }).toEqual({ empty: [], mixed: [], narrow: [] });
  });

  it.each(LANGS)('[I9] give as many plural forms as the language has (%s)', (lang) => {
    const wrong = Object.entries(textsOn(lang, shelf)).filter(([, text]) =>
      [...text.matchAll(/\{[\w-]+\|([^{}]*)\}/g)].some(
        ([, forms = '']) => forms.split('|').length !== pluralCategories(lang).length,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('texts that count', () => {
  const english = SHELVES.flatMap((shelf) => Object.entries(textsOn('en', shelf)));
  const PLURAL = /\{([\w-]+)\|([^{}|]*)\|([^{}|]*)\}/g;
  const plurals = english.flatMap(([, text]) => [...text.matchAll(PLURAL)]);
  /** What is a number somewhere is one everywhere. */
  const numbers = new Set(plurals.map(([, name]) => name));
  const words = new Set(plurals.map(([, , one = '']) => one).filter((one) => !/^(?:is|was)$/.test(one)));
  const counted = english.filter(([, text]) => [...text.matchAll(/\{([\w-]+)/g)].some(([, name]) => numbers.has(name)));

  it.each([0, 1, 2, 1_234])('[I9] have the form that goes with %s', (count) => {
    expect(counted.length).toBeGreaterThan(60);
    const wrong = counted.flatMap(([key, text]) => {
      const values = [...text.matchAll(/\{@?([\w-]+)/g)].map(([, name = '']) => [
        name,
        numbers.has(name) ? count : 'X',
      ]);
      const told = filled('en', (asked) => (asked === key ? text : undefined), key, Object.fromEntries(values));
      return isRight(told, count) ? [] : [`${key}: ${told}`];
    });
    expect(wrong).toEqual([]);
  });

  /** Each word that is counted stands behind its number in the singular behind 1 alone. */
  function isRight(told: string, count: number): boolean {
    if (/[{}|]/.test(told) || (count === 1_234 && !told.includes('1,234'))) return false;
    const behind = [
      ...told.matchAll(/(?<![\w,])(?:0|1|2|1,234) (?:earlier |older |producer )?([a-z]+(?: is| are| was| were)?)\b/g),
    ];
    const forms = plurals.filter(([, , one = '', other = '']) =>
      behind.some(([, word]) => word === one || word === other),
    );
    return forms.every(([, , one, other]) => behind.every(([, word]) => word !== (count === 1 ? other : one)));
  }

  it('[I9] would not be let through', () => {
    expect(words.has('step')).toBe(true);
    expect(isRight('Return to the 1 steps', 1)).toBe(false);
    expect(isRight('Return to the 2 step', 2)).toBe(false);
    expect(isRight('Return to the 1 step', 1)).toBe(true);
  });
});

describe('languages', () => {
  it('[I1] are told apart by what they call themselves', () => {
    expect(LANGS.length).toBeGreaterThan(1);
    expect(new Set(LANGS.map(ownName)).size).toBe(LANGS.length);
    for (const lang of LANGS) expect(new Intl.NumberFormat(books[lang].locale).resolvedOptions().locale).toMatch(lang);
  });

  it('[I1] are chosen by what a browser lists: one of ours that it names, else the fallback', () => {
    expect(langAmong(['zh-CN', 'en'])).toBe('zh');
    expect(langAmong(['en-US', 'ZH-tw'])).toBe('zh');
    expect(langAmong(['de', 'en'])).toBe('en');
    expect(langAmong([])).toBe(FALLBACK_LANG);
  });
});

/** Each key with the values that its text mentions; how often, and in which forms, is up to the language. */
function shapeOf(texts: Texts): readonly string[] {
  const namesIn = (text: string): Set<string> =>
    new Set([...text.matchAll(/\{@?([\w-]+)/g)].map(([, name = '']) => name));
  return Object.entries(texts)
    .map(([key, text]) => `${key} ${[...namesIn(text)].toSorted().join(' ')}`)
    .toSorted();
}
