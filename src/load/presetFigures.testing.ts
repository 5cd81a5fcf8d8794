/** How it is said what a preset, or a variation of one, must come to: figures, and how far off a mean may be. */
import type { Measures } from './measures.ts';
import { presetOf, type PresetId } from './presets.ts';
import {
  type Choices,
  type ComparedId,
  type CurvePoint,
  type LabFault,
  type LoadScenario,
  type Numbers,
} from './settings.ts';

/** A preset, or something else that is said in its words. */
export interface Variation {
  readonly preset: PresetId;
  readonly curve?: readonly CurvePoint[];
  readonly numbers?: Partial<Numbers>;
  readonly choices?: Partial<Choices>;
  readonly faults?: readonly LabFault[];
}

export interface Expectation {
  readonly what: string;
  readonly variation: Variation;
  readonly id: ComparedId;
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly name: FigureName;
  readonly expected: number;
  /** Relative; absolute where `expected` is 0. */
  readonly within: number;
}

/** Times in milliseconds. */
export const FIGURES = {
  'buyer p50': ({ buyerMs }) => buyerMs.p50,
  'buyer p99': ({ buyerMs }) => buyerMs.p99,
  'buyer longest': ({ buyerMs }) => buyerMs.max,
  'points p50': ({ pointsMs }) => pointsMs.p50,
  'points p99': ({ pointsMs }) => pointsMs.p99,
  'points longest': ({ pointsMs }) => pointsMs.max,
  'backlog max': ({ backlog }) => backlog.max,
  'backlog end': ({ backlog }) => backlog.end,
  drain: ({ drainMs }) => drainMs ?? NaN,
  goodput: ({ goodputPerS }) => goodputPerS,
  refused: ({ refused }) => refused,
  lost: ({ ledger }) => ledger.lost,
  parked: ({ ledger }) => ledger.parked,
  consistent: ({ ledger }) => ledger.consistent,
  'attempts per order': ({ attemptsPerOrder }) => attemptsPerOrder,
  'last settled': ({ checks }) => checks.lastSettledMs ?? 0,
} as const satisfies { readonly [name: string]: (measures: Measures) => number };
export type FigureName = keyof typeof FIGURES;

export function scenarioOf(
  { preset, curve, numbers, choices, faults }: Variation,
  id: ComparedId,
  seed: number,
): LoadScenario {
  const base = presetOf(preset);
  return {
    compared: [id],
    curve: curve ?? base.curve,
    numbers: { ...base.numbers, ...numbers, seed },
    choices: { ...base.choices, ...choices },
    faults: faults ?? base.faults,
  };
}

export const P50 = 0.03;
export const P99 = 0.05;
const LONG = 0.03;
/** The width of a single run's 99th percentile. */
export const ONE_SEED = 0.1;

/** p50 and p99 of the buyer, and of the points. */
export function quantiles(
  buyer: readonly [number, number],
  points: readonly [number, number] | null,
): readonly Figure[] {
  return [
    { name: 'buyer p50', expected: buyer[0], within: P50 },
    { name: 'buyer p99', expected: buyer[1], within: P99 },
    ...(points === null
      ? []
      : ([
          { name: 'points p50', expected: points[0], within: P50 },
          { name: 'points p99', expected: points[1], within: P99 },
        ] as const)),
  ];
}

export function about(name: FigureName, expected: number, within = LONG): Figure {
  return { name, expected, within };
}

/** Of the mean of some runs with seeds one after the other. */
export function isWithin({ expected, within }: Figure, found: number): boolean {
  return Math.abs(found - expected) <= (expected === 0 ? within : within * expected);
}
