/**
 * The address of a load: `load?preset=<id>` or, where it is none of them, what differs from the steady one:
 * `load?p=<protocol>.<protocol>&curve=<s>~<per s>_…&set=<name>~<value>.…&fault=<kind>~<from>~<to>_…&at=<s>`.
 */
import { remembered } from '../engine/remembered.ts';
import { formatAddress, formatSettings, parseAddress, parseSettings, valuesOf } from '../scenario/grammar.ts';
import { LINK_MAX, quote } from '../scenario/problem.ts';
import { NEWEST_VERSION } from '../scenario/versions.ts';
import { presetOf, PRESET_IDS, type PresetId } from './presets.ts';
import {
  CHOICES,
  COMPARED_IDS,
  FAULT_KINDS,
  namesOf,
  NUMBERS,
  ordersOf,
  secondsOf,
  type Choices,
  type ComparedId,
  type CurvePoint,
  type LabFault,
  type LoadScenario,
  type Numbers,
} from './settings.ts';

/** What an address opens: always a load that runs, and what was wrong with it. */
export interface OpenedLoad {
  readonly scenario: LoadScenario;
  /** The preset that it is, to the last setting. */
  readonly preset: PresetId | null;
  /** Seconds of the load's own clock. */
  readonly atS: number;
  readonly problem: LoadProblem | null;
}

export type LoadProblem =
  | { readonly kind: 'not-a-load' }
  | { readonly kind: 'newer-version'; readonly version: number; readonly newest: number }
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'unknown-preset'; readonly came: string; readonly known: string }
  | { readonly kind: 'unknown-protocol'; readonly came: string; readonly known: string }
  | { readonly kind: 'same-twice'; readonly came: string }
  | { readonly kind: 'nothing-compared'; readonly used: string }
  | { readonly kind: 'too-many-compared'; readonly came: number; readonly max: number }
  | { readonly kind: 'bad-curve'; readonly came: string }
  | { readonly kind: 'nothing-comes' }
  | { readonly kind: 'too-many-orders'; readonly came: number; readonly max: number }
  | { readonly kind: 'unknown-setting'; readonly came: string; readonly known: string }
  | {
      readonly kind: 'bad-number';
      readonly name: string;
      readonly came: string;
      readonly min: number;
      readonly max: number;
      readonly used: number;
    }
  | {
      readonly kind: 'bad-choice';
      readonly name: string;
      readonly came: string;
      readonly known: string;
      readonly used: string;
    }
  | { readonly kind: 'bad-fault'; readonly came: string; readonly known: string };

export const COMPARED_MAX = 4;
/** Of all orders that one load may have; beyond a million it is a fluid. */
const ORDERS_MAX = 1_000_000_000;
const SECONDS_MAX = 86_400;
const POINTS_MAX = 40;
const FAULTS_MAX = 12;
const PAGE = 'load';
const KEYS = ['preset', 'p', 'curve', 'set', 'fault', 'at'] as const;
const DECIMAL = /^\d{1,9}(?:\.\d{1,6})?$/;

type Values = ReadonlyMap<(typeof KEYS)[number], string>;
type Found = (problem: LoadProblem) => void;

/** Opens an address: whole, from `#` on, or from the version on. */
export function readLoad(text: string): OpenedLoad {
  let first: LoadProblem | null = null;
  const found: Found = (problem) => void (first ??= problem);
  const address = parseAddress(text);
  if (address === null || address.name !== PAGE) found({ kind: 'not-a-load' });
  else if (address.version > NEWEST_VERSION)
    found({ kind: 'newer-version', version: address.version, newest: NEWEST_VERSION });
  else if (address.cutFrom !== null) found({ kind: 'too-long', length: address.cutFrom, max: LINK_MAX });
  const values: Values = address === null || address.name !== PAGE ? new Map() : valuesOf(address.pairs, KEYS);
  const base = presetOf(readPreset(values.get('preset'), found));
  const { numbers, choices } = readSettings(values.get('set') ?? '', base, found);
  const scenario: LoadScenario = {
    compared: readCompared(values.get('p'), base.compared, found),
    curve: readCurve(values.get('curve'), base.curve, found),
    numbers,
    choices,
    faults: values.has('fault') ? readFaults(values.get('fault') ?? '', found) : base.faults,
  };
  const at = values.get('at') ?? '0';
  const atS = DECIMAL.test(at) ? Math.min(Number(at), SECONDS_MAX) : 0;
  return { ...openedLoad(scenario, atS), problem: first };
}

