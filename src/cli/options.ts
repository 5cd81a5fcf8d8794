import { parseArgs } from 'node:util';
import { FALLBACK_LANG } from '../i18n/languages.ts';
import { cliText } from './cliText.ts';

/** An option of a command: a switch, one that expects one of some values, or one that takes any text. */
export type OptionSpec =
  | { readonly name: string; readonly kind: 'switch' }
  | { readonly name: string; readonly kind: 'text' }
  | { readonly name: string; readonly kind: 'value'; readonly values: readonly [string, ...string[]] };

export type Options =
  | {
      readonly ok: true;
      readonly given: ReadonlyMap<string, string | true>;
      readonly positionals: readonly string[];
    }
  | { readonly ok: false; readonly complaint: string };

/** Reads the arguments of a command; anything unexpected is a complaint in one sentence. */
export function readOptions(command: string, specs: readonly OptionSpec[], args: readonly string[]): Options {
  const options = Object.fromEntries(
    specs.map(({ name, kind }) => [name, { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const given = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = specs.find(({ name }) => name === token.name);
    const complaint =
      spec === undefined ? unknownOption(command, token.rawName, specs) : wrongValue(spec, token.rawName, token.value);
    if (complaint !== null) return { ok: false, complaint };
    if (given.has(token.name))
      return { ok: false, complaint: cliText(FALLBACK_LANG, 'cli-option-twice', { option: token.rawName }) };
    given.set(token.name, token.value ?? true);
  }
  return { ok: true, given, positionals };
}

function unknownOption(command: string, option: string, specs: readonly OptionSpec[]): string {
  return cliText(FALLBACK_LANG, 'cli-unknown-option', {
    command,
    option,
    known: specs.map(({ name }) => `--${name}`).join(', '),
  });
}

function wrongValue(spec: OptionSpec, option: string, value: string | undefined): string | null {
  switch (spec.kind) {
    case 'switch':
      return value === undefined ? null : cliText(FALLBACK_LANG, 'cli-option-no-value', { option, value });
    case 'text':
      return value !== undefined ? null : cliText(FALLBACK_LANG, 'cli-option-no-text', { option });
    case 'value': {
      if (value !== undefined && spec.values.includes(value)) return null;
      const expected = cliText(FALLBACK_LANG, 'cli-expected-one-of', { values: spec.values.join(', ') });
      return cliText(FALLBACK_LANG, 'cli-option-value', { option, expected, value: value ?? '' });
    }
  }
}
