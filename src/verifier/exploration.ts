/** What a search is given, what it knows of each property, and how far it is. */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import type { BudgetSlot } from './budget.ts';
import type { Loop, LoopSearch } from './loops.ts';
import type { Property } from './properties.ts';
import type { FaultBudget, MishapBudget, Reduction } from './question.ts';
import type { Kept } from './space.ts';
import type { Walker } from './walker.ts';

export interface Exploration {
  readonly engine: Engine;
  readonly ledger: (world: World) => readonly LedgerLine[];
  readonly properties: readonly Property[];
  readonly faults: FaultBudget;
  readonly mishaps?: MishapBudget;
  /** The kinds without a budget, to be named in the report. */
  readonly leftOut?: readonly string[];
  readonly orders: number;
  readonly reduction: Reduction;
  /** What that leaves of worlds. */
  readonly kept: Kept;
  readonly statesMax: number;
  readonly depthMax?: number;
  readonly bytesMax?: number;
  readonly stopsEarly: boolean;
}

/** A property, the bit of its answer, and the first state that decides it. */
export interface Sought {
  readonly property: Property;
  readonly bit: number;
  foundAt: number | null;
  /** The run to there, once it was asked for; `none` where the model has none. */
  run: readonly Step[] | 'none' | null;
  /** Of `settles`: the search for a loop once all states are known, then what it has found; null before. */
  loop: LoopSearch | { readonly found: Loop | null } | null;
}

export interface Judges {
  readonly sought: readonly Sought[];
  /** The answers of all tests about the state in the view, a bit for each. */
  readonly answers: () => number;
}

export interface Run {
  readonly exploration: Exploration;
  readonly budgets: BudgetSlot;
  readonly walker: Walker;
  readonly judges: Judges;
  /** The state from which each state was first reached. */
  parents: Int32Array;
  /** What the tests say of each state; empty where nothing is asked. */
  answers: Uint16Array;
  /** The next state to expand; states are numbered in the order in which they were found. */
  next: number;
  generated: number;
  levelEnd: number;
  depth: number;
  /** What there is no more of, so that it cannot go on. */
  wants: 'memory' | 'places' | null;
  /** How many states were looked at for a loop. */
  looked: number;
  /** What there is no more of, so that loops are not searched any more. */
  leavesLoops: 'memory' | 'places' | null;
}
