/**
 * What a running simulation holds: typed arrays, one entry per strand, place or order, and no object per event. The functions
 * of `pools.ts`, `events.ts` and `advance.ts` change it in place; a million orders leave no time for copies.
 */
import { bitOf, lowered, type Code } from './code.ts';
import { INITIAL_CAPACITY } from './opcodes.ts';
import { POOLS, type PoolId } from './instruction.ts';
import type { Plan } from './plan.ts';
import { ordersOf, secondsOf, type LoadScenario, type Numbers } from './settings.ts';
import type { Dog } from './watchPlan.ts';

/** Places, with who waits for them as a list through `Run.next`. */
interface Places {
  readonly capacity: Int32Array;
  readonly free: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly waiting: Int32Array;
  readonly waitingMax: Int32Array;
  /** Places in use, integrated over time until `since`. */
  readonly area: Float64Array;
  readonly since: Float64Array;
  /** 1 while nobody may begin. */
  readonly closed: Uint8Array;
}

/** Deadlines of one kind. */
export interface Watch {
  readonly ms: number;
  readonly reaction: number | null;
  /** Places that the reaction takes over, a bit per pool. */
  readonly carries: number;
  readonly cancels: boolean;
  /** By strand: what it works for, counted from 1; 0 for nothing, −1 when that has passed. */
  entry: Int32Array;
  /** By strand: the next one that works for the same. */
  mate: Int32Array;
  /** A ring of all that are armed: who works for it, `NOBODY` when it is met, and when it is due. */
  first: Int32Array;
  dueMs: Float64Array;
  head: number;
  tail: number;
  /** There is an event for it, or none is needed. */
  isExpected: boolean;
  passed: number;
}

export const NOBODY = -1;

/** The broker asks about an order. */
interface Asking {
  /** Goes on when there is an answer; `NOBODY` while the transaction runs, or after its own END has come. */
  strand: number;
  /** Whose half message it is, in case of several attempts. */
  readonly attempt: number;
  readonly sinceMs: number;
  asked: number;
}

/** A list of strands through `Run.next`. */
export interface Queue {
  head: number;
  tail: number;
  length: number;
}

export interface Run {
  readonly plan: Plan;
  readonly scenario: LoadScenario;
  readonly numbers: Numbers;
  readonly code: Code;
  readonly places: Places;
  /** Where the pools of a group begin among the places, and how many there are. */
  readonly firstOf: Int32Array;
  readonly countOf: Int32Array;
  readonly seed: number;
  readonly endMs: number;

  now: number;
  // The events that are due, as a heap by time and running number.
  heapTime: Float64Array;
  heapNumber: Float64Array;
  heapStrand: Int32Array;
  heapSize: number;
  events: number;
  hash: number;

  // Strands; those that ended are a list through `next` that begins at `freeStrand`.
  order: Int32Array;
  pc: Int32Array;
  next: Int32Array;
  /** The place that is left when the work is done, plus one; 0 while nothing is worked on. */
  serving: Int32Array;
  attempt: Uint8Array;
  tries: Uint16Array;
  /** How far it has come, in terms of what the death of the order service does to it: an index in `ZONES`. */
  zone: Uint8Array;
  /** Places that it holds, a bit per pool. */
  holds: Uint16Array;
  /** What the death of the order service has made of it: one of `DOOM`. */
  doom: Uint8Array;
  freeStrand: number;
  strands: number;

  // Orders, in the order in which they came.
  orders: number;
  arrivedMs: Float64Array;
  outcomeMs: Float64Array;
  committedMs: Float64Array;
  pointsMs: Float64Array;
  outcome: Uint8Array;
  fate: Uint8Array;
  currentAttempt: Uint8Array;
  joinCount: Uint8Array;
  /** The kind of the last deadline that it has missed, plus one; 0 for none. */
  passed: Uint8Array;
  /** 1 when only a check or recovery has brought its points. */
  isLate: Uint8Array;
  /** Copies of its message that came when it had its points, over all orders. */
  copies: number;
  readonly watches: readonly Watch[];
  /** Places that strands held which have ended in a join, by attempt: the last to come takes them over. */
  readonly pockets: Map<number, number>;
  /** 1 when nothing more is expected of it. */
  settled: Uint8Array;

  readonly relay: Queue & {
    /** The strands that are published together, by the strand of the relay that does. */
    readonly batches: Map<number, number>;
    /** The orders of the last of them. */
    orders: number[];
    isAsleep: boolean;
    strand: number;
    lastBatch: number;
  };
  readonly checks: {
    /** Orders about which the broker asks, in the order in which it heard of them; those that are still `open`. */
    list: number[];
    readonly open: Map<number, Asking>;
    /** What was asked about while its transaction ran: orders that an answer has delivered, attempts that no one asks about any more. */
    readonly delivered: Set<number>;
    readonly discarded: Set<number>;
    /** The deadline that the pass looks at; −1 for none. */
    readonly watch: number;
    cursor: number;
    count: number;
    lastSettledMs: number;
  };
  /** The order service is down; what its deaths have caught; what two-phase commit has to tell when it is up again. */
  isDown: boolean;
  caught: number;
  inDoubt: { readonly order: number; readonly holds: number }[];
  /** Tokens at the door, and when they were counted. */
  readonly door: { tokens: number; atMs: number };
  /** Row locks that are held now, and at most. */
  locks: number;
  locksMax: number;
  // Counts that curves are drawn from.
  attempts: number;
  inSystem: number;
  inSystemArea: number;
  inSystemSince: number;
  backlog: number;
  unfinished: number;
}

