/** The promises and questions that every protocol with a ledger shares, and those that a protocol adds. */
import type { World } from '../engine/world.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { LedgerLine, Protocol, Verdict } from '../protocols/protocol.ts';
import type { PropertyKind } from './question.ts';

/** One property of one protocol. It looks at the ledger or at the whole world, whichever is less. */
export type Property = { readonly id: string; readonly kind: PropertyKind } & Test;

/** `always`: true while the promise is kept. `sometimes`: true where it shows. `settles`: true where every order is at rest well. */
export type Test =
  | { readonly looksAt: 'ledger'; readonly test: (lines: readonly LedgerLine[]) => boolean }
  | { readonly looksAt: 'world'; readonly test: (world: World) => boolean };

export function propertiesOf(protocol: Protocol): readonly Property[] {
  const own = inquiryOf(protocol.id).properties.map((property): Property => ({ ...property, looksAt: 'world' }));
  return [...SHARED, ...own];
}

const AT_REST: readonly Verdict[] = ['consistent', 'late', 'parked'];

const SHARED: readonly Property[] = [
  ledgerProperty('no-lost', 'always', (lines) => lines.every(({ verdict }) => verdict !== 'lost')),
  ledgerProperty('no-phantom', 'always', (lines) => lines.every(({ verdict }) => verdict !== 'phantom')),
  ledgerProperty('no-duplicate', 'always', (lines) => lines.every(({ points }) => points <= 1)),
  ledgerProperty('settles', 'settles', (lines) => lines.every(({ verdict }) => AT_REST.includes(verdict))),
  ledgerProperty('ever-late', 'sometimes', (lines) => lines.some(({ verdict }) => verdict === 'late')),
  ledgerProperty('ever-parked', 'sometimes', (lines) => lines.some(({ verdict }) => verdict === 'parked')),
];

function ledgerProperty(id: string, kind: PropertyKind, test: (lines: readonly LedgerLine[]) => boolean): Property {
  return { id, kind, looksAt: 'ledger', test };
}
