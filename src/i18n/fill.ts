/** How a text is filled: placeholders, plurals and numbers, by the rules of its language. */
import { remembered } from '../engine/remembered.ts';
import { books, type Lang } from './languages.ts';

export type TextValues = { readonly [name: string]: string | number };

/** Where a text, and those that it refers to, are looked up. */
export type Find = (key: string) => string | undefined;

/**
 * A text with its placeholders filled in: `{count}` is the value, a number as the language writes it; `{count|step|steps}`
 * the form that goes with the number, in the order of the language's plural categories; `{@row}` the text `row-<value>` or
 * `<value>` where there is one.
 */
export function filled(lang: Lang, find: Find, key: string, values: TextValues): string {
  const text = find(key);
  if (text === undefined) return missing(key);
  return text.replaceAll(
    PLACEHOLDER,
    (match, at: string, name: string, forms: string, offset: number, whole: string) => {
      const given = Object.hasOwn(values, name) ? values[name] : undefined;
      const value =
        given === undefined ? missing(`${key} {${name}}`) : valueOf(lang, find, { at, name, forms, given, values });
      return spaced(whole.slice(0, offset), value, whole.slice(offset + match.length));
    },
  );
}

/** How many plural forms a number can ask for in this language, and so how many a text has to give. */
export function pluralCategories(lang: Lang): readonly string[] {
  return rulesOf(lang).categories;
}

const PLACEHOLDER = /\{(@?)([\w-]+)((?:\|[^|{}]*)*)\}/g;

interface Placeholder {
  readonly at: string;
  readonly name: string;
  readonly forms: string;
  readonly given: string | number;
  readonly values: TextValues;
}

function valueOf(lang: Lang, find: Find, { at, name, forms, given, values }: Placeholder): string {
  if (forms !== '') return formOf(lang, forms.slice(1).split('|'), given) ?? missing(`{${name}${forms}} with ${given}`);
  const known = [`${name}-${given}`, String(given)].find((key) => at === '@' && find(key) !== undefined);
  if (known !== undefined) return filled(lang, find, known, values);
  return typeof given === 'number' && !isSmall(given) ? rulesOf(lang).number.format(given) : String(given);
}

/**
 * Small counts are written alike in all our languages. They are all that is said at the start of a page, where the first
 * question to `Intl` would keep it busy for longer than anything else; so they do without.
 */
function isSmall(value: number): boolean {
  return /^\d{1,3}$/.test(String(value));
}

function formOf(lang: Lang, forms: readonly string[], given: string | number): string | undefined {
  if (typeof given !== 'number') return undefined;
  return forms[(isSmall(given) ? books[lang].formOf?.(given) : undefined) ?? rulesOf(lang).indexOf(given)];
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

const rulesOf = remembered((lang: Lang) => {
  const { locale } = books[lang];
  const plural = new Intl.PluralRules(locale);
  const { pluralCategories: own } = plural.resolvedOptions();
  const categories = CATEGORIES.filter((one) => own.includes(one));
  const indexOf = (count: number): number => categories.findIndex((one) => one === plural.select(count));
  return { number: new Intl.NumberFormat(locale), indexOf, categories };
});

/** Chinese sets a space between Han characters and Latin letters or digits. */
function spaced(before: string, value: string, after: string): string {
  const isApart = (left: string, right: string): boolean =>
    HAN_THEN_LATIN.test(left + right) || LATIN_THEN_HAN.test(left + right);
  const [left, right] = [before.slice(-1), after.slice(0, 1)];
  return `${isApart(left, value.slice(0, 1)) ? ' ' : ''}${value}${isApart(value.slice(-1), right) ? ' ' : ''}`;
}

const HAN_THEN_LATIN = /^\p{Script=Han}[A-Za-z0-9%]$/u;
const LATIN_THEN_HAN = /^[A-Za-z0-9%]\p{Script=Han}$/u;

/** In tests a missing text is an error; a reader sees its key instead of a broken page. */
function missing(key: string): string {
  if (import.meta.env?.MODE === 'test') throw new Error(`Expected a text for ${key}.`);
  return key;
}
