/** What trace validation says of a recording. */
import type { Data } from '../engine/data.ts';
import type { RunRecord } from '../engine/record.ts';
import type { Verdict } from '../protocols/protocol.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ObservationKind } from './observation.ts';

/** Something that can be seen, in the words of an observation: what the model shows, or would show. */
export interface Sight {
  readonly what: ObservationKind;
  readonly fields: { readonly [field: string]: Data };
}

/** One observation and what it is in the run. */
export interface Match {
  /** Index in the recording's observations. */
  readonly observation: number;
  /** How many steps of the scenario have been taken when it is seen: 1 for what the first step does. */
  readonly step: number;
  /** Null for a look at the state, such as cursors. */
  readonly record: RunRecord | null;
}

/** Why the model cannot explain an observation: values that a sentence is made of. */
export type Reason =
  /** In none of the runs that explain everything before it can this be seen now. */
  | { readonly kind: 'not-explained'; readonly seen: Sight }
  /** By now the model would have shown something else, which was not recorded in time. */
  | { readonly kind: 'overdue'; readonly missing: Sight; readonly dueMs: number; readonly seen: Sight };

/** What a run needs that the model does not have. */
export type Unsupported =
  | { readonly kind: 'foreign-group'; readonly group: string; readonly expected: string }
  | { readonly kind: 'foreign-topic'; readonly topic: string; readonly expected: string }
  /** Messages of the topic that were sent without a transaction. */
  | { readonly kind: 'plain-send'; readonly topic: string }
  | { readonly kind: 'rocksdb-store'; readonly topic: string }
  /** Not one observation was compared with the model. */
  | { readonly kind: 'nothing-judged'; readonly count: number }
  | { readonly kind: 'too-many-orders'; readonly count: number; readonly max: number }
  | { readonly kind: 'too-many-producers'; readonly count: number; readonly max: number }
  | { readonly kind: 'too-many-groups'; readonly count: number; readonly max: number }
  /** The search gave up after so many situations. */
  | { readonly kind: 'too-many-situations'; readonly count: number; readonly max: number };

/** Why it stays open whether the model admits a recording. */
export type Incomplete =
  /** A line that may tell of something that the model has could not be read. */
  | { readonly kind: 'unreadable-line'; readonly text: string }
  /** The log would have shown its end. */
  | { readonly kind: 'end-missing' };

/** What was recorded, belongs to an ordinary broker, and has no part in the model. */
export type SetAsideKind = 'otherGroups' | 'rebalanced' | 'otherTopics' | 'systemTopics';
export type SetAside = { readonly [kind in SetAsideKind]?: number };

/** How much was judged, and how strictly. */
export interface Extent {
  /** Observations that the run shows. */
  readonly matched: number;
  /** What the run did that the log would not have shown. */
  readonly hidden: number;
  /** Observations that may matter and could not be read. */
  readonly unreadable: number;
  readonly setAside: SetAside;
  /** The consumer group (or place) that the model follows, and those that it does not. */
  readonly followed: string | null;
  readonly others: readonly string[];
  /** Kinds that were recorded; null for all. */
  readonly kinds: readonly ObservationKind[] | null;
  /** Whether lines of these kinds may be missing. */
  readonly hasGaps: boolean;
  /** What lies further apart than this was held to its order. */
  readonly orderMs: number;
  /** How much earlier a timer may end, as a fraction of its length. */
  readonly earlyFraction: number;
  /** How much later one of the broker's may end, as a fraction of its length. */
  readonly lateFraction: number;
  /** How many of the broker's timers were known, of how many. */
  readonly timersKnown: number;
  readonly timers: number;
}

/** A line that may come next, and how the order then ends if nothing else goes wrong. */
export interface Deciding {
  readonly line: Sight;
  readonly verdict: Verdict;
}

/** How many observations are outside the model, by kind; they are listed, never compared. */
export type UnsupportedKinds = { readonly [kind: string]: number };

/** A run of the protocol, and what was seen of it. */
interface Explained {
  readonly scenario: Scenario;
  readonly matches: readonly Match[];
  readonly unsupportedKinds: UnsupportedKinds;
  readonly extent: Extent;
}

export type Answer =
  | ({
      readonly verdict: 'admitted';
      /** Where not everything was recorded: which further line would decide how the run ends. */
      readonly deciding: readonly Deciding[];
    } & Explained)
  /** Nothing contradicts the model, but something that may matter is not known; `at` is where, null for the end. */
  | ({
      readonly verdict: 'incomplete';
      readonly at: number | null;
      /** The first observation that the run does not explain, as what it needs may stand in that line; null for none. */
      readonly openFrom: number | null;
      readonly reason: Incomplete;
    } & Explained)
  /** The run goes as far as the model can follow; `at` is the first observation that it cannot explain. */
  | ({
      readonly verdict: 'rejected';
      readonly at: number;
      /** What could have been seen there instead. */
      readonly expected: readonly Sight[];
      readonly reason: Reason;
    } & Explained)
  | {
      readonly verdict: 'unsupported';
      readonly at: number;
      readonly reason: Unsupported;
      readonly unsupportedKinds: UnsupportedKinds;
      readonly extent: Extent;
    };
