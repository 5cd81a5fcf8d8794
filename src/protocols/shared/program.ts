/** What a word per protocol has to add to its run before many orders of it can be simulated: costs, and what is held. */

/**
 * The classes of work. Each has one time, the same for every protocol. `insert` is one more row in the order transaction;
 * `append-two` a second write in the same request; `hint` wakes another process, if the reader wants that.
 */
export const COSTS = [
  'network',
  'round-trip',
  'append',
  'append-two',
  'flush',
  'order-work',
  'order-work-and-insert',
  'points-work',
  'read-rows',
  'mark-rows',
  'look-up',
  'hint',
] as const;
export type Cost = (typeof COSTS)[number];

/** What an order holds for a while. */
export const HOLDINGS = [
  'order-thread',
  'order-connection',
  'order-row',
  'consumer',
  'points-thread',
  'points-connection',
] as const;
export type Holding = (typeof HOLDINGS)[number];

/**
 * What becomes of an order whose request does not get through: its buyer is `refused`; its message is `lost`; it is asked
 * about (`check-back`); the sender tries `again`; or it is said again by `recovery`, and until then everything stays held.
 */
export type WhenLost = 'refused' | 'lost' | 'check-back' | 'again' | 'recovery';

/** The points never come; the broker asks; nobody but the coordinator can decide; points without an order. */
export type Caught = 'lost' | 'asked' | 'in-doubt' | 'phantom';

/**
 * Operations are called by the message that is delivered or chosen, or by the delay that fires; with `<role>.` before it
 * where several roles have one of that name.
 */
export interface ProgramNotes {
  /** What each operation costs, in this order, before it is done. Every operation of the run has an entry. */
  readonly costs: { readonly [operation: string]: readonly Cost[] };
  /** Operations that nobody waits for and that cost nothing worth counting. */
  readonly background: readonly string[];
  /** After this operation the order is committed. */
  readonly committed: string;
  /** After this operation the buyer has the answer and the thread is free. */
  readonly answered: string;
  /** Held from the end of one operation to the end of another. */
  readonly holds: readonly { readonly what: Holding; readonly from: string; readonly to: string }[];
  /**
   * What the death of the service catches half-way: orders between the end of one operation and the end of another, and what
   * becomes of them. Null where nothing does.
   */
  readonly caught: { readonly from: string; readonly to: string; readonly fate: Caught } | null;
  /** Requests that may be lost, and what then. */
  readonly whenLost: { readonly [operation: string]: WhenLost };
  /** Operations that one thread does one after the other although the run does them at the same time. */
  readonly inSequence?: readonly (readonly [earlier: string, later: string])[];
  /** One actor that does this stretch of operations for many orders at once. */
  readonly batch?: { readonly first: string; readonly last: string };
}
