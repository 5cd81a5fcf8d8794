/** What the order database answers, and what it tells. */
import type { Message, RoleId } from '../../../engine/model.ts';
import type { Note } from '../../shared/actions.ts';
import type { MessageRow, Why } from '../vocabulary.ts';
import { captureOf, claimOf } from '../settings.ts';
import { nextRow } from './scan.ts';
import {
  attemptsAfter,
  firstWaiting,
  isOver,
  isSettled,
  mayTryAgain,
  openOrders,
  ordersIn,
  restSkipped,
  rolledBack,
  rowOf,
  skippedRest,
  unlocked,
  type Database,
} from './tables.ts';

interface Reply {
  readonly to: RoleId;
  readonly message: Message;
}

export function committedReply(tx: string, isHalf: boolean): Reply {
  return { to: 'order-service', message: { type: 'committed', tx, isHalf } };
}

export function saved(from: RoleId): Reply {
  return { to: from, message: { type: 'saved' } };
}

export function rowReply(context: Database, from: RoleId, why: Why): Reply {
  return { to: from, message: { type: 'row', row: nextRow(context, why) } };
}

/** Order and row in one, also of the orders that joined, or the first of two local transactions (LT-28). */
export function commitNotes(context: Database, tx: string): readonly Note[] {
  switch (captureOf(context.settings)) {
    case 'same-tx':
      return ordersIn(context, tx).map((member) => ({ what: 'order-and-row-committed', tx: member }));
    case 'order-first':
      return [{ what: 'order-committed', tx }];
    case 'row-first':
      return [{ what: 'row-written', tx }];
  }
}

export function rollbackNotes(context: Database, tx: string): readonly Note[] {
  return ordersIn(context, tx).map((member) => ({ what: 'order-rolled-back', tx: member }));
}

export function secondNote({ settings }: Database, tx: string): Note {
  return { what: captureOf(settings) === 'row-first' ? 'order-committed' : 'row-written', tx };
}

export function readNotes(context: Database, from: RoleId, why: Why): readonly Note[] {
  const row = nextRow(context, why);
  const again = row?.status === 'SENT' ? 'again' : why;
  return row === null
    ? []
    : [{ what: 'row-read', ...named(row), by: nameOf(from), why: again, claim: claimOf(context.settings) }];
}

export function markNote(context: Database, id: number): Note {
  const row = rowOf(context, id);
  if (row === undefined) return { what: 'row-is-gone', id };
  return { what: isOver(row) ? 'row-is-settled' : 'row-sent', ...named(row), status: row.status };
}

export function failNote(context: Database, id: number): Note {
  const row = rowOf(context, id);
  if (row === undefined) return { what: 'row-is-gone', id };
  if (isSettled(context, row)) return { what: 'row-is-settled', ...named(row), status: row.status };
  const attempts = attemptsAfter(context.settings, row);
  if (mayTryAgain(context.settings, attempts)) return { what: 'attempt-failed', ...named(row), attempts };
  return { what: row.status === 'NEW' ? 'row-dead' : 'gave-up-waiting', ...named(row), attempts };
}

export function overdueNote(context: Database): Note {
  const row = firstWaiting(context, 'unconfirmed');
  const attempts = row === undefined ? 1 : attemptsAfter(context.settings, row);
  const isLast = !mayTryAgain(context.settings, attempts);
  return { what: isLast ? 'gave-up-waiting' : 'confirmation-missing', ...named(row), attempts };
}

export function leaseNote({ rows }: Database): Note {
  const row = rows.find(({ owner }) => owner !== null);
  return { what: 'lease-over', ...named(row), by: nameOf(row?.owner ?? '') };
}

/** What a person did to a row. */
export function rowNote(context: Database, what: string, id: number): Note {
  return { what, ...named(rowOf(context, id)) };
}

/** The text that names a relay in a sentence. */
function nameOf(role: RoleId): string {
  return `role-${role}-inline`;
}

function named(row: MessageRow | undefined) {
  return { tx: row?.tx ?? null, id: row?.id ?? null };
}

/** A client is gone: its open transactions are rolled back, its locks are free. With a relay that tails the log, see LT-37. */
export function lostConnectionNotes(context: Database, process: string): readonly Note[] {
  if (process === 'order') return openOrders(context).map((tx) => ({ what: 'order-rolled-back', tx }));
  const skipped = skippedRest(context).map((row) => ({ what: 'row-skipped', ...named(row) }));
  if (claimOf(context.settings) !== 'lock') return skipped;
  const free = context.rows.filter(({ owner }) => owner === process);
  return [...free.map((row) => ({ what: 'lock-free', ...named(row) })), ...skipped];
}

export function lostConnection(context: Database, process: string): Database {
  if (process === 'order') return openOrders(context).reduce(rolledBack, context);
  return restSkipped(unlocked(context, process));
}
