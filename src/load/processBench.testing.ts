/** What the processes of the second simulator share. */
import type { PoolId, Zone } from './instruction.ts';
import type { Plan } from './plan.ts';
import type { Clock } from './processClock.testing.ts';
import type { Promised } from './processWatches.testing.ts';
import type { LoadScenario } from './settings.ts';

export interface ProcessOrder {
  readonly arrivedMs: number;
  outcome: 'none' | 'answered' | 'failed' | 'gave-up';
  outcomeMs: number;
  committedMs: number;
  pointsMs: number;
  fate: 'none' | 'committed' | 'points' | 'lost' | 'parked' | 'phantom';
  attempt: number;
  isSettled: boolean;
  /** By attempt and place of the join. */
  readonly joins: Map<string, number>;
  /** Held by strands that have ended in a join, by attempt. */
  readonly pockets: Map<number, Set<PoolId>>;
  isLate: boolean;
  /** The last deadline that it has missed. */
  passed: string | null;
}

/** One strand of an order. */
export interface Own {
  readonly order: number;
  readonly attempt: number;
  tries: number;
  zone: Zone;
  isDead: boolean;
  isOrphan: boolean;
  readonly holds: Set<PoolId>;
  readonly promises: Set<Promised>;
}

/** Of the message table: how its order goes on when it is published. */
export interface Row {
  readonly order: number;
  readonly goOn: () => void;
}

/** The broker asks; somebody goes on when it has an answer, or nobody has to. */
export interface Asking {
  readonly attempt: number;
  readonly sinceMs: number;
  asked: number;
  goOn: (() => void) | null;
}

export interface Place {
  readonly pool: PoolId;
  readonly size: number;
  free: number;
  isOpen: boolean;
  waiting: { readonly own: Own; readonly go: () => void }[];
}

export interface Bench {
  readonly plan: Plan;
  readonly scenario: LoadScenario;
  readonly clock: Clock;
  readonly orders: ProcessOrder[];
  readonly places: Map<string, Place>;
  /** All that have begun and have not ended. */
  readonly alive: Set<Own>;
  readonly relay: { rows: Row[]; batch: readonly Row[]; wake: (() => void) | null };
  readonly half: {
    list: number[];
    readonly open: Map<number, Asking>;
    /** Half messages of transactions that run, the oldest first. */
    running: Promised[];
    readonly delivered: Set<number>;
    readonly discarded: Set<string>;
    cursor: number;
  };
  /** When a token would be there if all before had been taken as they came. */
  tokenAtMs: number;
  isDown: boolean;
  inDoubt: { readonly order: number; readonly holdsRow: boolean }[];
  hasEnded: boolean;
  /** Begins a strand at a time, or, without one, now and within the same event. */
  readonly start: (own: Own, pc: number, atMs: number | null) => void;
  /** Where arrivals are closed, the buyer who has heard something comes again. */
  readonly comes: () => void;
}

export function takeOver({ orders }: Bench, own: Own): void {
  const pockets = orders[own.order]?.pockets;
  for (const pool of pockets?.get(own.attempt) ?? []) own.holds.add(pool);
  pockets?.delete(own.attempt);
}

export function newOwn(order: number, attempt: number): Own {
  return {
    order,
    attempt,
    tries: 0,
    zone: 'outside',
    isDead: false,
    isOrphan: false,
    holds: new Set(),
    promises: new Set(),
  };
}
