/** What each party holds of one order, told by what its role's state means, and how that stands to the truth. */
import type { Model, ProcessId } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { LedgerLine, OrderState } from '../protocol.ts';

/** One party's place for what it holds; the truth is the first of them, and belongs to nobody. */
export interface Lane {
  readonly id: string;
  /** Whose it is; null for the truth. */
  readonly process: ProcessId | null;
  readonly about: About;
}

/** Which part of a process a lane tells about. */
export type About =
  | 'truth'
  | 'transaction'
  | 'checker'
  | 'publisher'
  | 'decision'
  | 'database'
  | 'branch'
  | 'outcome'
  | 'row'
  | 'owes'
  | 'points';

/**
 * What a belief takes for true, so that it can be held against the truth. `undecided`: the order is neither. `owed`: it is
 * committed, and its points have not been added. `nothing-owed`: there is nothing to add. `dealt-with`: its points are as
 * they should be. `on-its-way`: whoever has to hear of it will. Null: a row, or nothing that could be wrong.
 */
export type Claim =
  | 'undecided'
  | 'committed'
  | 'not-committed'
  | 'nothing-owed'
  | 'owed'
  | 'dealt-with'
  | 'on-its-way'
  | null;

type Report = 'COMMIT' | 'ROLLBACK' | 'UNKNOW';

export type Saying =
  | `truth-${OrderState}`
  | `points-${'none' | 'some' | 'marked' | 'refused'}`
  | `rows-${OrderState | 'cancelled' | 'compensated'}`
  | `message-${'open' | 'NEW' | 'SENT' | 'DONE' | 'DEAD'}`
  | 'gone'
  | `producer-${'nothing' | 'done' | 'asked' | 'running' | 'second' | 'committed' | 'publishes' | 'awaits'}`
  | `producer-${'will' | 'said'}-${Report}`
  | `checker-${'unasked' | 'looks'}`
  | `checker-said-${Report}`
  | `broker-${'nothing' | 'half' | 'settled' | 'discarded' | 'visible' | 'cancel' | 'consumed' | 'dead'}`
  | `relay-${'nothing' | 'publishes' | 'awaits' | 'confirmed' | 'marks'}`
  | `consumer-${'nothing' | 'owes' | 'again' | 'done' | 'cancels' | 'refused'}`
  | `coordinator-${'collects' | 'decides' | 'committed' | 'ended' | 'no-record'}`
  | `branch-${'none' | 'working' | 'prepared' | 'committed' | 'aborted' | 'by-hand'}`;

export interface Belief {
  /** Texts `says-<saying>`, told one after the other. */
  readonly says: readonly [Saying, ...Saying[]];
  /** How many points, where a text tells it. */
  readonly count?: number;
  readonly claim: Claim;
}

/** What is so, as nobody in the system sees it. */
export interface Truth {
  readonly order: 'open' | 'committed' | 'not-committed';
  readonly points: number;
  /** Something can still change how the databases compare. */
  readonly isPending: boolean;
}

export interface BeliefNotes {
  readonly lanes: (roles: Model['roles']) => readonly Lane[];
  /** What is held in a lane of a party; the truth is told by the ledger. */
  readonly belief: (world: World, lane: string, order: string) => Belief;
  /** Whether the order is decided, where another place than the order's row says it first. */
  readonly isDecided?: (world: World, order: string) => boolean;
}

/** `early`: decided before the truth was. `stale`: it has not heard yet. `none`: claims nothing. */
export type Standing = 'fits' | 'early' | 'stale' | 'wrong' | 'none';

export const TRUTH: Lane = { id: 'truth', process: null, about: 'truth' };

export function truthOf({ state, points, verdict }: LedgerLine, isDecided: boolean): Truth {
  const isPending = verdict === 'pending' || verdict === 'blocked';
  const isOpen = state === 'open' || (state === 'none' && isPending);
  const order = isDecided || state === 'committed' ? 'committed' : isOpen ? 'open' : 'not-committed';
  return { order, points, isPending };
}

/** What the ledger says, in the words of a lane. */
export function truthBelief({ state, points }: LedgerLine): Belief {
  return { says: [`truth-${state}`, points === 0 ? 'points-none' : 'points-some'], count: points, claim: null };
}

/** How a claim stands to the truth. */
export function standingOf(claim: Claim, truth: Truth): Standing {
  const { order, points, isPending } = truth;
  switch (claim) {
    case null:
      return 'none';
    case 'undecided':
      return order === 'open' ? 'fits' : 'stale';
    case 'committed':
    case 'not-committed':
      return order === 'open' ? 'early' : order === claim ? 'fits' : 'wrong';
    case 'owed':
      return order === 'open' ? 'early' : order === 'committed' && points === 0 ? 'fits' : 'wrong';
    case 'nothing-owed':
      return order !== 'committed' || points > 0 ? 'fits' : isPending ? 'stale' : 'wrong';
    case 'dealt-with':
      if (order === 'open') return points === 0 ? 'fits' : 'early';
      return points === (order === 'committed' ? 1 : 0) ? 'fits' : isPending ? 'stale' : 'wrong';
    case 'on-its-way':
      return order === 'committed' && points === 0 && !isPending ? 'wrong' : 'fits';
  }
}
