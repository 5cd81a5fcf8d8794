/** The glossary, held: the words and customs of both languages, in every text of every catalogue. */
import { describe, expect, it } from 'vitest';
import { AVOIDED, NAMES } from './glossary.testing.ts';
import { LANGS, type Lang } from './languages.ts';

interface Text {
  readonly lang: Lang;
  readonly file: string;
  readonly key: string;
  readonly text: string;
}

const modules: Readonly<Record<string, unknown>> = import.meta.glob(['./*/*.ts', '!./*/book.ts'], { eager: true });
const everything = Object.entries(modules)
  .map(([path, exported]) => ({ path, found: textsIn(exported) }))
  .toSorted((left, right) => left.found.length - right.found.length)
  .flatMap(({ path, found }) => {
    const lang = LANGS.find((one) => path.startsWith(`./${one}/`));
    return lang === undefined ? [] : found.map((text) => ({ ...text, lang, file: path.slice(2) }));
  });
/** A module that is put together of others says the same again: a text belongs to the smaller one. */
const texts = once(everything);
const chinese = texts.filter(({ lang }) => lang === 'zh');
const english = texts.filter(({ lang }) => lang === 'en');

describe('the words of the catalogues', () => {
  it('[I7] are those of the glossary', () => {
    expect(chinese.length).toBeGreaterThan(1_500);
    expect(english.length).toBeGreaterThan(1_500);
    expect(texts.flatMap(wordsToAvoid)).toEqual([]);
  });

  it('[I7] have exceptions only where they are needed', () => {
    const idle = LANGS.flatMap((lang) =>
      (AVOIDED[lang] ?? []).flatMap(({ word, except = [] }) =>
        except.filter((key) => !texts.some((one) => one.lang === lang && one.key === key && word.test(one.text))),
      ),
    );
    expect(idle).toEqual([]);
  });

  it('[I7] would not be let through', () => {
    const told = (lang: Lang, text: string) => [
      ...wordsToAvoid({ lang, file: 'a.ts', key: 'k', text }),
      ...marks(lang, text),
    ];
    expect(told('zh', '舞台上的消息')).toEqual(['a.ts k: “舞台” in “舞台上的消息”; write 演示，示意图']);
    expect(told('en', 'The broker dies.')[0]).toMatch(/“dies” .*; write crashes/);
    const wrong: readonly (readonly [Lang, readonly string[]])[] = [
      ['zh', ['好,的', '共{count} 步', '共 {count}步', 'op消息', '消息 ，', '等…', '等...', '“半”消息 “']],
      ['en', ['A，b', 'a  b', 'wait...', 'the “op']],
    ];
    expect(wrong.flatMap(([lang, all]) => all.filter((text) => marks(lang, text).length === 0))).toEqual([]);
  });

  it('[I7] spell UNKNOW as RocketMQ 4 does, in the code too: UNKNOWN is TransactionResolution of the 5.x client', () => {
    const sources: Readonly<Record<string, string>> = import.meta.glob(
      ['../**/*.{ts,tsx,md}', '!./glossary*', '!../**/fixtures/**'],
      { eager: true, query: '?raw', import: 'default' },
    );
    const wrong = Object.entries(sources).filter(
      ([, source]) => /\bUNKNOWN\b/.test(source) && !source.includes('TransactionResolution'),
    );
    expect(Object.keys(sources).length).toBeGreaterThan(300);
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

describe('the placeholders of the catalogues', () => {
  it('[I7] are the same in every language', () => {
    const [first, ...others] = LANGS.map((lang) => ({ lang, filled: placeholdersOf(lang) }));
    const wrong = others.flatMap(({ lang, filled }) =>
      [...new Set([...filled.keys(), ...(first?.filled.keys() ?? [])])]
        .map((id) => [id, first?.filled.get(id) ?? 'no text', filled.get(id) ?? 'no text'] as const)
        .filter(([, one, other]) => one !== other)
        .map(([id, one, other]) => `${id}: ${first?.lang} ${one}, ${lang} ${other}`),
    );
    expect(first?.filled.size).toBeGreaterThan(1_500);
    expect(wrong).toEqual([]);
  });
});

describe('the punctuation of the catalogues', () => {
  it.each(LANGS)('[I7] is that of the language (%s)', (lang) => {
    const wrong = texts
      .filter((one) => one.lang === lang && !isUsage(one))
      .flatMap(({ file, key, text }) => marks(lang, text).map((fault) => `${file} ${key}: ${fault} in “${text}”`));
    expect(wrong).toEqual([]);
  });

  it('[I7] ends no title with a full stop, and no Chinese title is longer than 14 letters', () => {
    const titles = texts.filter(({ key }) => key.endsWith('-title') && key !== 'page-title');
    const long = titles.filter(({ lang, text }) => lang === 'zh' && widthOf(text) > 14);
    const stages = titles.filter(({ lang, key }) => lang === 'en' && key.startsWith('stage-'));
    const wordy = stages.filter(({ text }) => text.split(' ').length > 5);
    const stopped = titles.filter(({ text }) => /[.。]$/.test(text));
    const named = [...long, ...wordy, ...stopped].map(({ file, key, text }) => `${file} ${key}: ${text}`);
    expect(stages.length).toBeGreaterThan(30);
    expect(named).toEqual([]);
  });
});

function wordsToAvoid({ lang, file, key, text }: Text): readonly string[] {
  return (AVOIDED[lang] ?? []).flatMap(({ word, instead, except = [] }) => {
    const found = except.includes(key) ? null : word.exec(text);
    return found === null ? [] : [`${file} ${key}: “${found[0]}” in “${text}”; write ${instead}`];
  });
}

/** What is wrong with the marks and spaces of a text. */
function marks(lang: Lang, text: string): readonly string[] {
  const rules: readonly (readonly [RegExp, string])[] = lang === 'zh' ? CHINESE_MARKS : ENGLISH_MARKS;
  const named = lang === 'zh' ? NAMES.reduce((rest, name) => rest.replaceAll(`{${name}}`, '某'), text) : text;
  const odd = [...text].filter((sign) => sign === '“').length !== [...text].filter((sign) => sign === '”').length;
  const found = rules.flatMap(([wrong, fault]) => (wrong.test(named) ? [fault] : []));
  return odd ? [...found, 'quotation marks that do not match'] : found;
}

const CHINESE_MARKS = [
  [/\p{Script=Han}\s?[,;:!?()]|[,;:!?()]\s?\p{Script=Han}/u, 'a half-width mark beside Chinese'],
  [/\p{Script=Han}[A-Za-z0-9{%]|[A-Za-z0-9}%]\p{Script=Han}/u, 'no space between Chinese and a number, name or {…}'],
  [/\s[，。：；？！、）”]|[，。：；？！、（“]\s/u, 'a space beside a full-width mark'],
  [/(?<!…)…(?!…)|\.\.\./u, 'an ellipsis that is not ……'],
] as const;

const ENGLISH_MARKS = [
  [/\p{Script=Han}|[，。：；？！、（）]/u, 'a Chinese letter or mark'],
  [/\S {2}|\s[.,;:!?]/u, 'a space too many'],
  [/\.\.\.|……/u, 'an ellipsis that is not …'],
] as const;

/** How a command is called, or a quoted line of a log: not prose. */
function isUsage({ key }: Text): boolean {
  return key.endsWith('-usage') || ['problem-neither-log-nor-json', 'story-title'].includes(key);
}

/** Every text in what a module exports, under the key that it has there. */
function textsIn(value: unknown): readonly { readonly key: string; readonly text: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [{ key, text: inner }] : textsIn(inner),
  );
}

/** The placeholders of every key, by file and key. */
function placeholdersOf(lang: Lang): ReadonlyMap<string, string> {
  const filled = new Map<string, string>();
  for (const one of everything) {
    const id = `${one.file.slice(3)} ${one.key}`;
    if (one.lang === lang) filled.set(id, placeholders(`${filled.get(id) ?? ''} ${one.text}`));
  }
  return filled;
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{@?[\w-]+\}/g))].toSorted().join(' ');
}

/** In Chinese letters; a Latin one is half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : 0.5), 0);
}

function once(found: readonly Text[]): readonly Text[] {
  const seen = new Set<string>();
  return found.filter(({ lang, key, text }) => {
    const id = `${lang} ${key} ${text}`;
    return !seen.has(id) && seen.add(id);
  });
}
