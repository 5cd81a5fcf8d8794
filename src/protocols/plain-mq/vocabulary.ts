/** The words of plain messaging: one local transaction and one publish, in either order. */
import type { Message } from '../../engine/model.ts';

/** The state of an order's row, as another session of the database sees it. */
export type OrderRow = 'open' | 'committed' | 'aborted';

/** Durations in milliseconds. */
export const delaysMs = {
  /** From the commit (or, publishing first, from the insert) to the publish: the gap of this protocol. */
  publishDelay: 10,
  /** How long the publisher waits for the broker's confirm. */
  publishTimeout: 3_000,
  /** From a failed publish to the next attempt. */
  retryPause: 1_000,
} as const;

/** The first attempt and two more, where it retries. */
export const ATTEMPTS_MAX = 3;

export interface PlaceOrder extends Message {
  readonly type: 'placeOrder';
  readonly tx: string;
}
export interface Finish extends Message {
  readonly type: 'finish';
  readonly outcome: 'commit' | 'rollback';
}
