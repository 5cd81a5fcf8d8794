/** The order database's content, and the pure steps from one to the next. */
import type { DataObject } from '../../../engine/data.ts';
import type { RoleId, Settings } from '../../../engine/model.ts';
import type { WithSettings } from '../../shared/actions.ts';
import {
  agesFromInsert,
  attemptsMaxOf,
  awaitsConsumer,
  captureOf,
  claimOf,
  hasLaggingReplica,
  tailsLog,
} from '../settings.ts';
import type { MessageRow, OrderRow, Wait } from '../vocabulary.ts';

export interface Tables extends DataObject {
  readonly orders: { readonly [tx: string]: OrderRow };
  readonly rows: readonly MessageRow[];
  /** With polling by cursor: rows up to this id have been dealt with. */
  readonly cursor: number;
  /** With log tailing: ids of the rows in the order in which they were committed, and how far the relay has read. */
  readonly log: readonly number[];
  readonly position: number;
}

export interface DatabaseContext extends Tables {
  readonly nextId: number;
  /** What the replica has while it is behind; null while it has everything. */
  readonly replica: Tables | null;
}

/** The database with the settings that its statements depend on. */
export type Database = WithSettings<DatabaseContext>;

export function emptyDatabase(settings: Settings): Database {
  return { settings, orders: {}, rows: [], nextId: 1, cursor: 0, log: [], position: 0, replica: null };
}

// Local transactions of the order service

export function begun(context: Database, tx: string): Database {
  const open = withOrder(context, tx, 'open');
  const wait = agesFromInsert(context.settings) ? 'young' : null;
  return captureOf(context.settings) === 'same-tx' ? inserted(open, { tx, status: 'open', wait }) : open;
}

/** What one commit makes visible: both (LT-1), or the first of two transactions (LT-28). */
export function committed(context: Database, tx: string): Database {
  switch (captureOf(context.settings)) {
    case 'same-tx': {
      const visible = (row: MessageRow): MessageRow =>
        row.tx === tx && row.status === 'open'
          ? { ...row, status: 'NEW', wait: agesFromInsert(context.settings) ? row.wait : 'young' }
          : row;
      return inLog({ ...withOrder(context, tx, 'committed'), rows: context.rows.map(visible) });
    }
    case 'order-first':
      return withOrder(context, tx, 'committed');
    case 'row-first':
      return inLog(inserted(context, { tx, status: 'NEW', wait: 'young' }));
  }
}

/** The second of two transactions. */
export function secondWritten(context: Database, tx: string): Database {
  if (captureOf(context.settings) === 'row-first') return withOrder(context, tx, 'committed');
  return inLog(inserted(context, { tx, status: 'NEW', wait: 'young' }));
}

export function rolledBack(context: Database, tx: string): Database {
  const rows = context.rows.filter((row) => row.tx !== tx || row.status !== 'open');
  return { ...withOrder(context, tx, 'aborted'), rows };
}

export function cancelled(context: Database, tx: string): Database {
  return inLog(inserted(withOrder(context, tx, 'cancelled'), { tx, event: 'cancel', status: 'NEW', wait: 'young' }));
}

export function compensated(context: Database, tx: string): Database {
  return confirmed(withOrder(context, tx, 'compensated'), tx, undefined);
}

export function openOrders({ orders }: Tables): readonly string[] {
  return Object.keys(orders).filter((tx) => orders[tx] === 'open');
}

function withOrder(context: Database, tx: string, state: OrderRow): Database {
  return { ...context, orders: { ...context.orders, [tx]: state } };
}

/** What a commit adds to the log; nobody reads it but a relay that tails it. */
function inLog(context: Database): Database {
  if (!tailsLog(context.settings)) return context;
  const fresh = context.rows.filter(({ id, status }) => status !== 'open' && !context.log.includes(id));
  return { ...context, log: [...context.log, ...fresh.map(({ id }) => id)] };
}

type NewRow = Pick<MessageRow, 'tx' | 'event' | 'status' | 'wait'>;

function inserted(context: Database, row: NewRow): Database {
  const id = context.nextId;
  return { ...context, nextId: id + 1, rows: [...context.rows, { ...row, id, attempts: 0, owner: null }] };
}

// Statements of the relays

export function claimed(context: Database, id: number, owner: RoleId): Database {
  return claimOf(context.settings) === 'none' ? context : withRow(context, id, (row) => ({ ...row, owner }));
}

/** The publish is believed to have succeeded (LT-9), or is about to happen (LT-15). */
export function marked(context: Database, id: number): Database {
  // A relay that tails the log never reads a row again, so nothing is timed.
  const wait = awaitsConsumer(context.settings) && !tailsLog(context.settings) ? 'unconfirmed' : null;
  const next = withRow(context, id, (row) => {
    return isOver(row) ? { ...row, owner: null } : { ...row, status: 'SENT', wait, owner: null };
  });
  return { ...behind(next, id), cursor: Math.max(next.cursor, id) };
}