/** What the address of a load opens. */
export function openedLoad(scenario: LoadScenario, atS = 0): OpenedLoad {
  return { scenario, preset: presetThatIs(scenario), atS, problem: null };
}

function readPreset(text: string | undefined, found: Found): PresetId {
  if (text === undefined) return 'steady';
  const known = PRESET_IDS.find((id) => id === text);
  if (known === undefined) found({ kind: 'unknown-preset', came: quote(text), known: PRESET_IDS.join(', ') });
  return known ?? 'steady';
}

function readCompared(text: string | undefined, standard: readonly ComparedId[], found: Found): readonly ComparedId[] {
  if (text === undefined) return standard;
  const compared: ComparedId[] = [];
  const names = text.split('.').filter((name) => name !== '');
  if (names.length === 0) found({ kind: 'nothing-compared', used: standard.join(', ') });
  for (const part of names) {
    const id = COMPARED_IDS.find((known) => known === part);
    if (id === undefined) found({ kind: 'unknown-protocol', came: quote(part), known: COMPARED_IDS.join(', ') });
    else if (compared.includes(id)) found({ kind: 'same-twice', came: id });
    else compared.push(id);
  }
  if (compared.length > COMPARED_MAX) found({ kind: 'too-many-compared', came: compared.length, max: COMPARED_MAX });
  return compared.length === 0 ? standard : compared.slice(0, COMPARED_MAX);
}

function readCurve(text: string | undefined, standard: readonly CurvePoint[], found: Found): readonly CurvePoint[] {
  if (text === undefined) return standard;
  const points = text.split('_').slice(0, POINTS_MAX).map(readPoint);
  const known = points.flatMap((point) => (point === null ? [] : [point]));
  const problem = known.length < points.length ? badCurve(text) : curveProblem(known);
  if (problem === null) return known;
  found(problem);
  return standard;
}

function readPoint(text: string): CurvePoint | null {
  const [at = '', per = '', more] = text.split('~');
  return DECIMAL.test(at) && DECIMAL.test(per) && more === undefined ? { atS: Number(at), perS: Number(per) } : null;
}

function badCurve(text: string): LoadProblem {
  return { kind: 'bad-curve', came: quote(text) };
}

/** What is wrong with a curve, or null. */
export function curveProblem(curve: readonly CurvePoint[]): LoadProblem | null {
  const goesBack = curve.some(({ atS }, index) => atS < (curve[index - 1]?.atS ?? 0));
  const isOff = curve.length < 2 || goesBack || curve[0]?.atS !== 0 || secondsOf(curve) > SECONDS_MAX;
  if (isOff || secondsOf(curve) === 0) return badCurve(curveText(curve));
  const orders = ordersOf(curve);
  if (orders < 1) return { kind: 'nothing-comes' };
  return orders > ORDERS_MAX ? { kind: 'too-many-orders', came: Math.round(orders), max: ORDERS_MAX } : null;
}

function readSettings(
  text: string,
  base: LoadScenario,
  found: Found,
): { readonly numbers: Numbers; readonly choices: Choices } {
  let { numbers, choices } = base;
  for (const { name, value } of parseSettings(text)) {
    const number = namesOf(NUMBERS).find((known) => known === name);
    const choice = namesOf(CHOICES).find((known) => known === name);
    if (number !== undefined) numbers = { ...numbers, [number]: readNumber(number, value, numbers[number], found) };
    else if (choice !== undefined)
      choices = { ...choices, [choice]: readChoice(choice, value, choices[choice], found) };
    else
      found({
        kind: 'unknown-setting',
        came: quote(name),
        known: [...namesOf(NUMBERS), ...namesOf(CHOICES)].join(', '),
      });
  }
  return { numbers, choices };
}

