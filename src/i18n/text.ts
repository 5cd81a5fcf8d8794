/**
 * Every sentence of the page, by language and key. A language, and the texts of a protocol, are loaded when they are
 * needed, so that the page carries only what it shows (`load.ts`); tests and commands load both (`both.ts`).
 */
import type { TextRef } from '../protocols/protocol.ts';
import type { PageKey, PageTexts } from './zh/page.ts';

export type Lang = 'zh' | 'en';
export const LANGS: readonly Lang[] = ['zh', 'en'];

export type TextValues = { readonly [name: string]: string | number };

export type ProtocolTexts = { readonly [key: string]: string };

export interface Catalogue {
  readonly page: PageTexts;
  /** Per protocol id. */
  readonly protocols: { readonly [protocol: string]: ProtocolTexts };
}

const catalogues = new Map<Lang, Catalogue>();

export function registerLanguage(lang: Lang, catalogue: Catalogue): void {
  catalogues.set(lang, catalogue);
}

/** Texts of a protocol beside those that are there already. */
export function addProtocolTexts(lang: Lang, protocol: string, texts: ProtocolTexts): void {
  const { page, protocols } = catalogueOf(lang);
  catalogues.set(lang, { page, protocols: { ...protocols, [protocol]: { ...protocols[protocol], ...texts } } });
}

/** Whether the texts of the page, or those of a protocol, are there. */
export function isLoaded(lang: Lang, protocol?: string): boolean {
  const catalogue = catalogues.get(lang);
  return catalogue !== undefined && (protocol === undefined || Object.hasOwn(catalogue.protocols, protocol));
}

/** A text of the page with its `{placeholders}` filled in. `{@name}` looks the value up as a page key first. */
export function pageText(lang: Lang, key: PageKey, values: TextValues = {}): string {
  const texts: { readonly [key: string]: string } = catalogueOf(lang).page;
  return fillText(texts, key, values);
}

/** A text of a protocol. `{@name}` looks the value up as a key of the same protocol first. */
export function protocolText(lang: Lang, protocol: string, ref: TextRef | string): string {
  const texts = catalogueOf(lang).protocols[protocol] ?? {};
  return typeof ref === 'string' ? fillText(texts, ref, {}) : fillText(texts, ref.key, ref.values ?? {});
}

export function hasProtocolText(lang: Lang, protocol: string, key: string): boolean {
  return Object.hasOwn(catalogueOf(lang).protocols[protocol] ?? {}, key);
}

function catalogueOf(lang: Lang): Catalogue {
  const catalogue = catalogues.get(lang);
  if (catalogue === undefined)
    throw new Error(`Expected language ${lang} to be loaded: call loadTexts, or loadBothLanguages in a test.`);
  return catalogue;
}

/** A text with its `{placeholders}` filled in; `{@name}` looks for a key `<name>-<value>` or `<value>` first. */
export function fillText(texts: { readonly [key: string]: string }, key: string, values: TextValues): string {
  if (!Object.hasOwn(texts, key)) return missing(key);
  return (texts[key] ?? key).replaceAll(
    PLACEHOLDER,
    (match, at: string, name: string, offset: number, text: string) => {
      const given = Object.hasOwn(values, name) ? String(values[name]) : missing(`${key} {${name}}`);
      const named = [`${name}-${given}`, given].find((known) => at === '@' && Object.hasOwn(texts, known));
      const value = named === undefined ? given : fillText(texts, named, values);
      return spaced(text.slice(0, offset), value, text.slice(offset + match.length));
    },
  );
}

const PLACEHOLDER = /\{(@?)([\w-]+)\}/g;

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
