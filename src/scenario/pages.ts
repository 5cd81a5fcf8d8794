/** Addresses that name a page beside the explorer instead of a run: `v2/brokers`, `v2/compare?…`. */
import { parseLink } from './grammar.ts';

/** In the order of the menu. No protocol may have one of these ids. */
export const pageIds = ['compare', 'claims', 'checker', 'load', 'incidents', 'recordings', 'brokers'] as const;
export type PageId = (typeof pageIds)[number];

/** The page that an address names, or null where it names a run or nothing. */
export function pageIn(address: string): PageId | null {
  const asked = parseLink(address)?.protocol;
  return pageIds.find((id) => id === asked) ?? null;
}
