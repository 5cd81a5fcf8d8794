/** What the verifier is asked, and what it answers. */
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';

/** How many faults of each kind one run may have. */
export interface FaultBudget {
  readonly crash: number;
  readonly drop: number;
  readonly duplicate: number;
}

/**
 * Which states are taken for one. `none`: equal ones. `exact`: those that differ only in what nothing will ever read; answers
 * are the same, and so are lengths of shortest runs, but for the dead steps at their end. `promises`: those that nobody can tell apart who only asks whether a promise can be broken;
 * a run that is found may be longer than the shortest, and nothing is said about `sometimes`.
 */
export type Reduction = 'none' | 'exact' | PromiseReduction;

/**
 * `uncounted`: those, and how many equal things there are; so a run that is found may be none of the model, and then nothing is
 * said. `trusting`: it is also argued, rather than explored, that what will be asked about will be answered.
 */
export type PromiseReduction = 'promises' | 'uncounted' | 'trusting';

export const isForPromises = (reduction: Reduction): reduction is PromiseReduction =>
  reduction === 'promises' || reduction === 'uncounted' || reduction === 'trusting';

/** How many mishaps of a protocol's own kinds, and how many repairs, one run may have. */
export interface MishapBudget {
  /** By kind of fault or repair. */
  readonly kinds: { readonly [kind: string]: number };
  /** By kind, the properties about which it is asked; all where it is not there. */
  readonly about?: { readonly [kind: string]: readonly string[] };
  /** One budget that all kinds of faults share that are not named; never crashes, drops, duplicates or repairs. */
  readonly others: number;
  /** One budget that all kinds of repairs share that are not named. */
  readonly persons: number;
}

export interface Question {
  readonly protocol: string;
  readonly settings: Settings;
  readonly faults: FaultBudget;
  /** None where it is not there. */
  readonly mishaps?: MishapBudget;
  /** No timeout ends while a message is under way for which it may wait (`timing.ts`); where it is not there, any may. */
  readonly messagesAreFast?: true;
  /** How many orders one run may begin. */
  readonly orders: number;
  /** Ids of properties; all of the protocol's when empty. */
  readonly properties: readonly string[];
  /** `for-promises`: the spaces made for promises, in turn. `as-needed`: the whole space as far as that is quick; what is still open, in the smallest space that can tell. */
  readonly reduction: Reduction | 'as-needed' | 'for-promises';
  /** Bounds at which the search stops, and answers `unknown` to what is still open: how many states, */
  readonly statesMax: number;
  /** … levels (runs of as many steps, the initial state being one), */
  readonly depthMax?: number;
  /** … bytes, as far as they can be estimated (`Report.bytes`). */
  readonly bytesMax?: number;
  /** Stop as soon as every asked property has its run. */
  readonly stopsEarly: boolean;
}

/** `always`: no reachable state breaks it. `sometimes`: some reachable state shows it. `settles`: every fair run comes to rest well. */
export type PropertyKind = 'always' | 'sometimes' | 'settles';

/**
 * `holds`: within the bound. `violated`: there is a run that breaks it (for `sometimes`: no run shows it).
 * `unknown`: the exploration stopped before it could tell.
 */
export type Judgement = 'holds' | 'violated' | 'unknown';

export interface Finding {
  readonly id: string;
  readonly kind: PropertyKind;
  readonly verdict: Judgement;
  /** What was explored when this was found. */
  readonly reduction: Reduction;
  /**
   * A run that breaks it, or shows it for `sometimes`; null when there is none. The shortest, unless `promises` was explored.
   * For `settles` it ends where nothing that matters can come any more, though dead steps may.
   */
  readonly run: readonly Step[] | null;
  /** For a run that can go round for ever: the index in `run` from which it repeats. */
  readonly loopsFrom: number | null;
  /** The kind of mishap without which there is no such run, where everything else was searched to the end. */
  readonly needs?: string;
  /** The kind of mishap that the run takes, where nobody has found out whether there is one without it. */
  readonly takes?: string;
  /**
   * Of a run in which a timeout ends although a message is under way for which it may wait. `needed`: where messages are faster
   * than timeouts there is none; `taken`: nobody has found out. Not there where messages may be fast too.
   */
  readonly slowness?: 'needed' | 'taken';
}

export interface Report {
  readonly states: number;
  /** 1 for the initial state and one for every explored step of every state, also where nothing changes. */
  readonly generated: number;
  /** Levels of the breadth-first search, the initial state being 1. */
  readonly depth: number;
  /** False when it stopped at a bound or because it knew enough. */
  readonly complete: boolean;
  /**
   * The bound at which it stopped. `memory`: that bound, or there was no more to be had. `places`: the decisions that it can
   * remember (8 million) are used up.
   */
  readonly stoppedBy: 'states' | 'depth' | 'memory' | 'places' | null;
  /** What it kept at its end, all of it: states, contents, texts and decisions. An estimate. */
  readonly bytes: number;
  readonly bytesPerState: number;
  /** What was counted. */
  readonly reduction: Reduction;
  /** The kinds of mishaps and repairs that no run of this search had a budget for: of them nothing is said. */
  readonly leftOut: readonly string[];
  /** The kinds that were asked to the end only on their own: without crashes and lost or doubled messages in the same run. */
  readonly alone: readonly string[];
  /** How many states were looked at for a loop so far; there only while that is searched, when all states are known. */
  readonly looked?: number;
  /** The kind that is being asked, where everything else is answered; null for none. */
  readonly asking: string | null;
  readonly findings: readonly Finding[];
}

export interface Progress {
  readonly states: number;
  readonly generated: number;
  readonly depth: number;
}
