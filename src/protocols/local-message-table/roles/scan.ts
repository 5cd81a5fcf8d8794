/** Which row a relay gets when it looks: the SELECT of the pattern, in its variants (LT-11, LT-16, LT-26, LT-27). */
import type { MessageRow, Why } from '../vocabulary.ts';
import type { DatabaseContext } from './tables.ts';

/** The oldest row that is due and free: a new one first, then one whose confirmation is overdue. */
export function nextRow({ rules, rows, cursor }: DatabaseContext, why: Why): MessageRow | null {
  const isReady = (row: MessageRow): boolean => row.owner === null && isDue(row, why);
  const fresh = rows.filter(({ status }) => status === 'NEW');
  const next = rules.byCursor ? fresh.filter(({ id }) => id > cursor).slice(0, 1) : fresh;
  const unconfirmed = rules.awaitsConsumer ? rows.filter(({ status }) => status === 'SENT') : [];
  return next.find(isReady) ?? unconfirmed.find(isReady) ?? null;
}

/** The minimum age binds the timer only: a hint after the commit means just this row. */
function isDue({ wait }: MessageRow, why: Why): boolean {
  return wait === null || (wait === 'young' && why === 'wake');
}
