/**
 * What the lab assumes and a reader can change. One time per class of work and one table of pools for all protocols: what is
 * compared is the order of the work, never other work.
 */
export const NUMBERS = {
  // Times in milliseconds. `network` is one way; a round trip is two.
  network: { initial: 0.25, min: 0, max: 1_000 },
  append: { initial: 0.02, min: 0, max: 1_000 },
  flush: { initial: 1, min: 0, max: 1_000 },
  'order-work': { initial: 4, min: 0, max: 10_000 },
  insert: { initial: 0.2, min: 0, max: 10_000 },
  'points-work': { initial: 6, min: 0, max: 10_000 },
  'read-rows': { initial: 1, min: 0, max: 10_000 },
  'look-up': { initial: 2, min: 0, max: 10_000 },
  'pass-each': { initial: 0.2, min: 0, max: 1_000 },
  // Pools.
  threads: { initial: 200, min: 1, max: 100_000 },
  connections: { initial: 50, min: 1, max: 100_000 },
  'order-cores': { initial: 8, min: 1, max: 1_000 },
  'points-cores': { initial: 8, min: 1, max: 1_000 },
  'points-connections': { initial: 20, min: 1, max: 100_000 },
  'points-threads': { initial: 200, min: 1, max: 100_000 },
  consumers: { initial: 20, min: 1, max: 100_000 },
  'broker-writers': { initial: 1, min: 1, max: 1_000 },
  /** Hot rows that every order goes through one of; 0: none. */
  rows: { initial: 0, min: 0, max: 100_000 },
  /** Orders that may wait for a thread before others are refused; 0: any number. */
  'waiting-max': { initial: 0, min: 0, max: 1_000_000 },
  /** A token bucket at the door: tokens per second (0: no bucket), and how many it holds. Whoever finds none is refused. */
  'door-per-s': { initial: 0, min: 0, max: 1_000_000 },
  'door-burst': { initial: 100, min: 1, max: 1_000_000 },
  // The relay of the message table.
  batch: { initial: 100, min: 1, max: 100_000 },
  'poll-every': { initial: 10_000, min: 1, max: 600_000 },
  // The broker's check-back.
  'check-every': { initial: 30_000, min: 100, max: 600_000 },
  'check-age': { initial: 6_000, min: 0, max: 600_000 },
  'checks-max': { initial: 15, min: 1, max: 1_000 },
  'check-threads': { initial: 1, min: 1, max: 1_000 },
  'check-queue': { initial: 2_000, min: 0, max: 1_000_000 },
  /** The clock of two-phase commit's recovery. */
  'recovery-every': { initial: 120_000, min: 100, max: 600_000 },
  // Deadlines, 0: none. The producer waits for its half message, a publisher for the confirm, the relay for that of its
  // batch, the coordinator for the votes. A row that was not confirmed rests for `backoff`.
  'send-timeout': { initial: 3_000, min: 0, max: 600_000 },
  'publish-timeout': { initial: 3_000, min: 0, max: 600_000 },
  'confirm-timeout': { initial: 5_000, min: 0, max: 600_000 },
  backoff: { initial: 10_000, min: 0, max: 600_000 },
  'vote-timeout': { initial: 10_000, min: 0, max: 600_000 },
  // Messages that can't be consumed, in thousandths of all, and how often they are tried; 0 tries: for ever.
  poison: { initial: 0, min: 0, max: 1_000 },
  tries: { initial: 16, min: 0, max: 1_000 },
  queues: { initial: 16, min: 1, max: 1_000 },
  // Buyers: how long they wait before they try again, how often, and after which pause. 0: they wait for ever.
  timeout: { initial: 0, min: 0, max: 600_000 },
  retries: { initial: 0, min: 0, max: 20 },
  'retry-pause': { initial: 0, min: 0, max: 600_000 },
  /** An answer after this time is of no use to the buyer. */
  patience: { initial: 3_000, min: 1, max: 600_000 },
  /** Buyers in a loop, where arrivals are closed. */
  clients: { initial: 10, min: 1, max: 10_000 },
  seed: { initial: 7, min: 0, max: 999_999 },
} as const;
export type NumberName = keyof typeof NUMBERS;

/** The default comes first. */
export const CHOICES = {
  arrivals: ['poisson', 'even', 'closed'],
  work: ['exponential', 'fixed', 'heavy'],
  /** Whether a commit wakes the relay, and whether a full batch makes it look again at once. */
  hint: ['on', 'off'],
  'look-again': ['on', 'off'],
  /** Where a message goes that was not consumed: through retry levels; back to the head of its queue, which waits; or at once. */
  'on-failure': ['levels', 'ordered', 'head'],
  /** Simulated until nothing is left to do, or until no more orders come. */
  until: ['empty', 'end'],
} as const;
export type ChoiceName = keyof typeof CHOICES;