/** A further attempt after the back-off, or none any more: DEAD where nothing was ever sent (LT-22). */
export function failed(context: Database, id: number): Database {
  const next = withRow(context, id, (row) => {
    return { ...(isSettled(context, row) ? row : countedUp(context, row, 'backoff')), owner: null };
  });
  const isDead = rowOf(next, id)?.status === 'DEAD';
  return isDead ? { ...behind(next, id), cursor: Math.max(next.cursor, id) } : next;
}

/** The row at the position is dealt with. */
function behind(context: Database, id: number): Database {
  return context.log[context.position] === id ? { ...context, position: context.position + 1 } : context;
}

/** The position is gone, and a new one begins at the end of the log (LT-34). */
export function positionLost(context: Database): Database {
  return { ...context, position: context.log.length };
}

export function isOver({ status }: MessageRow): boolean {
  return status === 'DONE' || status === 'DEAD';
}

/** Nothing that a relay reports changes it any more. */
export function isSettled({ settings }: Database, row: MessageRow): boolean {
  return isOver(row) || (row.status === 'SENT' && !awaitsConsumer(settings));
}

function countedUp({ settings }: Database, row: MessageRow, wait: Wait | null): MessageRow {
  const attempts = row.attempts + 1;
  if (attempts < attemptsMaxOf(settings)) return { ...row, attempts, wait };
  return { ...row, attempts, wait: 'person', status: row.status === 'NEW' ? 'DEAD' : row.status };
}

export function rowOf({ rows }: Tables, id: number): MessageRow | undefined {
  return rows.find((row) => row.id === id);
}

function withRow(context: Database, id: number, change: (row: MessageRow) => MessageRow): Database {
  return { ...context, rows: context.rows.map((row) => (row.id === id ? change(row) : row)) };
}

/** Locks belong to a connection and go with it; a lease stays until it is over. */
export function unlocked(context: Database, owner: string): Database {
  if (claimOf(context.settings) !== 'lock') return context;
  return { ...context, rows: context.rows.map((row) => (row.owner === owner ? { ...row, owner: null } : row)) };
}

// The consumer's answer, and people

export function confirmed(context: Database, tx: string, event: 'cancel' | undefined): Database {
  const done = (row: MessageRow): MessageRow =>
    row.tx === tx && row.event === event ? { ...row, status: 'DONE', wait: null } : row;
  return { ...context, rows: context.rows.map(done) };
}

/** A person has looked and wants it sent again. */
export function replayed(context: Database, id: number): Database {
  const next = withRow(context, id, (row) => {
    return { ...row, status: row.status === 'DEAD' ? 'NEW' : row.status, attempts: 0, wait: null };
  });
  const log = tailsLog(context.settings) ? [...next.log, id] : next.log;
  return { ...next, log, cursor: Math.min(next.cursor, id - 1) };
}

// What time brings: always to the oldest row that waits for it

export function firstWaiting({ rows }: Tables, wait: Wait): MessageRow | undefined {
  return rows.find((row) => row.wait === wait);
}

export function due(context: Database, wait: Wait): Database {
  const row = firstWaiting(context, wait);
  return row === undefined ? context : withRow(context, row.id, (old) => ({ ...old, wait: null }));
}

export function overdue(context: Database): Database {
  const row = firstWaiting(context, 'unconfirmed');
  return row === undefined ? context : withRow(context, row.id, (old) => countedUp(context, old, null));
}

export function leaseOver(context: Database): Database {
  const row = context.rows.find(({ owner }) => owner !== null);
  return row === undefined ? context : withRow(context, row.id, (old) => ({ ...old, owner: null }));
}

// The replica

/** A commit that the replica does not have yet: what it has is remembered. */
export function logged(before: Database, after: Database): Database {
  if (!hasLaggingReplica(before.settings) || before.replica !== null) return after;
  const { orders, rows, cursor, log, position } = before;
  return { ...after, replica: { orders, rows, cursor, log, position } };
}

/** The replica takes over: what it did not have is gone, and every open transaction with it (LT-28, F31). */
export function failedOver(context: Database): Database {
  const { replica } = context;
  if (replica === null) return context;
  const survived = (tx: string): OrderRow => {
    const state = replica.orders[tx];
    return state === undefined || state === 'open' ? 'aborted' : state;
  };
  const orders = Object.fromEntries(Object.keys(context.orders).map((tx) => [tx, survived(tx)]));
  const rows = replica.rows.filter(({ status }) => status !== 'open').map((row) => ({ ...row, owner: null }));
  const { cursor, log, position } = replica;
  return { ...context, orders, rows, cursor, log, position, replica: null };
}
