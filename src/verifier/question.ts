/** What the verifier is asked, and what it answers. */
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';

/** How many faults of each kind one run may have. */
export interface FaultBudget {
  readonly crash: number;
  readonly drop: number;
  readonly duplicate: number;
}

export interface Question {
  readonly protocol: string;
  readonly settings: Settings;
  readonly faults: FaultBudget;
  /** How many orders one run may begin. */
  readonly orders: number;
  /** Ids of properties; all of the protocol's when empty. */
  readonly properties: readonly string[];
  /** Takes out of worlds what nothing will ever read: fewer states, the same answers, counts of another space. */
  readonly reduces: boolean;
  /** Stop here and answer `unknown` rather than run out of memory. */
  readonly statesMax: number;
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
  /** The shortest run that breaks it, or shows it for `sometimes`; null when there is none. */
  readonly run: readonly Step[] | null;
  /** For a run that can go round for ever: the index in `run` from which it repeats. */
  readonly loopsFrom: number | null;
}

export interface Report {
  readonly states: number;
  /** 1 for the initial state and one for every explored step of every state, also where nothing changes. */
  readonly generated: number;
  /** Levels of the breadth-first search, the initial state being 1. */
  readonly depth: number;
  /** False when it stopped at a bound or because it knew enough. */
  readonly complete: boolean;
  readonly bytesPerState: number;
  /** Whether worlds were explored without their dead parts, so that the counts are not those of the whole space. */
  readonly reduced: boolean;
  readonly findings: readonly Finding[];
}

export interface Progress {
  readonly states: number;
  readonly generated: number;
  readonly depth: number;
}