/** Places, tries and the like are whole; times may have a fraction. */
export function isWhole(name: keyof Numbers): boolean {
  const { min, initial } = NUMBERS[name];
  return !FRACTIONS.has(name) && Number.isInteger(min) && Number.isInteger(initial);
}

const FRACTIONS: ReadonlySet<keyof Numbers> = new Set([
  'network',
  'append',
  'flush',
  'order-work',
  'insert',
  'points-work',
  'read-rows',
  'look-up',
  'pass-each',
  'poison',
]);

function readNumber(name: keyof Numbers, text: string, used: number, found: Found): number {
  const { min, max } = NUMBERS[name];
  const value = Number(text);
  if (DECIMAL.test(text) && value >= min && value <= max && (!isWhole(name) || Number.isInteger(value))) return value;
  found({ kind: 'bad-number', name, came: quote(text), min, max, used });
  return used;
}

function readChoice(name: keyof Choices, text: string, used: string, found: Found): string {
  const known: readonly string[] = CHOICES[name];
  if (known.includes(text)) return text;
  found({ kind: 'bad-choice', name, came: quote(text), known: known.join(', '), used });
  return used;
}

function readFaults(text: string, found: Found): readonly LabFault[] {
  return text
    .split('_')
    .filter((part) => part !== '' && part !== 'none')
    .slice(0, FAULTS_MAX)
    .flatMap((part) => {
      const fault = readFault(part);
      if (fault === null) found({ kind: 'bad-fault', came: quote(part), known: FAULT_KINDS.join(', ') });
      return fault === null ? [] : [fault];
    });
}

function readFault(text: string): LabFault | null {
  const [name, ...numbers] = text.split('~');
  const kind = FAULT_KINDS.find((known) => known === name);
  const [fromS = NaN, toS = NaN, factor = 10] = numbers.map((number) => (DECIMAL.test(number) ? Number(number) : NaN));
  if (kind === undefined || !(toS > fromS) || !(toS <= SECONDS_MAX)) return null;
  if (kind !== 'points-slow') return { kind, fromS, toS };
  return factor > 0 ? { kind, fromS, toS, factor } : null;
}

/** The preset that a scenario is, whatever its seed. */
function presetThatIs(scenario: LoadScenario): PresetId | null {
  const content = JSON.stringify(scenario);
  return PRESET_IDS.find((id) => contentOf(id) === content) ?? null;
}

const contentOf = remembered((id: PresetId): string => JSON.stringify(presetOf(id)));

/** The canonical address, from the version on. */
export function writeLoad(scenario: LoadScenario, atS = 0): string {
  const preset = presetThatIs(scenario);
  const at = atS > 0 ? String(Math.round(atS)) : null;
  if (preset !== null)
    return formatAddress(NEWEST_VERSION, PAGE, [
      ['preset', preset === 'steady' ? null : preset],
      ['at', at],
    ]);
  const base = presetOf('steady');
  const settings = [
    ...namesOf(NUMBERS).map((name) => ({
      name,
      value: String(scenario.numbers[name]),
      standard: String(base.numbers[name]),
    })),
    ...namesOf(CHOICES).map((name) => ({ name, value: scenario.choices[name], standard: base.choices[name] })),
  ].filter(({ value, standard }) => value !== standard);
  return formatAddress(NEWEST_VERSION, PAGE, [
    ['p', isEqual(scenario.compared, base.compared) ? null : scenario.compared.join('.')],
    ['curve', isEqual(scenario.curve, base.curve) ? null : curveText(scenario.curve)],
    ['set', formatSettings(settings)],
    ['fault', scenario.faults.length === 0 ? null : scenario.faults.map(faultText).join('_')],
    ['at', at],
  ]);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function curveText(curve: readonly CurvePoint[]): string {
  return curve.map(({ atS, perS }) => `${rounded(atS)}~${rounded(perS)}`).join('_');
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function faultText(fault: LabFault): string {
  const times = `${fault.kind}~${fault.fromS}~${fault.toS}`;
  return fault.kind === 'points-slow' ? `${times}~${fault.factor}` : times;
}
