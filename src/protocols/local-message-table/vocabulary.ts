/** The words of the local message table: rows, messages and times (facts: SPEC.md). */
import type { DataObject } from '../../engine/data.ts';
import type { Message, RoleId } from '../../engine/model.ts';

/** An order's row as another session of the database sees it. `compensated`: taken back because the points service refused it. */
export type OrderRow = 'open' | 'committed' | 'aborted' | 'cancelled' | 'compensated';

/** `open`: inserted by a transaction that has not committed; nobody else sees it. */
export type RowStatus = 'open' | 'NEW' | 'SENT' | 'DONE' | 'DEAD';

/**
 * Why a row is not due. `young`: below the poller's minimum age. `backoff`: its last publish failed. `unconfirmed`: sent,
 * and the consumer's confirmation is awaited. `person`: given up, an alarm is raised.
 */
export type Wait = 'young' | 'backoff' | 'unconfirmed' | 'person';

/** A row of the message table. */
export interface MessageRow extends DataObject {
  /** Auto-increment: given at the insert, not at the commit (LT-26). */
  readonly id: number;
  readonly tx: string;
  /** Absent for a new order. */
  readonly event?: 'cancel';
  readonly status: RowStatus;
  /** Publishes that failed, and confirmations that did not come in time. */
  readonly attempts: number;
  /** Null: due now, or nothing is left to do. */
  readonly wait: Wait | null;
  /** The relay that has claimed it; always null without claims. */
  readonly owner: RoleId | null;
  /** It cannot be published: too long, say, or its exchange is gone (LT-38). */
  readonly fails?: true;
}

/** What made a relay look: the hint after a commit, its timer, or what is new in the log. */
export type Why = 'wake' | 'poll' | 'tail';

// consumer -> order service
export interface PointsConfirmed extends Message {
  readonly type: 'pointsConfirmed';
  readonly tx: string;
  readonly event?: 'cancel';
}
/** The points service refuses the order for a business reason: take it back. */
export interface Reverse extends Message {
  readonly type: 'reverse';
  readonly tx: string;
}

/** Durations in milliseconds, with where they come from. */
export const delaysMs = {
  /** From the commit to the hint for the relay; the window in which a crash makes the message wait for the timer. */
  afterCommitSend: 10,
  /** Between two local transactions, where order and row are not written in one. */
  secondWrite: 50,
  /** From reading a row to publishing it, and from the confirm to marking it: the windows of F4 and F6. */
  publishDelay: 10,
  markDelay: 10,
  /** How long a publisher waits for the broker's confirm. */
  confirmTimeout: 5_000,
  /** Scan interval and minimum age of U109/rabbitmq-local-message-table. */
  pollInterval: 10_000,
  minimumAge: 10_000,
  /** How often new entries of the log are asked for: poll.interval.ms of Debezium. */
  tailInterval: 500,
  /** Lease of the same sample's distributed lock. */
  leaseTime: 300_000,
  /** Re-send interval of paascloud for rows without a confirmation. */
  confirmationOverdue: 30_000,
  /** How far an asynchronous replica is behind. */
  replicationLag: 1_000,
} as const;

const BACKOFF_MS = 10_000;

/** 10 s × 2ⁿ, as in U109/rabbitmq-local-message-table. */
export function backoffMs(attempts: number): number {
  return BACKOFF_MS * 2 ** Math.max(0, attempts - 1);
}
