/** Which row a relay gets when it looks: the SELECT of the pattern, in its variants (LT-11, LT-16, LT-26, LT-27). */
import type { MessageRow, Why } from '../vocabulary.ts';
import { awaitsConsumer, fencesCursor, pollsByCursor, tailsLog } from '../settings.ts';
import { rowOf, type Database } from './tables.ts';

/** The oldest row that is due and free: a new one first, then one whose confirmation is overdue. */
export function nextRow(context: Database, why: Why): MessageRow | null {
  const { settings, rows, cursor } = context;
  if (tailsLog(settings)) return nextInLog(context);
  const isReady = (row: MessageRow): boolean => row.owner === null && isDue(row, why);
  const fence = fencesCursor(settings) ? (rows.find(({ status }) => status === 'open')?.id ?? Infinity) : Infinity;
  const fresh = rows.filter(({ id, status }) => status === 'NEW' && id < fence);
  const next = pollsByCursor(settings) ? fresh.filter(({ id }) => id > cursor).slice(0, 1) : fresh;
  const unconfirmed = awaitsConsumer(settings) ? rows.filter(({ status }) => status === 'SENT') : [];
  return next.find(isReady) ?? unconfirmed.find(isReady) ?? null;
}

/** The row at the position and no other (LT-33): while its publish is backing off, all behind it wait. */
function nextInLog(context: Database): MessageRow | null {
  const row = rowOf(context, context.log[context.position] ?? 0);
  return row === undefined || row.owner !== null || row.wait === 'backoff' ? null : row;
}

/** The minimum age binds the timer only: a hint after the commit means just this row. */
function isDue({ wait }: MessageRow, why: Why): boolean {
  return wait === null || (wait === 'young' && why === 'wake');
}
