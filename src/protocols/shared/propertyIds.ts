/** What the verifier can be asked about any protocol: each has its texts in every language. */

/** What may never happen, or must come to rest. */
export const PROMISE_IDS = ['no-lost', 'no-phantom', 'no-duplicate', 'half-invisible', 'settles'] as const;

/** What not everybody promises: asked by name alone, so that who asks about everything asks what a protocol stands for. */
const DEMAND_IDS = [
  'needs-no-person',
  'exactly-once',
  'halves-settle',
  'nothing-after-rollback',
  'in-key-order',
  'ever-blocked',
] as const;

/** What a reader can ask to be shown. */
const SHOWABLE_IDS = ['ever-late', 'ever-parked', 'ever-twice', 'ever-checked-five-times'] as const;

export type PromiseId = (typeof PROMISE_IDS)[number];
type DemandId = (typeof DEMAND_IDS)[number];
export type PropertyId = PromiseId | DemandId | (typeof SHOWABLE_IDS)[number];

const PROPERTY_IDS: readonly PropertyId[] = [...PROMISE_IDS, ...DEMAND_IDS, ...SHOWABLE_IDS];

export function isPromiseId(id: PropertyId): id is PromiseId {
  return PROMISE_IDS.some((known) => known === id);
}

export function isAskedByName(id: PropertyId): boolean {
  return DEMAND_IDS.some((known) => known === id);
}

/** An id that came from outside, such as a worker's answer. */
export function propertyIdOf(id: string): PropertyId {
  const known = PROPERTY_IDS.find((one) => one === id);
  if (known === undefined) throw new Error(`Expected a property of ${PROPERTY_IDS.join(', ')}; got ${id}.`);
  return known;
}
