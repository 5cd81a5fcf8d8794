/** The promises and questions that every protocol with a ledger shares, and those that a protocol adds. */
import type { World } from '../engine/world.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { LedgerLine, Protocol, Verdict } from '../protocols/protocol.ts';
import type { PropertyId } from '../protocols/shared/propertyIds.ts';
import type { PropertyKind, Reduction } from './question.ts';

/** One property of one protocol. It looks at the ledger or at the whole world, whichever is less. */
export type Property = {
  readonly id: PropertyId;
  readonly kind: PropertyKind;
  /** The reductions after which the answer is still the same; with none it is asked of the whole space alone. */
  readonly survives: readonly Reduction[];
} & Test;

/** `always`: true while the promise is kept. `sometimes`: true where it shows. `settles`: true where every order is at rest well. */
export type Test =
  | { readonly looksAt: 'ledger'; readonly test: (lines: readonly LedgerLine[]) => boolean }
  | { readonly looksAt: 'world'; readonly test: (world: World) => boolean };

export function propertiesOf(protocol: Protocol): readonly Property[] {
  const own = inquiryOf(protocol.id).properties.map(({ id, kind, test }): Property => {
    return { id, kind, test, survives: survivedBy(id), looksAt: 'world' };
  });
  return [...SHARED, ...own];
}

const PROMISES: readonly Reduction[] = ['exact', 'promises', 'uncounted', 'trusting'];

/** Nobody who is not listed here is asked of anything but the whole space. */
const SURVIVES: { readonly [id in PropertyId]?: readonly Reduction[] } = {
  'no-lost': PROMISES,
  'no-phantom': PROMISES,
  'no-duplicate': PROMISES,
  'half-invisible': PROMISES,
  settles: PROMISES,
  'needs-no-person': ['exact'],
  'exactly-once': ['exact'],
  'ever-blocked': ['exact'],
  'ever-late': ['exact'],
  'ever-parked': ['exact'],
  'ever-twice': ['exact'],
  'ever-checked-five-times': ['exact'],
};

function survivedBy(id: PropertyId): readonly Reduction[] {
  return SURVIVES[id] ?? [];
}

/** Each order has its points, once, or neither is there. */
const IN_BOTH: readonly Verdict[] = ['consistent', 'late'];

const AT_REST: readonly Verdict[] = ['consistent', 'late', 'parked'];

const SHARED: readonly Property[] = [
  ledgerProperty('no-lost', 'always', (lines) => lines.every(({ verdict }) => verdict !== 'lost')),
  ledgerProperty('no-phantom', 'always', (lines) => lines.every(({ verdict }) => verdict !== 'phantom')),
  ledgerProperty('no-duplicate', 'always', (lines) => lines.every(({ points }) => points <= 1)),
  ledgerProperty('settles', 'settles', (lines) => lines.every(({ verdict }) => AT_REST.includes(verdict))),
  ledgerProperty('needs-no-person', 'always', (lines) => lines.every(({ verdict }) => verdict !== 'parked')),
  ledgerProperty('exactly-once', 'settles', (lines) => lines.every(({ verdict }) => IN_BOTH.includes(verdict))),
  ledgerProperty('ever-blocked', 'sometimes', (lines) => lines.some(({ verdict }) => verdict === 'blocked')),
  ledgerProperty('ever-late', 'sometimes', (lines) => lines.some(({ verdict }) => verdict === 'late')),
  ledgerProperty('ever-parked', 'sometimes', (lines) => lines.some(({ verdict }) => verdict === 'parked')),
];

function ledgerProperty(id: PropertyId, kind: PropertyKind, test: (lines: readonly LedgerLine[]) => boolean): Property {
  return { id, kind, survives: survivedBy(id), looksAt: 'ledger', test };
}
