/**
 * The address of a comparison: `v2/compare?a=<side>&b=<side>&fault=<fault>&at=<moment>`, where a side is a protocol and the
 * settings that are not at their defaults, `half-message.dedup~none`. A side with steps of its own says them in `ado=` or
 * `bdo=`, in the words of a run's link; the fault is then not for this side. Without `at`, the start is shown.
 */
import type { Protocol } from '../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../protocols/shared/faults.ts';
import { momentsOf, sideRun, type Comparison, type Side, type SideId, type Sides } from './comparison.ts';
import {
  formatAddress,
  formatSettings,
  formatWords,
  parseAddress,
  parseSettings,
  parseWords,
  valuesOf,
} from './grammar.ts';
import { readPosition, readSettings, wordsOf, writtenSettings } from './link.ts';
import { LINK_MAX, quote, STEPS_MAX, type LinkProblem } from './problem.ts';
import { replayWords } from './run.ts';
import { NEWEST_VERSION } from './versions.ts';

/** What an address opens: always two runs that replay, and what was wrong with it, if anything. */
export interface OpenedComparison {
  readonly comparison: Comparison;
  readonly problem: ComparisonProblem | null;
}

/** `side` is null for what is about the whole address. */
export interface ComparisonProblem {
  readonly side: SideId | null;
  readonly problem: LinkProblem;
}

const PAGE = 'compare';
const KEYS = ['a', 'ado', 'b', 'bdo', 'fault', 'at'] as const;
/** What an address without a fault is about: the first catastrophe that anybody thinks of. */
const FIRST_FAULT: FaultId = 'order-dies-after-commit';

type Values = ReadonlyMap<(typeof KEYS)[number], string>;
type Protocols = readonly [Protocol, ...Protocol[]];

/**
 * Opens an address: whole, from `#` on, or from `v2/` on. What it does not say is the first two protocols, the fault
 * `order-dies-after-commit`, and the start.
 */
export function readComparison(protocols: Protocols, text: string): OpenedComparison {
  const address = parseAddress(text);
  const values: Values = address === null ? new Map() : valuesOf(address.pairs, KEYS);
  const a = readSide(protocols, 'a', values);
  const b = readSide(protocols, 'b', values);
  const { fault, problem: faultProblem } = readFault(values.get('fault'));
  const sides = { a: a.side, b: b.side, fault };
  const { at, problem: atProblem } = readPosition(values.get('at') ?? '0', lastMomentOf(sides));
  const about = (side: SideId | null, problem: LinkProblem | null): ComparisonProblem | null =>
    problem === null ? null : { side, problem };
  return {
    comparison: { ...sides, at },
    problem:
      about(null, wholeProblem(address)) ??
      about('a', a.problem) ??
      about('b', b.problem) ??
      about(null, faultProblem) ??
      about(null, atProblem),
  };
}

function wholeProblem(address: ReturnType<typeof parseAddress>): LinkProblem | null {
  if (address === null || address.name !== PAGE) return { kind: 'not-a-link' };
  const { version, cutFrom } = address;
  if (version > NEWEST_VERSION) return { kind: 'newer-version', version, newest: NEWEST_VERSION };
  return cutFrom === null ? null : { kind: 'too-long', length: cutFrom, max: LINK_MAX };
}

function readSide(protocols: Protocols, id: SideId, values: Values) {
  const standard = protocols[id === 'a' ? 0 : 1] ?? protocols[0];
  const [name = '', ...settingItems] = (values.get(id) ?? standard.id).split('.');
  const named = protocols.find((known) => known.id === name);
  const protocol = named ?? standard;
  const unknown: LinkProblem | null =
    named === undefined
      ? { kind: 'unknown-protocol', protocol: quote(name), known: protocols.map((known) => known.id) }
      : null;
  // What was meant for a protocol that does not exist says nothing about another one.
  const given = unknown === null ? parseSettings(settingItems.join('.')) : [];
  const words = unknown === null ? parseWords(values.get(`${id}do`) ?? '') : [];
  const { settings, problem: settingProblem } = readSettings(protocol, given);
  const run = replayWords(protocol, settings, words);
  const side: Side = { protocol, settings, steps: run.steps.length === 0 ? null : run.steps };
  return { side, problem: unknown ?? run.problem ?? settingProblem };
}

function readFault(text: string = FIRST_FAULT): { readonly fault: FaultId; readonly problem: LinkProblem | null } {
  const fault = FAULT_IDS.find((known) => known === text);
  if (fault !== undefined) return { fault, problem: null };
  return { fault: 'none', problem: { kind: 'unknown-fault', fault: quote(text), known: FAULT_IDS } };
}

/** The position at which both runs have come to their end. */
export function lastMomentOf({ a, b, fault }: Sides): number {
  return momentsOf(sideRun(a, fault).timeline, sideRun(b, fault).timeline).length - 1;
}

/** The canonical address, from `v2/` on. Runs that would not fit into one are cut at their ends, the longer one first. */
export function writeComparison({ a, b, fault, at }: Comparison): string {
  const words = { a: ownWords(a, fault), b: ownWords(b, fault) };
  for (;;) {
    const address = formatAddress(NEWEST_VERSION, PAGE, [
      ['a', sideText(a)],
      ['ado', formatWords(words.a)],
      ['b', sideText(b)],
      ['bdo', formatWords(words.b)],
      ['fault', words.a.length > 0 && words.b.length > 0 ? null : fault],
      ['at', at === 0 ? null : String(at)],
    ]);
    if (address.length <= LINK_MAX || words.a.length + words.b.length === 0) return address;
    if (words.a.length >= words.b.length) words.a = words.a.slice(0, -1);
    else words.b = words.b.slice(0, -1);
  }
}

function sideText({ protocol, settings }: Side): string {
  const written = formatSettings(writtenSettings(protocol, settings));
  return written === '' ? protocol.id : `${protocol.id}.${written}`;
}

function ownWords(side: Side, fault: FaultId): readonly string[] {
  return side.steps === null ? [] : wordsOf(side.protocol, sideRun(side, fault).timeline).slice(0, STEPS_MAX);
}
