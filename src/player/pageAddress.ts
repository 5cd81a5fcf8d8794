/** The one place where an address of a page is read and written; in between, a page is what `page.ts` says. */
import type { Protocol } from '../protocols/protocol.ts';
import { formatAddress, parseAddress, valuesOf } from '../scenario/grammar.ts';
import { pageIn } from '../scenario/pages.ts';
import { NEWEST_VERSION } from '../scenario/versions.ts';
import type { Page } from './page.ts';

/**
 * What an address shows beside the explorer, or null where it names a run or nothing. A comparison needs every protocol;
 * what only one page's addresses say is fetched with the first of them.
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
    case 'claims': {
      const { readClaims } = await import('../scenario/trialAddress.ts');
      return { id, ...readClaims(address) };
    }
    case 'checker': {
      const { readChecker } = await import('../scenario/trialAddress.ts');
      return { id, ...readChecker(address) };
    }
    case 'load': {
      const { readLoad } = await import('../load/link.ts');
      return { id, ...readLoad(address) };
    }
    case 'compare': {
      const { readComparison } = await import('../scenario/compareLink.ts');
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
    case 'claims': {
      const { claimsAddress } = await import('../scenario/trialAddress.ts');
      return claimsAddress(page);
    }
    case 'checker': {
      const { checkerAddress } = await import('../scenario/trialAddress.ts');
      return checkerAddress(page);
    }
    case 'load': {
      const { writeLoad } = await import('../load/link.ts');
      return writeLoad(page.scenario, page.atS);
    }
    case 'compare': {
      const { writeComparison } = await import('../scenario/compareLink.ts');
      return writeComparison(page.comparison);
    }
  }
}
