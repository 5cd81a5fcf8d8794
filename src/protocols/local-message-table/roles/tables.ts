/** The order database's content, and the pure steps from one to the next. */
import type { DataObject } from '../../../engine/data.ts';
import type { RoleId, Settings } from '../../../engine/model.ts';
import {
  agesFromInsert,
  attemptsMaxOf,
  awaitsConsumer,
  captureOf,
  claimOf,
  hasLaggingReplica,
  pollsByCursor,
  type Capture,
  type Claim,
} from '../settings.ts';
import type { MessageRow, OrderRow, Wait } from '../vocabulary.ts';

export interface Tables extends DataObject {
  readonly orders: { readonly [tx: string]: OrderRow };
  readonly rows: readonly MessageRow[];
  /** With polling by cursor: rows up to this id have been dealt with. */
  readonly cursor: number;
}

export interface DatabaseContext extends Tables {
  readonly rules: Rules;
  readonly nextId: number;
  /** What the replica has while it is behind; null while it has everything. */
  readonly replica: Tables | null;
}

/** The settings that the database's statements depend on. */
interface Rules extends DataObject {
  readonly awaitsConsumer: boolean;
  readonly claim: Claim;
  readonly byCursor: boolean;
  readonly capture: Capture;
  readonly agesFromInsert: boolean;
  readonly attemptsMax: number;
  readonly lags: boolean;
}

export function emptyDatabase(settings: Settings): DatabaseContext {
  return {
    rules: {
      awaitsConsumer: awaitsConsumer(settings),
      claim: claimOf(settings),
      byCursor: pollsByCursor(settings),
      capture: captureOf(settings),
      agesFromInsert: agesFromInsert(settings),
      attemptsMax: attemptsMaxOf(settings),
      lags: hasLaggingReplica(settings),
    },
    orders: {},
    rows: [],
    nextId: 1,
    cursor: 0,
    replica: null,
  };
}

// Local transactions of the order service

export function begun(context: DatabaseContext, tx: string): DatabaseContext {
  const open = withOrder(context, tx, 'open');
  const wait = context.rules.agesFromInsert ? 'young' : null;
  return context.rules.capture === 'same-tx' ? inserted(open, { tx, status: 'open', wait }) : open;
}

/** What one commit makes visible: both (LT-1), or the first of two transactions (LT-28). */
export function committed(context: DatabaseContext, tx: string): DatabaseContext {
  switch (context.rules.capture) {
    case 'same-tx': {
      const visible = (row: MessageRow): MessageRow =>
        row.tx === tx && row.status === 'open'
          ? { ...row, status: 'NEW', wait: context.rules.agesFromInsert ? row.wait : 'young' }
          : row;
      return { ...withOrder(context, tx, 'committed'), rows: context.rows.map(visible) };
    }
    case 'order-first':
      return withOrder(context, tx, 'committed');
    case 'row-first':
      return inserted(context, { tx, status: 'NEW', wait: 'young' });
  }
}

/** The second of two transactions. */
export function secondWritten(context: DatabaseContext, tx: string): DatabaseContext {
  if (context.rules.capture === 'row-first') return withOrder(context, tx, 'committed');
  return inserted(context, { tx, status: 'NEW', wait: 'young' });
}

export function rolledBack(context: DatabaseContext, tx: string): DatabaseContext {
  const rows = context.rows.filter((row) => row.tx !== tx || row.status !== 'open');
  return { ...withOrder(context, tx, 'aborted'), rows };
}

export function cancelled(context: DatabaseContext, tx: string): DatabaseContext {
  return inserted(withOrder(context, tx, 'cancelled'), { tx, event: 'cancel', status: 'NEW', wait: 'young' });
}

export function compensated(context: DatabaseContext, tx: string): DatabaseContext {
  return confirmed(withOrder(context, tx, 'compensated'), tx, undefined);
}

export function openOrders({ orders }: Tables): readonly string[] {
  return Object.keys(orders).filter((tx) => orders[tx] === 'open');
}

function withOrder(context: DatabaseContext, tx: string, state: OrderRow): DatabaseContext {
  return { ...context, orders: { ...context.orders, [tx]: state } };
}

type NewRow = Pick<MessageRow, 'tx' | 'event' | 'status' | 'wait'>;

function inserted(context: DatabaseContext, row: NewRow): DatabaseContext {
  const id = context.nextId;
  return { ...context, nextId: id + 1, rows: [...context.rows, { ...row, id, attempts: 0, owner: null }] };
}

// Statements of the relays

export function claimed(context: DatabaseContext, id: number, owner: RoleId): DatabaseContext {
  return context.rules.claim === 'none' ? context : withRow(context, id, (row) => ({ ...row, owner }));
}

