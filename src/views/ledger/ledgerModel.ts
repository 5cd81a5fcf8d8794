import type { LedgerLine, OrderState, Verdict } from '../../protocols/protocol.ts';
import { orderNumber } from './verdictLook.ts';

/** One order as the page shows it: what each database says, and what follows. */
export interface LedgerRow {
  /** Without its letter: `1` for `o1`. */
  readonly number: string;
  readonly order: string;
  readonly state: OrderState;
  readonly points: number;
  /** Whether the two databases agree now: as many points as committed orders. */
  readonly agrees: boolean;
  readonly verdict: Verdict;
}

export function ledgerRows(ledger: readonly LedgerLine[]): readonly LedgerRow[] {
  return ledger.map((line) => ({
    ...line,
    number: orderNumber(line.order),
    agrees: line.points === (line.state === 'committed' ? 1 : 0),
  }));
}

/** How many orders end how, in the order in which they are met. */
export function ledgerTotals(
  rows: readonly { readonly verdict: Verdict }[],
): readonly { readonly verdict: Verdict; readonly count: number }[] {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => ({ verdict, count }));
}

/** Verdicts of orders that are not consistent: the databases disagree for good, or until a person or a process decides. */
export const INCONSISTENT = [
  'lost',
  'phantom',
  'duplicated',
  'parked',
  'blocked',
] as const satisfies readonly Verdict[];

/** Whether some order is not consistent, so that there is a story to tell. */
export function hasStory(rows: readonly Pick<LedgerLine, 'verdict'>[]): boolean {
  return rows.some(({ verdict }) => INCONSISTENT.some((told) => told === verdict));
}