export type Numbers = { readonly [name in NumberName]: number };
export type Choices = { readonly [name in ChoiceName]: (typeof CHOICES)[name][number] };

/** Orders per second at a time in seconds; straight lines between, and two points at one time are a jump. */
export interface CurvePoint {
  readonly atS: number;
  readonly perS: number;
}

/** From and to in seconds. */
export type LabFault =
  /** The work at the points database takes `factor` times as long. */
  | { readonly kind: 'points-slow'; readonly fromS: number; readonly toS: number; readonly factor: number }
  | {
      /** `ends-lost`: what says how an order ended is lost: the END of a half message, the COMMIT of two-phase commit. */
      readonly kind: 'consumers-away' | 'points-down' | 'broker-away' | 'ends-lost';
      readonly fromS: number;
      readonly toS: number;
    }
  /** Nothing happens at the points database for `fromS` seconds, at the end of every `toS`. */
  | { readonly kind: 'points-stall'; readonly fromS: number; readonly toS: number }
  /** The process of the order service dies, and is started again. */
  | { readonly kind: 'order-dies'; readonly fromS: number; readonly toS: number };
export const FAULT_KINDS = [
  'points-slow',
  'consumers-away',
  'points-down',
  'broker-away',
  'ends-lost',
  'points-stall',
  'order-dies',
] as const satisfies readonly LabFault['kind'][];

/** Synchronous calls are no protocols of the explorer: their programs are written by hand. */
export const HAND_WRITTEN = ['call', 'call-inside'] as const;
export const COMPARED_IDS = [
  'half-message',
  'two-phase-commit',
  'local-message-table',
  'plain-mq',
  ...HAND_WRITTEN,
] as const;
export type ComparedId = (typeof COMPARED_IDS)[number];

/** Everything that a run is made of. */
export interface LoadScenario {
  readonly compared: readonly ComparedId[];
  readonly curve: readonly CurvePoint[];
  readonly numbers: Numbers;
  readonly choices: Choices;
  readonly faults: readonly LabFault[];
}

export const INITIAL_NUMBERS: Numbers = numbersBy((name) => NUMBERS[name].initial);
export const INITIAL_CHOICES: Choices = {
  arrivals: 'poisson',
  work: 'exponential',
  hint: 'on',
  'look-again': 'on',
  'on-failure': 'levels',
  until: 'empty',
};

/** A steady load. */
export function steady(perS: number, seconds: number): readonly CurvePoint[] {
  return [
    { atS: 0, perS },
    { atS: seconds, perS },
  ];
}

/** A load with a higher one in the middle. */
export function peak(
  perS: number,
  high: { readonly perS: number; readonly fromS: number; readonly toS: number },
  seconds: number,
) {
  return [
    { atS: 0, perS },
    { atS: high.fromS, perS },
    { atS: high.fromS, perS: high.perS },
    { atS: high.toS, perS: high.perS },
    { atS: high.toS, perS },
    { atS: seconds, perS },
  ];
}

/** Poison that is tried for ever leaves nothing empty. */
export function stopsAtEnd({ choices, numbers }: LoadScenario): boolean {
  return choices.until === 'end' || (numbers.poison > 0 && numbers.tries === 0);
}

export function secondsOf(curve: readonly CurvePoint[]): number {
  return curve.at(-1)?.atS ?? 0;
}

/** Orders that come in all, on average. */
export function ordersOf(curve: readonly CurvePoint[]): number {
  return curve.reduce((sum, { atS, perS }, index) => {
    const before = curve[index - 1];
    return before === undefined ? sum : sum + ((atS - before.atS) * (perS + before.perS)) / 2;
  }, 0);
}

/** A number for every name. */
function numbersBy(numberOf: (name: NumberName) => number): Numbers {
  const numbers: { [name in NumberName]?: number } = {};
  for (const name of namesOf(NUMBERS)) numbers[name] = numberOf(name);
  if (!isComplete(numbers)) throw new Error('Expected a number for every name.');
  return numbers;
}

function isComplete(numbers: Partial<Numbers>): numbers is Numbers {
  return namesOf(NUMBERS).every((name) => numbers[name] !== undefined);
}

export function namesOf<Name extends string>(table: { readonly [name in Name]: unknown }): readonly Name[] {
  const isName = (key: string): key is Name => Object.hasOwn(table, key);
  return Object.keys(table).filter(isName);
}
