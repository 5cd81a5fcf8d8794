/** Named loads, each with a lesson. What they should come to stands in `expectations.testing.ts`. */
import { remembered } from '../engine/remembered.ts';
import {
  INITIAL_CHOICES,
  INITIAL_NUMBERS,
  peak,
  steady,
  type Choices,
  type ComparedId,
  type CurvePoint,
  type LabFault,
  type LoadScenario,
  type Numbers,
} from './settings.ts';

export const PRESET_IDS = [
  'steady',
  'peak',
  'peak-at-the-orders',
  'slow-points',
  'consumers-away',
  'points-down',
  'hot-rows',
  'ten-connections',
  'overloaded',
  'refusing-early',
  'retry-storm',
  'relay-too-slow',
  'poison-ordered',
  'poison-at-head',
  'too-many-checks',
  'lost-commit',
  'order-dies',
  'broker-away',
  'far-away',
  'day',
  'day-in-a-minute',
  'coordinated-omission',
  'closed-loop',
] as const;
export type PresetId = (typeof PRESET_IDS)[number];

interface Preset {
  readonly compared: readonly ComparedId[];
  readonly curve: readonly CurvePoint[];
  readonly numbers?: Partial<Numbers>;
  readonly choices?: Partial<Choices>;
  readonly faults?: readonly LabFault[];
}

const ALL_FOUR = ['half-message', 'two-phase-commit', 'local-message-table', 'plain-mq'] as const;
const PAIR = ['half-message', 'call'] as const;

/** Two seconds in every twenty. */
const STALL: LabFault = { kind: 'points-stall', fromS: 2, toS: 20 };

/** 52.8 million orders, 611 a second on average; from eight to ten in the evening more than the points database can do. */
const DAY: readonly CurvePoint[] = (
  [
    [0, 8, 200],
    [8, 20, 700],
    [20, 22, 1_700],
    [22, 24, 633],
  ] as const
).flatMap(([fromH, toH, perS]) => [
  { atS: fromH * 3_600, perS },
  { atS: toH * 3_600, perS },
]);

/** Ten best-selling goods carry all orders. */
const HOT: Partial<Numbers> = { rows: 10, threads: 400, connections: 400, 'order-cores': 16 };

const PRESETS: { readonly [id in PresetId]: Preset } = {
  steady: { compared: ALL_FOUR, curve: steady(300, 120) },
  peak: {
    compared: ['half-message', 'two-phase-commit'],
    curve: peak(600, { perS: 2_000, fromS: 20, toS: 50 }, 120),
    numbers: { 'order-cores': 16 },
  },
  'peak-at-the-orders': {
    compared: ['half-message', 'two-phase-commit'],
    curve: peak(600, { perS: 2_500, fromS: 20, toS: 50 }, 120),
    numbers: { 'points-cores': 32, 'points-connections': 80, consumers: 80 },
  },
  'slow-points': {
    compared: ['half-message', 'two-phase-commit'],
    curve: steady(300, 180),
    faults: [{ kind: 'points-slow', fromS: 20, toS: 80, factor: 10 }],
  },
  'consumers-away': {
    compared: ['half-message', 'local-message-table'],
    curve: steady(300, 120),
    faults: [{ kind: 'consumers-away', fromS: 20, toS: 80 }],
  },
  'points-down': {
    compared: PAIR,
    curve: steady(300, 120),
    faults: [{ kind: 'points-down', fromS: 20, toS: 80 }],
  },
  'hot-rows': {
    compared: ['call', 'call-inside', 'two-phase-commit', 'half-message'],
    curve: steady(500, 120),
    numbers: HOT,
  },
  'ten-connections': {
    compared: ['call', 'call-inside', 'two-phase-commit', 'half-message'],
    curve: steady(1_000, 60),
    numbers: { connections: 10 },
  },
  overloaded: {
    compared: PAIR,
    curve: steady(1_500, 120),
    numbers: { 'order-cores': 16 },
    choices: { until: 'end' },
  },
  'refusing-early': {
    compared: PAIR,
    curve: steady(1_500, 120),
    numbers: { 'order-cores': 16, 'waiting-max': 1_000 },
    choices: { until: 'end' },
  },
  'retry-storm': {
    compared: PAIR,
    curve: steady(600, 120),
    numbers: { timeout: 1_000, retries: 2 },
    choices: { until: 'end' },
    faults: [{ kind: 'points-slow', fromS: 20, toS: 30, factor: 10 }],
  },
  'relay-too-slow': {
    compared: ['local-message-table', 'half-message'],
    curve: steady(300, 120),
    numbers: { 'poll-every': 1_000 },
    choices: { hint: 'off', 'look-again': 'off', until: 'end' },
  },
  'poison-ordered': {
    compared: ['half-message', 'plain-mq'],
    curve: steady(300, 180),
    numbers: { poison: 1, tries: 0 },
    choices: { 'on-failure': 'ordered', until: 'end' },
  },
  'poison-at-head': {
    compared: ['half-message', 'plain-mq'],
    curve: steady(300, 120),
    numbers: { poison: 1, tries: 0 },
    choices: { 'on-failure': 'head', until: 'end' },
  },
  'too-many-checks': {
    compared: ['half-message', 'local-message-table'],
    curve: steady(300, 120),
    faults: [{ kind: 'ends-lost', fromS: 20, toS: 80 }],
  },
  'lost-commit': {
    compared: ['two-phase-commit', 'half-message'],
    curve: steady(300, 180),
    numbers: HOT,
    faults: [{ kind: 'ends-lost', fromS: 20, toS: 20.02 }],
  },
  'order-dies': {
    compared: ['half-message', 'local-message-table', 'two-phase-commit', 'plain-mq'],
    curve: steady(1_000, 60),
    faults: [10, 20, 30, 40, 50].map((fromS) => ({ kind: 'order-dies', fromS, toS: fromS + 1 })),
  },
  'broker-away': {
    compared: ['half-message', 'local-message-table', 'plain-mq'],
    curve: steady(300, 120),
    faults: [{ kind: 'broker-away', fromS: 20, toS: 50 }],
  },
  'far-away': {
    compared: ['two-phase-commit', 'call', 'half-message'],
    curve: steady(300, 100),
    numbers: { network: 10 },
  },
  day: { compared: PAIR, curve: DAY, numbers: { 'order-cores': 16 } },
  'day-in-a-minute': {
    compared: PAIR,
    curve: DAY.map(({ atS, perS }) => ({ atS: atS / 1_200, perS })),
    numbers: { 'order-cores': 16 },
  },
  'coordinated-omission': { compared: ['call', 'half-message'], curve: steady(300, 120), faults: [STALL] },
  'closed-loop': {
    compared: ['call', 'half-message'],
    curve: steady(300, 120),
    choices: { arrivals: 'closed' },
    faults: [STALL],
  },
};

/** The same object whenever it is asked for. */
export const presetOf = remembered((id: PresetId): LoadScenario => {
  const { compared, curve, numbers, choices, faults } = PRESETS[id];
  return {
    compared,
    curve,
    numbers: { ...INITIAL_NUMBERS, ...numbers },
    choices: { ...INITIAL_CHOICES, ...choices },
    faults: faults ?? [],
  };
});
