/**
 * The text of a link and its parts, without any knowledge of protocols:
 * `v2/<protocol>?set=<name>~<value>.…&do=<word>.<word>…&at=<k>&h=<4 hex>`. Addresses of pages are taken apart here as well.
 */
import { LINK_MAX } from './problem.ts';

/** One word of `do=`: a name and its arguments, said `times` times. `text` is what the link says. */
export interface Item {
  readonly text: string;
  readonly name: string;
  readonly args: readonly string[];
  readonly times: number;
}

/** What an address names, and what it says about it. */
export interface RawAddress {
  readonly version: number;
  readonly name: string;
  /** `<key>=<value>`, as they were written. */
  readonly pairs: readonly string[];
  /** The length of an address that was longer than permitted and was cut; null for all others. */
  readonly cutFrom: number | null;
}

/** One setting as it was written. */
export interface RawSetting {
  readonly name: string;
  readonly value: string;
}

/** The parts of a link as they were written. */
export interface RawLink {
  readonly version: number;
  readonly protocol: string;
  readonly settings: readonly RawSetting[];
  readonly words: readonly string[];
  readonly at: string | null;
  readonly hash: string | null;
  /** As in an address. */
  readonly cutFrom: number | null;
}

/** What is looked at before percent signs are resolved; a link of the permitted length fits thrice. */
const TEXT_MAX = 4 * LINK_MAX;
/** Chat programs encode what was already encoded. */
const DECODINGS_MAX = 2;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const CLOSING_PUNCTUATION = /[.,;:!?)\]>'"]+$/;
const LINK = /(?:^|#\/?)v(?<version>[1-9]\d{0,5})\/(?<rest>[^#]*)/;
const KEYS = ['set', 'do', 'at', 'h'] as const;

/** Takes an address apart: a whole one, from `#` on, or from `v2/` on. Null when it is none. */
export function parseAddress(input: unknown): RawAddress | null {
  if (typeof input !== 'string') return null;
  const text = decode(input.slice(0, TEXT_MAX)).replaceAll(INVISIBLE, '').trim().toLowerCase();
  const groups = LINK.exec(text)?.groups;
  const rest = groups?.['rest'];
  if (groups === undefined || rest === undefined) return null;
  const length = `v${groups['version']}/${rest}`.length;
  const permitted = length > LINK_MAX ? rest.slice(0, LINK_MAX).replace(/[^.&?]*$/, '') : rest;
  const [name = '', ...pairs] = permitted.replace(CLOSING_PUNCTUATION, '').split(/[?&]/);
  const cutFrom = length > LINK_MAX ? length : null;
  return { version: Number(groups['version']), name: name.replace(/\/$/, ''), pairs, cutFrom };
}

/** Takes a link apart. Null when it is none. */
export function parseLink(input: unknown): RawLink | null {
  const address = parseAddress(input);
  if (address === null) return null;
  const { version, name, pairs, cutFrom } = address;
  const values = valuesOf(pairs, KEYS);
  return {
    version,
    protocol: name,
    settings: parseSettings(values.get('set') ?? ''),
    words: parseWords(values.get('do') ?? ''),
    at: values.get('at') ?? null,
    hash: values.get('h') ?? null,
    cutFrom,
  };
}

/** The canonical text of a link's parts: fixed order, nothing that is absent. */
export function formatLink(raw: Omit<RawLink, 'cutFrom'>): string {
  return formatAddress(raw.version, raw.protocol, [
    ['set', formatSettings(raw.settings)],
    ['do', formatWords(raw.words)],
    ['at', raw.at],
    ['h', raw.hash],
  ]);
}

/** The text of an address. Keys without a value are left out. */
export function formatAddress(
  version: number,
  name: string,
  values: readonly (readonly [key: string, value: string | null])[],
): string {
  const pairs = values.flatMap(([key, value]) => (value === null || value === '' ? [] : [`${key}=${value}`]));
  return `v${version}/${name}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

export function formatSettings(settings: readonly RawSetting[]): string {
  return settings.map(({ name, value }) => `${name}~${value}`).join('.');
}

export function formatWords(words: readonly string[]): string {
  return foldRepeats(words).join('.');
}

export function parseWords(text: string): readonly string[] {
  return text.split('.').filter((word) => word !== '');
}

/** Equal neighbours as one word: `['ack', 'ack', 'end']` becomes `['ack~x2', 'end']`. */
function foldRepeats(words: readonly string[]): readonly string[] {
  const folded: { word: string; times: number }[] = [];
  for (const word of words) {
    const last = folded.at(-1);
    if (last?.word === word) last.times += 1;
    else folded.push({ word, times: 1 });
  }
  return folded.map(({ word, times }) => (times === 1 ? word : `${word}~x${times}`));
}

const NAME = /^[a-z][a-z0-9-]{0,31}$/;
const ARGUMENT = /^[a-z0-9-]{1,31}$/;
const REPEAT = /^x([1-9]\d{0,4})$/;
const ARGUMENTS_MAX = 8;

/** One word taken apart, or null when it breaks the grammar. */
export function parseItem(text: string): Item | null {
  const [name = '', ...args] = text.split('~');
  if (!NAME.test(name) || args.length > ARGUMENTS_MAX || !args.every((arg) => ARGUMENT.test(arg))) return null;
  const repeat = REPEAT.exec(args.at(-1) ?? '');
  if (repeat === null) return { text, name, args, times: 1 };
  return { text: [name, ...args.slice(0, -1)].join('~'), name, args: args.slice(0, -1), times: Number(repeat[1]) };
}

/** Whether a text can stand behind a `~` as an argument, and means no repetition. */
export function isQualifier(text: string): boolean {
  return ARGUMENT.test(text) && !REPEAT.test(text);
}

export function isName(text: string): boolean {
  return NAME.test(text);
}

/** The first value of every known key. What apps append (`&appinstall=0`) is not looked at. */
export function valuesOf<Key extends string>(pairs: readonly string[], keys: readonly Key[]): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  for (const pair of pairs) {
    const sign = pair.indexOf('=');
    const key = keys.find((known) => known === pair.slice(0, Math.max(sign, 0)));
    if (key !== undefined && !values.has(key)) values.set(key, pair.slice(sign + 1));
  }
  return values;
}

/** A dot separates settings, but an item without `~` belongs to the value before it: `version~4.9`. */
export function parseSettings(text: string): readonly RawSetting[] {
  const settings: { name: string; value: string }[] = [];
  for (const item of text.split('.').filter((part) => part !== '')) {
    const [name = '', ...value] = item.split('~');
    const last = settings.at(-1);
    if (value.length === 0 && last !== undefined) last.value = `${last.value}.${name}`;
    else settings.push({ name, value: value.join('~') });
  }
  return settings;
}

function decode(text: string): string {
  let decoded = text;
  for (let count = 0; count < DECODINGS_MAX && decoded.includes('%'); count += 1) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return decoded;
    }
  }
  return decoded;
}
