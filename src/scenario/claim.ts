/** What is told of a claim: who says it, whether it stands, and the runs and questions that decide it. */
import type { Ending, Source } from './incident.ts';

/** In the order of the page. */
export const claimTopics = ['half', 'check', 'broker', 'consumer', 'plain', 'table', 'two-phase', 'load'] as const;
export type ClaimTopic = (typeof claimTopics)[number];

/** `depends`: true within bounds that the claim does not name. */
export const standings = ['false', 'depends', 'true'] as const;
export type Standing = (typeof standings)[number];

/** What a reader can answer before the reveal; `c` is right in every claim, and the page mixes their order. */
export const answerIds = ['a', 'b', 'c'] as const;
export type AnswerId = (typeof answerIds)[number];

/** What the verifier was asked, and what it has answered; a test asks again. */
export interface ClaimQuestion {
  /** Protocol and settings, as a link without steps. */
  readonly link: string;
  /** How many crashes, lost and duplicated messages a run may have, … */
  readonly faults: { readonly crash: number; readonly drop: number; readonly duplicate: number };
  /** … how many mishaps of the protocol's own kinds, … */
  readonly kinds?: { readonly [kind: string]: number };
  /** … and how many manual repairs; none where it is not there. */
  readonly persons?: number;
  readonly orders: number;
  /** A property of the protocol. */
  readonly promise: ClaimPromise;
  /** Which states were counted as one (`verifier/question.ts`). */
  readonly space: 'none' | 'exact' | 'promises';
  readonly answer: ClaimAnswer;
}

export type ClaimPromise = 'no-lost' | 'no-phantom' | 'no-duplicate' | 'half-invisible' | 'ever-parked' | 'ever-twice';

export type ClaimAnswer =
  /** No reachable state breaks the promise. */
  | { readonly kind: 'holds'; readonly states: number }
  /** The shortest run that breaks it has so many steps. */
  | { readonly kind: 'breaks'; readonly steps: number }
  /** The shortest run that shows what is asked about. */
  | { readonly kind: 'shows'; readonly steps: number };

/** Why the verifier can't be asked. `no-protocol`: there is no model of it. `load`: the load lab decides it. */
export type Undecidable = 'no-protocol' | 'load';

/** Texts: `<id>-claim`, `-ask`, `-a`, `-b`, `-c`, `-why`, `-say`. */
export interface ClaimSpec {
  readonly id: string;
  readonly topic: ClaimTopic;
  readonly standing: Standing;
  /** Official documents that say it; where there is none, it is often said. */
  readonly sources: readonly Source[];
  /** Where the product's code or documents show how it is; where there is none, it is our own reasoning. */
  readonly evidence: readonly Source[];
  /** The run that decides it comes first; the others show where it is different. */
  readonly runs: readonly Ending[];
  /** What an answer comes to, where it can be played. */
  readonly choices?: { readonly [answer in AnswerId]?: Ending };
  readonly questions: readonly ClaimQuestion[];
  readonly undecidable?: Undecidable;
  /** The load that decides it, from behind `v2/` on. */
  readonly load?: string;
}

/** Every run of the claims, the deciding ones and those of the answers. */
export function runsOfClaims(claims: readonly ClaimSpec[]): readonly Ending[] {
  return claims.flatMap(({ runs, choices = {} }) => [...runs, ...Object.values(choices)]);
}
