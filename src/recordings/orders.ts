/** Which order of the model each observation is about: its transaction and its body name it. */
import { HALF_TOPIC } from './names.ts';
import type { Observation, Recording } from './observation.ts';
import { isWhole } from './recorded.ts';

/** An order that no send of the recording began: nothing can be seen of it. */
const NO_ORDER = 'none';

export interface Orders {
  readonly count: number;
  /** The order that an observation names; undefined where it names none. */
  readonly orderOf: (observation: Observation) => string | undefined;
}

/**
 * The k-th send is order k; where sends would not all have been shown, every transaction that is named is one, and its body is
 * the first one that stands beside it. Where names contradict each other, the most frequent ones are right.
 */
export function ordersOf(recording: Recording): Orders {
  const { observations } = recording;
  const sends = observations.filter((one) => one.what === 'sendBegun');
  const count = isWhole(recording, 'sendBegun') ? sends.length : Math.max(sends.length, leastOrders(observations));
  const names = Array.from({ length: count }, (_, index) => `o${index + 1}`);
  const sent = sends.flatMap(({ body }, index) => (body === undefined ? [] : [[body, names[index] ?? '']]));
  const byTransaction = transactionsOf(observations, names, ownersOf(sent));
  const byBody = ownersOf([...sent, ...firstBodies(observations, byTransaction, names.slice(sends.length))]);
  const orderOf = (observation: Observation): string | undefined => {
    if (observation.what === 'sendBegun') return names[sends.indexOf(observation)];
    const { body, transaction } = namesIn(observation);
    const told = [
      ...(transaction === undefined ? [] : [byTransaction.get(transaction) ?? NO_ORDER]),
      ...(body === undefined || byBody.get(body) === null ? [] : [byBody.get(body) ?? NO_ORDER]),
    ];
    const [first] = told;
    return told.every((order) => order === first) ? first : NO_ORDER;
  };
  return { count, orderOf };
}

/** The bodies of orders whose send is not shown. */
function firstBodies(
  observations: readonly Observation[],
  byTransaction: ReadonlyMap<string, string>,
  unsent: readonly string[],
): readonly (readonly string[])[] {
  const first = new Map<string, string>();
  for (const observation of observations) {
    const { body, transaction = '' } = namesIn(observation);
    const order = byTransaction.get(transaction);
    if (body !== undefined && order !== undefined && !first.has(order)) first.set(order, body);
  }
  return unsent.flatMap((order) => {
    const body = first.get(order);
    return body === undefined ? [] : [[body, order]];
  });
}

/** How many orders there must have been: transactions, or else what happens once per order. */
function leastOrders(observations: readonly Observation[]): number {
  const transactions = new Set(
    observations.flatMap((one) => ('transaction' in one && one.transaction !== undefined ? [one.transaction] : [])),
  );
  const once = (is: (one: Observation) => boolean): number => observations.filter(is).length;
  const halves = (one: Observation): boolean =>
    one.what === 'appended' && one.topic === HALF_TOPIC && one.checkTimes === 0 && one.preparedOffset === null;
  return transactions.size > 0
    ? transactions.size
    : Math.max(
        1,
        once(halves),
        once(({ what }) => what === 'executeBegun'),
        once(({ what }) => what === 'sendReturned'),
      );
}

/** What an observation says of its transaction; the body of an op message is a list of offsets. */
function namesIn(observation: Observation) {
  const isOp = observation.what === 'appended' && observation.transaction === undefined && isOffsets(observation.body);
  return {
    body: 'body' in observation && !isOp ? observation.body : undefined,
    transaction: 'transaction' in observation ? observation.transaction : undefined,
  };
}

function isOffsets(body: string | undefined): boolean {
  return body !== undefined && /^[\d,]+$/.test(body);
}

/** The owner of each name; null for a name that several share, which tells nothing. */
function ownersOf(pairs: readonly (readonly string[])[]): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const [name = '', owner = ''] of pairs) owners.set(name, owners.has(name) ? null : owner);
  return owners;
}

/** By the bodies that stand beside them, else in the order in which they first appear. */
function transactionsOf(
  observations: readonly Observation[],
  names: readonly string[],
  byBody: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  for (const observation of observations) {
    const { body, transaction } = namesIn(observation);
    if (transaction === undefined) continue;
    seen.add(transaction);
    const order = body === undefined ? undefined : byBody.get(body);
    if (order === undefined || order === null) continue;
    const counts = votes.get(order) ?? new Map<string, number>();
    votes.set(order, counts.set(transaction, (counts.get(transaction) ?? 0) + 1));
  }
  const found = new Map<string, string>();
  for (const [order, counts] of votes) {
    const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
    if (most !== undefined) found.set(most[0], order);
  }
  const named = new Set(found.values());
  const unnamed = names.filter((name) => !named.has(name));
  const unknown = [...seen].filter((transaction) => !found.has(transaction));
  for (const [index, name] of unnamed.entries()) {
    const transaction = unknown[index];
    if (transaction !== undefined) found.set(transaction, name);
  }
  return found;
}
