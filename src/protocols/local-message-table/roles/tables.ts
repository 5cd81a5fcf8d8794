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
  countsTransactions,
  hasLaggingReplica,
  tailsLog,
  triesForEver,
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
  /** Lengths of the log at which a transaction ends: what a position knows that counts transactions (LT-37). */
  readonly ends: readonly number[];
}

export interface DatabaseContext extends Tables {
  readonly nextId: number;
  /** Orders that are placed in the transaction of another one, with that one. */
  readonly joined: { readonly [tx: string]: string };
  /** What the replica has while it is behind; null while it has everything. */
  readonly replica: Tables | null;
}

/** The database with the settings that its statements depend on. */
export type Database = WithSettings<DatabaseContext>;

export function emptyDatabase(settings: Settings): Database {
  const nothing = { orders: {}, rows: [], nextId: 1, joined: {} };
  return { settings, ...nothing, cursor: 0, log: [], position: 0, ends: [], replica: null };
}

// Local transactions of the order service

export function begun(context: Database, tx: string): Database {
  const open = withOrder(context, tx, 'open');
  const wait = agesFromInsert(context.settings) ? 'young' : null;
  return captureOf(context.settings) === 'same-tx' ? inserted(open, { tx, status: 'open', wait }) : open;
}

/** A second order in a transaction that is open: one commit for both, or none (LT-37). */
export function joining(context: Database, tx: string, leader: string): Database {
  return { ...begun(context, tx), joined: { ...context.joined, [tx]: leader } };
}

/** The orders of one transaction: the first, and those that joined it. */
export function ordersIn({ orders, joined }: DatabaseContext, leader: string): readonly string[] {
  return Object.keys(orders).filter((tx) => tx === leader || joined[tx] === leader);
}

/** What one commit makes visible: both (LT-1), or the first of two transactions (LT-28). */
export function committed(context: Database, tx: string): Database {
  switch (captureOf(context.settings)) {
    case 'same-tx': {
      const members = ordersIn(context, tx);
      const visible = (row: MessageRow): MessageRow =>
        members.includes(row.tx) && row.status === 'open'
          ? { ...row, status: 'NEW', wait: agesFromInsert(context.settings) ? row.wait : 'young' }
          : row;
      const next = members.reduce((so, member) => withOrder(so, member, 'committed'), context);
      return inLog({ ...next, rows: context.rows.map(visible) });
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
  const members = ordersIn(context, tx);
  const rows = context.rows.filter((row) => !members.includes(row.tx) || row.status !== 'open');
  return { ...members.reduce((so, member) => withOrder(so, member, 'aborted'), context), rows };
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
  return fresh.length === 0
    ? context
    : appended(
        context,
        fresh.map(({ id }) => id),
      );
}

/** One transaction's rows in the log; where one ends matters only to a position that counts transactions. */
function appended(context: Database, ids: readonly number[]): Database {
  const log = [...context.log, ...ids];
  return countsTransactions(context.settings)
    ? { ...context, log, ends: [...context.ends, log.length] }
    : { ...context, log };
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

/** The rows that a restart leaves out: the position says of a transaction that has begun to be read that it was read (LT-37). */
export function skippedRest({ settings, ends, position, log, rows }: Database): readonly MessageRow[] {
  if (!countsTransactions(settings)) return [];
  const end = ends.find((one) => one >= position) ?? position;
  const isInside = position > (ends.findLast((one) => one <= position) ?? 0);
  const ids = isInside ? log.slice(position, end) : [];
  return rows.filter(({ id }) => ids.includes(id));
}

export function restSkipped(context: Database): Database {
  return { ...context, position: context.position + skippedRest(context).length };
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

/** Without a limit the count, and with it the back-off, stops growing where it would have ended by default (LT-38). */
export function attemptsAfter(settings: Settings, { attempts }: MessageRow): number {
  return triesForEver(settings) ? Math.min(attempts + 1, ATTEMPTS_COUNTED_MAX) : attempts + 1;
}

const ATTEMPTS_COUNTED_MAX = 5;

export function mayTryAgain(settings: Settings, attempts: number): boolean {
  return triesForEver(settings) || attempts < attemptsMaxOf(settings);
}

function countedUp({ settings }: Database, row: MessageRow, wait: Wait | null): MessageRow {
  const attempts = attemptsAfter(settings, row);
  if (mayTryAgain(settings, attempts)) return { ...row, attempts, wait };
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
  const again = tailsLog(context.settings) ? appended(next, [id]) : next;
  return { ...again, cursor: Math.min(next.cursor, id - 1) };
}

/** One that waits to be published, and that no relay has in hand. */
export function canSpoil(row: MessageRow | undefined): boolean {
  return row?.status === 'NEW' && row.owner === null && row.fails === undefined;
}

/** The row cannot be published, or can be again (LT-38). */
export function spoilt(context: Database, id: number): Database {
  return withRow(context, id, (row) => ({ ...row, fails: true }));
}

export function mended(context: Database, id: number): Database {
  return withRow(context, id, ({ fails: _, ...row }) => row);
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
  const { orders, rows, cursor, log, position, ends } = before;
  return { ...after, replica: { orders, rows, cursor, log, position, ends } };
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
  const { cursor, log, position, ends } = replica;
  return { ...context, orders, rows, cursor, log, position, ends, replica: null };
}
