/** What is told of a public incident: where it was reported, the run that shows it, and what mends it. */
import type { Verdict } from '../protocols/protocol.ts';

/** By what went wrong, in the order of the page. */
export const incidentGroups = ['disagree', 'given-up', 'window', 'order', 'holds'] as const;
export type IncidentGroup = (typeof incidentGroups)[number];

/** Where it was reported, or is tested. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** A run, as a link from behind `v2/` on and without a checksum, and the verdict it ends in. */
export interface Ending {
  readonly link: string;
  readonly verdict: Verdict;
}

/** What keeps it from happening. */
export type Mend =
  /** The same run with a safeguard on. */
  | ({ readonly kind: 'run' } & Ending)
  /** The model refuses the last step of this link. */
  | { readonly kind: 'refused'; readonly link: string }
  /** The verifier has looked at every state within the bound, and the promise holds in all of them. */
  | { readonly kind: 'impossible'; readonly proof: Proof };

export interface Proof {
  /** Protocol and settings, as a link without steps. */
  readonly link: string;
  readonly promise: string;
  /** How many faults of each kind a run may have; one order. */
  readonly faults: { readonly crash: number; readonly drop: number; readonly duplicate: number };
  readonly states: number;
}

/** Texts: `<id>-title`, `<id>-what`, `<id>-mend`. */
export interface IncidentSpec {
  readonly id: string;
  readonly group: IncidentGroup;
  readonly sources: readonly [Source, ...Source[]];
  readonly run: Ending;
  readonly mend: Mend;
}

/** Every run of the incidents: as it happened, and mended. */
export function endings(of: readonly IncidentSpec[]): readonly Ending[] {
  return of.flatMap(({ run, mend }) => (mend.kind === 'run' ? [run, mend] : [run]));
}
