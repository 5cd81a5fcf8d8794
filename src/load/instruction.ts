/** The instructions of a plan, in the terms of a simulation: waits, places in pools, work, forks and joins. */
import type { Cost, Holding } from '../protocols/shared/program.ts';
import { DRAW } from './draws.ts';

/** `rows` and `queues` are many pools of one place; an order goes through the one that its draw says. */
export const POOLS = [
  'threads',
  'connections',
  'order-cores',
  'broker-writers',
  'consumers',
  'points-threads',
  'points-connections',
  'points-cores',
  'check-threads',
  'rows',
  'queues',
] as const;
export type PoolId = (typeof POOLS)[number];

/**
 * What the ledger and the buyer hear of an order. `failed`: the buyer is told that there is no order; `late`: without a check
 * or recovery its points would not come.
 */
export const MARKS = ['committed', 'answered', 'failed', 'late', 'points', 'lost', 'parked', 'phantom'] as const;
export type Mark = (typeof MARKS)[number];

/** What an order may run into. `orphaned`: the service that asked for it has died meanwhile. */
export const OBSTACLES = [
  'full',
  'no-token',
  'order-down',
  'points-down',
  'broker-away',
  'end-lost',
  'poisoned',
  'checks-full',
  'not-committed',
  'orphaned',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/**
 * What the death of the order service does to a strand: nothing (`outside`); it ends, and there is no order (`young`); it is
 * `caught` half-way; or what it asked of others goes on without it (`beyond`).
 */
export const ZONES = ['outside', 'young', 'caught', 'beyond'] as const;
export type Zone = (typeof ZONES)[number];

/** Pools of the order service: they are empty when it comes up again. */
export const OWN_POOLS: ReadonlySet<PoolId> = new Set(['threads', 'connections']);

export type Instruction =
  | { readonly do: 'wait'; readonly ms: number }
  /** Until the next multiple of `ms`. */
  | { readonly do: 'tick'; readonly ms: number }
  /** A place, first come, first served. */
  | { readonly do: 'take' | 'give'; readonly pool: PoolId }
  /** Given back if it was ever taken. */
  | { readonly do: 'return'; readonly pool: PoolId }
  /** A place for as long as the work takes: `ms` times a draw; `draw` 0 is always 1. */
  | { readonly do: 'serve'; readonly pool: PoolId; readonly ms: number; readonly draw: number }
  | { readonly do: 'mark'; readonly mark: Mark }
  /** Another strand of the same order begins there, now; some of the places are its own from then on. */
  | {
      readonly do: 'fork';
      readonly to: number;
      readonly carries: readonly PoolId[];
      /** Deadlines that are its own from then on, and those that both strands work for, as bits. */
      readonly moves: number;
      readonly shares: number;
    }
  /** Only the last of `need` strands goes on. */
  | { readonly do: 'join'; readonly slot: number; readonly need: number }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'branch'; readonly on: Obstacle; readonly to: number }
  /** Waits in the actor's list until it goes on from here. */
  | { readonly do: 'hand'; readonly actor: 'relay' | 'checker' }
  /** Waits for the next retry level, or goes to `to` when it was tried often enough. */
  | { readonly do: 'retry'; readonly to: number }
  | { readonly do: 'zone'; readonly zone: Zone }
  /** From here on there is a deadline; it is met, or the strand comes too late and goes on elsewhere. */
  | { readonly do: 'watch'; readonly dog: number }
  | { readonly do: 'met'; readonly dog: number; readonly to: number }
  /** Whatever is still held of others' pools. */
  | { readonly do: 'let-go' }
  | { readonly do: 'end' }
  /** The relay: takes up to a batch of what waits, or sleeps until there is something (or for its interval). */
  | { readonly do: 'gather' }
  /** The batch goes on. */
  | { readonly do: 'release' }
  /** Nobody has confirmed the batch: each of its orders goes on at `to`, to be published once more. */
  | { readonly do: 'again'; readonly to: number }
  /** After a pass: at once again, or after the interval. */
  | { readonly do: 'rest' }
  /** The checker: asks about the next order that is old enough and goes on after `ms`, or to `to` when it has seen all. */
  | { readonly do: 'ask'; readonly ms: number; readonly to: number }
  /** The answer of a check: its order goes on, if it still waits. */
  | { readonly do: 'settle' };

export type Times = 'lab' | 'engine';

/** What a strand has done so far. */
export interface Strand {
  readonly held: readonly Holding[];
  readonly isCommitted: boolean;
  /** Deadlines that it works for. */
  readonly watched: readonly number[];
}

/** The draw that a class of work is multiplied with; 0 for none. */
export function drawOf(cost: Cost): number {
  switch (cost) {
    case 'order-work':
    case 'order-work-and-insert':
      return DRAW.order;
    case 'points-work':
      return DRAW.points;
    case 'network':
    case 'round-trip':
    case 'append':
    case 'append-two':
    case 'flush':
    case 'read-rows':
    case 'mark-rows':
    case 'look-up':
    case 'hint':
      return 0;
  }
}
