/** Texts that depend on what is told: which of a text's variants fits, and the values that fill it. */
import type { Data } from '../engine/data.ts';
import type { TextRef } from '../protocols/protocol.ts';
import { hasProtocolText } from './text.ts';
import type { Lang } from './languages.ts';
import type { TextValues } from './fill.ts';

export interface Speech {
  readonly lang: Lang;
  readonly protocol: string;
}

/** The fields of a message or a note that a sentence can mention; flags as `true` and `false`. */
export function inSentence(fields: { readonly [name: string]: Data | undefined }): TextValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, string | number])[] => {
      if (typeof value === 'boolean') return [[name, String(value)]];
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
}

/** The text for these values: `<key>-<field>-<value>` where the catalogue has it, and so on, else `<key>`. */
export function variantOf({ lang, protocol }: Speech, key: string, values: TextValues): TextRef {
  const special = Object.entries(values)
    .map(([field, value]) => `${key}-${field}-${value}`)
    .find((variant) => hasProtocolText(lang, protocol, variant));
  return special === undefined ? { key, values } : variantOf({ lang, protocol }, special, values);
}

/** A sentence begins with a capital letter, unless its first word is an identifier such as `checkLocalTransaction`. */
export function sentence(text: string): string {
  return /^[a-z]+[^\w]/.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}

/** A sentence behind a colon. */
export function lowered(text: string): string {
  return /^[A-Z][a-z]* /.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}
