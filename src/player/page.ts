/** A page beside the explorer and what it shows, as it was read from its address (`pageAddress.ts`). */
import type { OpenedLoad } from '../load/link.ts';
import type { OpenedComparison } from '../scenario/compareLink.ts';
import type { CheckerPage, ClaimsPage } from '../scenario/trialAddress.ts';

export type Page =
  | { readonly id: 'incidents' | 'brokers' }
  | RecordingsPage
  | ({ readonly id: 'claims' } & ClaimsPage)
  | ({ readonly id: 'checker' } & CheckerPage)
  | ({ readonly id: 'load' } & OpenedLoad)
  | ({ readonly id: 'compare' } & OpenedComparison);

interface RecordingsPage {
  readonly id: 'recordings';
  /** The recording that is asked for, whether or not there is one of that name; null for the gallery. */
  readonly open: string | null;
}

/** Whether something was wrong with the address, which stays as it is until the reader goes on. */
export function hasProblem(page: Page | null): boolean {
  return page !== null && 'problem' in page && page.problem !== null;
}
