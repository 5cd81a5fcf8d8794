/** Addresses that name a page beside the explorer instead of a run: `v2/brokers`, `v2/compare?…`. */
import type { OpenedComparison } from './compareLink.ts';
import { parseLink } from './grammar.ts';

/** In the order of the menu. No protocol may have one of these ids. */
export const pageIds = ['compare', 'claims', 'checker', 'load', 'incidents', 'recordings', 'brokers'] as const;
export type PageId = (typeof pageIds)[number];

/** A page and what it shows, as it was read from its address (`pageAddress.ts`). */
export type Page = PlainPage | RecordingsPage | ComparePage | AddressedPage;

interface PlainPage {
  readonly id: 'incidents' | 'brokers';
}

export interface RecordingsPage {
  readonly id: 'recordings';
  /** The recording that is asked for, whether or not there is one of that name; null for the gallery. */
  readonly open: string | null;
}

/** What is read with the page: a load by the room that simulates it (`load/link.ts`), the others by `trialAddress.ts`. */
export interface AddressedPage {
  readonly id: 'load' | 'claims' | 'checker';
  /** From the version on. */
  readonly address: string;
}

export interface ComparePage extends OpenedComparison {
  readonly id: 'compare';
}

/** The page that an address names, or null where it names a run or nothing. */
export function pageIn(address: string): PageId | null {
  const asked = parseLink(address)?.protocol;
  return pageIds.find((id) => id === asked) ?? null;
}