/** How an order ended for its buyer. */
export const OUTCOME = { none: 0, answered: 1, failed: 2, gaveUp: 3 } as const;
/** What the two databases say. */
export const FATE = { none: 0, committed: 1, points: 2, lost: 3, parked: 4, phantom: 5 } as const;
/** A strand that is `doomed` ends with its next event; an `orphan` goes on without the service that began it. */
export const DOOM = { none: 0, doomed: 1, orphan: 2 } as const;

export function createRun(plan: Plan, scenario: LoadScenario): Run {
  const { numbers, curve } = scenario;
  const expected = Math.ceil(ordersOf(curve) * 1.02) + 64;
  return {
    plan,
    scenario,
    numbers,
    code: lowered(plan.code),
    ...placesOf(numbers),
    seed: numbers.seed,
    endMs: secondsOf(curve) * 1_000,
    now: 0,
    heapTime: new Float64Array(INITIAL_CAPACITY),
    heapNumber: new Float64Array(INITIAL_CAPACITY),
    heapStrand: new Int32Array(INITIAL_CAPACITY),
    heapSize: 0,
    events: 0,
    hash: 0x811c9dc5,
    order: new Int32Array(INITIAL_CAPACITY),
    pc: new Int32Array(INITIAL_CAPACITY),
    next: new Int32Array(INITIAL_CAPACITY),
    serving: new Int32Array(INITIAL_CAPACITY),
    attempt: new Uint8Array(INITIAL_CAPACITY),
    tries: new Uint16Array(INITIAL_CAPACITY),
    zone: new Uint8Array(INITIAL_CAPACITY),
    holds: new Uint16Array(INITIAL_CAPACITY),
    doom: new Uint8Array(INITIAL_CAPACITY),
    freeStrand: -1,
    strands: 0,
    orders: 0,
    arrivedMs: new Float64Array(expected),
    outcomeMs: new Float64Array(expected).fill(NaN),
    committedMs: new Float64Array(expected).fill(NaN),
    pointsMs: new Float64Array(expected).fill(NaN),
    outcome: new Uint8Array(expected),
    fate: new Uint8Array(expected),
    currentAttempt: new Uint8Array(expected),
    joinCount: new Uint8Array(expected * Math.max(1, plan.joins) * (numbers.retries + 1)),
    passed: new Uint8Array(expected),
    isLate: new Uint8Array(expected),
    copies: 0,
    watches: plan.dogs.map(watchOf),
    pockets: new Map(),
    settled: new Uint8Array(expected),
    relay: { head: -1, tail: -1, length: 0, batches: new Map(), orders: [], isAsleep: false, strand: -1, lastBatch: 0 },
    checks: {
      list: [],
      open: new Map(),
      delivered: new Set(),
      discarded: new Set(),
      watch: plan.dogs.findIndex((dog) => dog.reaction === null),
      cursor: 0,
      count: 0,
      lastSettledMs: NaN,
    },
    isDown: false,
    caught: 0,
    inDoubt: [],
    door: { tokens: numbers['door-burst'], atMs: 0 },
    locks: 0,
    locksMax: 0,
    attempts: 0,
    inSystem: 0,
    inSystemArea: 0,
    inSystemSince: 0,
    backlog: 0,
    unfinished: 0,
  };
}

function watchOf({ ms, reaction, carries, cancels }: Dog): Watch {
  return {
    ms,
    reaction,
    carries: carries.reduce((bits, pool) => bits | bitOf(pool), 0),
    cancels,
    entry: new Int32Array(INITIAL_CAPACITY),
    mate: new Int32Array(INITIAL_CAPACITY),
    first: new Int32Array(INITIAL_CAPACITY),
    dueMs: new Float64Array(INITIAL_CAPACITY),
    head: 0,
    tail: 0,
    isExpected: reaction === null,
    passed: 0,
  };
}

/** Places of each pool. Without hot rows every order has a row of its own, and nobody waits for a lock. */
export function capacityOf(pool: PoolId, numbers: Numbers): number {
  if (pool === 'rows' && numbers.rows === 0) return NO_LIMIT;
  return pool === 'rows' || pool === 'queues' ? 1 : numbers[pool];
}

const NO_LIMIT = 2 ** 30;

function placesOf(numbers: Numbers): Pick<Run, 'places' | 'firstOf' | 'countOf'> {
  const firstOf = new Int32Array(POOLS.length);
  const countOf = new Int32Array(POOLS.length);
  const capacities: number[] = [];
  POOLS.forEach((pool, index) => {
    const count = pool === 'rows' || pool === 'queues' ? Math.max(1, numbers[pool]) : 1;
    firstOf[index] = capacities.length;
    countOf[index] = count;
    for (let copy = 0; copy < count; copy += 1) capacities.push(capacityOf(pool, numbers));
  });
  const size = capacities.length;
  return {
    firstOf,
    countOf,
    places: {
      capacity: Int32Array.from(capacities),
      free: Int32Array.from(capacities),
      head: new Int32Array(size).fill(-1),
      tail: new Int32Array(size).fill(-1),
      waiting: new Int32Array(size),
      waitingMax: new Int32Array(size),
      area: new Float64Array(size),
      since: new Float64Array(size),
      closed: new Uint8Array(size),
    },
  };
}
