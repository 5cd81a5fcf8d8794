/**
 * Steps as words. A word names a step by its content; where several possible steps share a word, qualifiers taken from
 * the step's own tokens tell them apart: `end~o2`.
 */
import { remembered } from '../engine/remembered.ts';
import { checksum, keyOf, type Data } from '../engine/data.ts';
import type { Refusal } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Message } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Words } from '../protocols/protocol.ts';
import { isQualifier, type Item } from './grammar.ts';

/** The shortest word that names a step among all that are possible in this world. */
export function wordOf(engine: Engine, words: Words, world: World, step: Step): string {
  return wordAmong(words, engine.enabled(world), step);
}

/** The words of everything that is possible in this world; what a run is made of first, then what disturbs it. */
export function possibleWords(engine: Engine, words: Words, world: World): readonly string[] {
  const possible = engine.enabled(world);
  const named = possible.map((step) => ({ step, word: wordAmong(words, possible, step) }));
  const disturbing = named.filter(({ step }) => disturbs(step));
  return [...named.filter(({ step }) => !disturbs(step)), ...disturbing].map(({ word }) => word);
}

function disturbs({ kind }: Step): boolean {
  return kind === 'drop' || kind === 'duplicate' || kind === 'crash';
}

export type Named =
  | { readonly kind: 'one'; readonly step: Step }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly steps: readonly Step[] };

/** The possible step that a word names. */
export function stepNamed(engine: Engine, words: Words, world: World, item: Item): Named {
  const { head, qualifiers } = headAndQualifiers(item);
  const steps = engine.enabled(world).filter((step) => headOf(words, step) === head && isQualified(step, qualifiers));
  const [first, ...others] = steps;
  if (first === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', step: first } : { kind: 'several', steps };
}

/** What the engine says about a word that names no possible step, if the word alone tells which step was meant. */
export function refusalOf(engine: Engine, words: Words, world: World, item: Item): Refusal | null {
  const [process = '', kind] = item.args;
  if (item.name === 'restart') return engine.whyNot(world, { kind: 'restart', process });
  if (item.name === 'crash') {
    return engine.whyNot(world, { kind: 'crash', process, crash: kind === 'machine' ? 'machine' : 'process' });
  }
  const meant = engine.model
    .choices(world)
    .map(({ role, message }): Step => ({ kind: 'choose', role, message }))
    .filter((step) => headOf(words, step) === item.name && isQualified(step, item.args));
  const [only, ...others] = meant;
  return only === undefined || others.length > 0 ? null : engine.whyNot(world, only);
}

/** The first part of a step's word, before any qualifier. */
export function headOf(words: Words, step: Step): string {
  switch (step.kind) {
    case 'deliver':
      return messageWord(words, step.message);
    case 'drop':
      return `drop~${messageWord(words, step.message)}`;
    case 'duplicate':
      return `dup~${messageWord(words, step.message)}`;
    case 'fire':
      return (Object.hasOwn(words.delays, step.delay) ? words.delays[step.delay] : undefined) ?? slug(step.delay);
    case 'choose':
      return words.choice(step.message) ?? slug(step.message.type);
    case 'crash':
      return step.crash === 'machine' ? `crash~${step.process}~machine` : `crash~${step.process}`;
    case 'restart':
      return `restart~${step.process}`;
  }
}

/** Words that name kinds of steps and therefore no message, delay or choice. */
export const VERBS = ['drop', 'dup', 'crash', 'restart'] as const;

function messageWord(words: Words, message: Message): string {
  return (Object.hasOwn(words.messages, message.type) ? words.messages[message.type] : undefined) ?? slug(message.type);
}

function headAndQualifiers({ name, args }: Item): { head: string; qualifiers: readonly string[] } {
  const [first, second, ...rest] = args;
  if (first === undefined) return { head: name, qualifiers: [] };
  if (name === 'crash' && second === 'machine') return { head: `${name}~${first}~${second}`, qualifiers: rest };
  if (name === 'crash' && second === 'process') return { head: `${name}~${first}`, qualifiers: rest };
  const others = second === undefined ? [] : [second, ...rest];
  if (VERBS.some((verb) => verb === name)) return { head: `${name}~${first}`, qualifiers: others };
  return { head: name, qualifiers: args };
}

function wordAmong(words: Words, possible: readonly Step[], step: Step): string {
  const head = headOf(words, step);
  const key = keyOf(step);
  const rivals = possible.filter((other) => headOf(words, other) === head && keyOf(other) !== key);
  if (rivals.length === 0) return head;
  return [head, ...fewestQualifiers(tokensOf(step), rivals.map(tokensOf))].join('~');
}

/** The first of the shortest lists of tokens that no rival has completely. */
function fewestQualifiers(tokens: readonly string[], rivals: readonly (readonly string[])[]): readonly string[] {
  for (let length = 0; length < QUALIFIERS_MAX; length += 1) {
    const found = combinations(tokens, length).find((chosen) => !rivals.some((rival) => hasAll(rival, chosen)));
    if (found !== undefined) return found;
  }
  return tokens.slice(-1);
}

const QUALIFIERS_MAX = 4;

function combinations(tokens: readonly string[], length: number): readonly (readonly string[])[] {
  if (length === 0) return [[]];
  return tokens.flatMap((token, index) =>
    combinations(tokens.slice(index + 1), length - 1).map((rest) => [token, ...rest]),
  );
}

function isQualified(step: Step, qualifiers: readonly string[]): boolean {
  return qualifiers.length === 0 || hasAll(tokensOf(step), qualifiers);
}

function hasAll(tokens: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((token) => tokens.includes(token));
}

/**
 * What a step can be told by, in fixed order: its roles, the values of its message (what reads best comes first),
 * `<field>-<value>`, and last of all a
 * checksum of its content, which also tells apart what differs only in the places of equal values.
 */
const tokensOf = remembered((step: Step): readonly string[] => {
  const tokens = [...rolesOf(step), ...messageTokens(step), `c${checksum(keyOf(step))}`].filter(isQualifier);
  return [...new Set(tokens)];
});

function rolesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return [slug(step.from), slug(step.to)];
    case 'fire':
    case 'choose':
      return [slug(step.role)];
    case 'crash':
    case 'restart':
      return [slug(step.process)];
  }
}

function messageTokens(step: Step): readonly string[] {
  if (!('message' in step)) return [];
  const { type: _type, ...fields } = step.message;
  const leaves = Object.keys(fields)
    .sort()
    .flatMap((field) => leavesOf(slug(field), fields[field]));
  return [
    ...leaves.filter(({ value }) => typeof value !== 'number').map(tokenOf),
    ...leaves.filter(({ value }) => typeof value === 'number').map(tokenOf),
    ...leaves.map(({ name, value }) => `${name}-${slug(String(value))}`),
  ];
}

function tokenOf({ name, value }: Leaf): string {
  return typeof value === 'boolean' ? flag(name, value) : slug(String(value));
}

function flag(name: string, value: boolean): string {
  return value ? name : `not-${name}`;
}

interface Leaf {
  readonly name: string;
  readonly value: null | boolean | number | string;
}

function leavesOf(name: string, value: Data | undefined): readonly Leaf[] {
  if (value === undefined) return [];
  if (value === null || typeof value !== 'object') return [{ name, value }];
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, field]) => leavesOf(`${name}-${slug(key)}`, field));
}

/** A name as links write it. @example slug('halfTopic') === 'half-topic' */
function slug(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-');
}