/** The publish is believed to have succeeded (LT-9), or is about to happen (LT-15). */
export function marked(context: DatabaseContext, id: number): DatabaseContext {
  const wait = context.rules.awaitsConsumer ? 'unconfirmed' : null;
  const next = withRow(context, id, (row) => {
    return isOver(row) ? { ...row, owner: null } : { ...row, status: 'SENT', wait, owner: null };
  });
  return { ...next, cursor: Math.max(next.cursor, id) };
}

/** A further attempt after the back-off, or none any more: DEAD where nothing was ever sent (LT-22). */
export function failed(context: DatabaseContext, id: number): DatabaseContext {
  const next = withRow(context, id, (row) => {
    return { ...(isSettled(context, row) ? row : countedUp(context, row, 'backoff')), owner: null };
  });
  const isDead = rowOf(next, id)?.status === 'DEAD';
  return isDead ? { ...next, cursor: Math.max(next.cursor, id) } : next;
}

export function isOver({ status }: MessageRow): boolean {
  return status === 'DONE' || status === 'DEAD';
}

/** Nothing that a relay reports changes it any more. */
export function isSettled({ rules }: DatabaseContext, row: MessageRow): boolean {
  return isOver(row) || (row.status === 'SENT' && !rules.awaitsConsumer);
}

function countedUp({ rules }: DatabaseContext, row: MessageRow, wait: Wait | null): MessageRow {
  const attempts = row.attempts + 1;
  if (attempts < rules.attemptsMax) return { ...row, attempts, wait };
  return { ...row, attempts, wait: 'person', status: row.status === 'NEW' ? 'DEAD' : row.status };
}

export function rowOf({ rows }: Tables, id: number): MessageRow | undefined {
  return rows.find((row) => row.id === id);
}

function withRow(context: DatabaseContext, id: number, change: (row: MessageRow) => MessageRow): DatabaseContext {
  return { ...context, rows: context.rows.map((row) => (row.id === id ? change(row) : row)) };
}

/** Locks belong to a connection and go with it; a lease stays until it is over. */
export function unlocked(context: DatabaseContext, owner: string): DatabaseContext {
  if (context.rules.claim !== 'lock') return context;
  return { ...context, rows: context.rows.map((row) => (row.owner === owner ? { ...row, owner: null } : row)) };
}

// The consumer's answer, and people

export function confirmed(context: DatabaseContext, tx: string, event: 'cancel' | undefined): DatabaseContext {
  const done = (row: MessageRow): MessageRow =>
    row.tx === tx && row.event === event ? { ...row, status: 'DONE', wait: null } : row;
  return { ...context, rows: context.rows.map(done) };
}

/** A person has looked and wants it sent again. */
export function replayed(context: DatabaseContext, id: number): DatabaseContext {
  const next = withRow(context, id, (row) => {
    return { ...row, status: row.status === 'DEAD' ? 'NEW' : row.status, attempts: 0, wait: null };
  });
  return { ...next, cursor: Math.min(next.cursor, id - 1) };
}

// What time brings: always to the oldest row that waits for it

export function firstWaiting({ rows }: Tables, wait: Wait): MessageRow | undefined {
  return rows.find((row) => row.wait === wait);
}

export function due(context: DatabaseContext, wait: Wait): DatabaseContext {
  const row = firstWaiting(context, wait);
  return row === undefined ? context : withRow(context, row.id, (old) => ({ ...old, wait: null }));
}

export function overdue(context: DatabaseContext): DatabaseContext {
  const row = firstWaiting(context, 'unconfirmed');
  return row === undefined ? context : withRow(context, row.id, (old) => countedUp(context, old, null));
}

export function leaseOver(context: DatabaseContext): DatabaseContext {
  const row = context.rows.find(({ owner }) => owner !== null);
  return row === undefined ? context : withRow(context, row.id, (old) => ({ ...old, owner: null }));
}

// The replica

/** A commit that the replica does not have yet: what it has is remembered. */
export function logged(before: DatabaseContext, after: DatabaseContext): DatabaseContext {
  if (!before.rules.lags || before.replica !== null) return after;
  const { orders, rows, cursor } = before;
  return { ...after, replica: { orders, rows, cursor } };
}

/** The replica takes over: what it did not have is gone, and every open transaction with it (LT-28, F31). */
export function failedOver(context: DatabaseContext): DatabaseContext {
  const { replica } = context;
  if (replica === null) return context;
  const survived = (tx: string): OrderRow => {
    const state = replica.orders[tx];
    return state === undefined || state === 'open' ? 'aborted' : state;
  };
  const orders = Object.fromEntries(Object.keys(context.orders).map((tx) => [tx, survived(tx)]));
  const rows = replica.rows.filter(({ status }) => status !== 'open').map((row) => ({ ...row, owner: null }));
  return { ...context, orders, rows, cursor: replica.cursor, replica: null };
}
