/** The words of two-phase commit: who takes part, what they say to each other, and how long things take. */
import type { DataObject } from '../../engine/data.ts';
import type { Message, RoleId } from '../../engine/model.ts';

/** The databases that take part, in the order in which the setting `participants` adds them. Each is its own process. */
export const PARTICIPANTS = [
  'order-db',
  'points-db',
  'stock-db',
  'coupon-db',
  'wallet-db',
  'freight-db',
  'invoice-db',
] as const;

export const COORDINATOR = 'coordinator';

/** The process in which the coordinator lives: the transaction manager is a part of the order service. */
export const COORDINATOR_PROCESS = 'order';

/** The one transaction of the benchmark. */
export const BENCHMARK_TX = 'o1';

export type Answer = 'yes' | 'no';

/** What a transaction came to, at the coordinator or at one participant. */
export type Fate = 'committed' | 'aborted';

/** What a database says of one transaction: its row and, before that, how far its branch has come. */
export type BranchState = 'none' | 'working' | 'prepared' | Fate;

// coordinator -> participant
export interface Prepare extends Message {
  readonly type: 'prepare';
  readonly tx: string;
}
export interface Commit extends Message {
  readonly type: 'commit';
  readonly tx: string;
  /** Sent by recovery, because the participant was still waiting. */
  readonly isRepeated: boolean;
}
export interface Abort extends Message {
  readonly type: 'abort';
  readonly tx: string;
  readonly isRepeated: boolean;
}
/** XA RECOVER: which branches are you holding for me? */
export interface Recover extends Message {
  readonly type: 'recover';
}

// participant -> coordinator
export interface Vote extends Message {
  readonly type: 'vote';
  readonly tx: string;
  readonly from: RoleId;
  readonly answer: Answer;
}
export interface Acknowledgement extends Message {
  readonly type: 'ack';
  readonly tx: string;
  readonly from: RoleId;
}
/** The answer to `recover`: branches in doubt, and those that a person decided. */
export interface Held extends Message {
  readonly type: 'held';
  readonly from: RoleId;
  readonly branches: readonly HeldBranch[];
}
export interface HeldBranch extends DataObject {
  readonly tx: string;
  readonly state: 'prepared' | Fate;
}

// the benchmark's own word for a vote
export interface Prepared extends Message {
  readonly type: 'prepared';
  readonly from: RoleId;
}

/** Durations in milliseconds. */
export const delaysMs = {
  /** From the request to the forced prepare record: the participant's part of the work. */
  work: 100,
  /** How long the coordinator waits for all votes. */
  voteTimeout: 10_000,
  /** From the last vote to the forced commit record. */
  decide: 10,
  /** From the commit record to the first message that tells it: the window in which only the log knows. */
  announce: 10,
  /** Narayana's periodicRecoveryPeriod: how often recovery asks every participant what it still holds. */
  recoveryPeriod: 120_000,
  /** Benchmark: patience of a participant that has not yet prepared, and of a coordinator that lacks votes. */
  giveUp: 60_000,
} as const;
