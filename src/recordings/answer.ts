/** What trace validation says of a recording. */
import type { Data } from '../engine/data.ts';
import type { RunRecord } from '../engine/record.ts';
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
  | { readonly kind: 'too-many-orders'; readonly count: number; readonly max: number }
  | { readonly kind: 'too-many-producers'; readonly count: number; readonly max: number }
  /** The search gave up after so many situations. */
  | { readonly kind: 'too-many-situations'; readonly count: number; readonly max: number };

/** How many observations are outside the model, by kind; they are listed, never compared. */
export type UnsupportedKinds = { readonly [kind: string]: number };

/** A run of the protocol, and what was seen of it. */
interface Explained {
  readonly scenario: Scenario;
  readonly matches: readonly Match[];
  readonly unsupportedKinds: UnsupportedKinds;
}

export type Answer =
  | ({ readonly verdict: 'admitted' } & Explained)
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
    };
