/** The one place where an address of a page is read and written; in between, a page is what `pages.ts` says. */
import type { Protocol } from '../protocols/protocol.ts';
import { formatAddress, parseAddress, valuesOf } from './grammar.ts';
import { pageIn, type Page } from './pages.ts';
import { NEWEST_VERSION } from './versions.ts';

/**
 * What an address shows beside the explorer, or null where it names a run or nothing. A comparison needs every protocol;
 * its grammar is fetched with the first one.
 */
export async function readPage(protocols: readonly [Protocol, ...Protocol[]], address: string): Promise<Page | null> {
  const id = pageIn(address);
  switch (id) {
    case null:
      return null;
    case 'incidents':
    case 'brokers':
      return { id };
    case 'recordings':
      return { id, open: valuesOf(parseAddress(address)?.pairs ?? [], ['open']).get('open') ?? null };
    case 'claims':
    case 'checker':
    case 'load': {
      const { version = NEWEST_VERSION, pairs = [] } = parseAddress(address) ?? {};
      return { id, address: formatAddress(Math.max(version, NEWEST_VERSION), id, pairs.map(pairOf)) };
    }
    case 'compare': {
      const { readComparison } = await import('./compareLink.ts');
      return { id, ...readComparison(protocols, address) };
    }
  }
}

/** The canonical address of a page, from `v2/` on. */
export async function writePage(page: Page): Promise<string> {
  switch (page.id) {
    case 'incidents':
    case 'brokers':
      return formatAddress(NEWEST_VERSION, page.id, []);
    case 'recordings':
      return formatAddress(NEWEST_VERSION, page.id, [['open', page.open]]);
    case 'claims':
    case 'checker':
    case 'load':
      return page.address;
    case 'compare': {
      const { writeComparison } = await import('./compareLink.ts');
      return writeComparison(page.comparison);
    }
  }
}

function pairOf(pair: string): readonly [key: string, value: string | null] {
  const sign = pair.indexOf('=');
  return sign < 0 ? [pair, null] : [pair.slice(0, sign), pair.slice(sign + 1)];
}
