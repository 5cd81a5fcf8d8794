/**
 * Offsets counted from where each queue stood when the recording began: a broker that was in use has stored others before.
 * Where what else was recorded contradicts an append, the most frequent opinion is right, and 0 where opinions are equal.
 */
import { DISCARD_TOPIC, HALF_TOPIC, OP_TOPIC, retryTopic } from './names.ts';
import type { Observation, Recording } from './observation.ts';

export type Appended = Extract<Observation, { readonly what: 'appended' }>;
type Delivered = Extract<Observation, { readonly what: 'delivered' }>;

export interface Queues {
  /** Where a queue stood: the offset of its first message in the recording. */
  readonly baseOf: (topic: string, queue: number) => number;
  /** A half offset as the model counts them. */
  readonly half: (offset: number) => number;
  /** An op body as the model writes it. */
  readonly opBody: (body: string) => string;
  /** Where an appended message lies in the one queue that the model keeps per topic; null where its offset has a gap before it. */
  readonly placeOf: (appended: Appended) => number | null;
  /** Where a delivered message lies in that queue; null where nothing of the kind was stored. */
  readonly deliveredPlace: (delivered: Delivered) => number | null;
}

export function queuesOf({ observations, settings, recorded }: Recording): Queues {
  const appends = observations.filter((one) => one.what === 'appended');
  const isFiltered = recorded?.filtered === true;
  const opinions = opinionsOf(observations, appends, isFiltered);
  const chosen = (topic: string, queue: number): number => {
    const key = keyOf(topic, queue);
    const least = Math.min(...appends.flatMap((one) => (keyOf(one.topic, one.queue) === key ? [one.offset] : [])));
    return mostFrequent([...(opinions.get(key) ?? [])].filter(([base]) => base <= least));
  };
  const halfBase = chosen(HALF_TOPIC, 0);
  const isFresh = halfBase === 0 && appends.some(({ physicalOffset }) => physicalOffset === 0);
  const baseOf = (topic: string, queue: number): number => {
    // before the first half message there were no ops and no discards; before the first byte of the log there was nothing
    if (isFresh || (halfBase === 0 && [OP_TOPIC, DISCARD_TOPIC].includes(topic))) return 0;
    return chosen(topic, queue);
  };
  const halves = appends.filter(({ topic }) => topic === HALF_TOPIC).map(({ offset }) => offset);
  const half = (offset: number): number => {
    if (!isFiltered) return offset - baseOf(HALF_TOPIC, 0);
    const place = halves.indexOf(offset);
    return place < 0 ? -1 : place;
  };
  const rankInQueue = (one: Appended): number => appends.filter((other) => isOfOneQueue(other, one)).indexOf(one);
  const rankInTopic = (one: Appended): number => appends.filter(({ topic }) => topic === one.topic).indexOf(one);
  const placeOf = (one: Appended): number | null =>
    isFiltered || one.offset - baseOf(one.topic, one.queue) === rankInQueue(one) ? rankInTopic(one) : null;
  const deliveredPlace = (one: Delivered): number | null => {
    const topic = (one.reconsumeTimes ?? 0) > 0 ? retryTopic(settings) : one.topic;
    const found = deliveredFrom(one, topic, appends);
    if (found !== undefined) return placeOf(found);
    const isOneQueue = appends.every((other) => other.topic !== topic || other.queue === 0);
    return one.offset === undefined || !isOneQueue ? null : one.offset - baseOf(topic, one.queue ?? 0);
  };
  const named = (offset: number): readonly number[] => (isFiltered && half(offset) < 0 ? [] : [half(offset)]);
  return { baseOf, half, opBody: (body) => inBody(body, named), placeOf, deliveredPlace };
}

/** The stored message that a delivery is of; by its transaction where several queues have the offset. */
function deliveredFrom(one: Delivered, topic: string, appends: readonly Appended[]): Appended | undefined {
  const candidates = appends.filter(
    (other) =>
      other.topic === topic && other.offset === one.offset && (one.queue === undefined || one.queue === other.queue),
  );
  return candidates.length < 2
    ? candidates[0]
    : (candidates.find(({ transaction }) => transaction === one.transaction) ??
        candidates.find(({ body }) => body === one.body) ??
        candidates[0]);
}

/** The list of an op message, number by number; any other text as it is. */
function inBody(body: string, named: (offset: number) => readonly number[]): string {
  if (!/^\d+(?:,\d+)*,?$/.test(body)) return body;
  const isBatch = body.endsWith(',');
  const offsets = body
    .split(',')
    .filter((text) => text !== '')
    .flatMap((text) => named(Number(text)));
  return isBatch ? offsets.map((offset) => `${offset},`).join('') : offsets.join(',');
}

type Opinions = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The half topic, the op topic and the discards have one queue. */
const keyOf = (topic: string, queue: number): string =>
  `${topic} ${[HALF_TOPIC, OP_TOPIC, DISCARD_TOPIC].includes(topic) ? 0 : queue}`;

function isOfOneQueue(one: Appended, other: Appended): boolean {
  return keyOf(one.topic, one.queue) === keyOf(other.topic, other.queue);
}

/** How many observations say of each queue that it stood at an offset. */
function opinionsOf(observations: readonly Observation[], appends: readonly Appended[], isFiltered: boolean): Opinions {
  const counts = new Map<string, Map<number, number>>();
  if (isFiltered) return counts;
  const think = (topic: string, queue: number, base: number): void => {
    const known = counts.get(keyOf(topic, queue)) ?? new Map<number, number>();
    if (base >= 0) counts.set(keyOf(topic, queue), known.set(base, (known.get(base) ?? 0) + 1));
  };
  const sizes = new Map<string, number>();
  const sizeOf = (topic: string, queue = 0): number => sizes.get(keyOf(topic, queue)) ?? 0;
  const rankOf = (found: Appended | undefined): number =>
    found === undefined ? -1 : appends.filter((other) => isOfOneQueue(other, found)).indexOf(found);
  for (const one of observations) {
    if (one.what === 'appended') {
      const { topic, queue, offset } = one;
      think(topic, queue, offset - sizeOf(topic, queue));
      sizes.set(keyOf(topic, queue), sizeOf(topic, queue) + 1);
    } else if (one.what === 'cursors') {
      think(HALF_TOPIC, 0, one.half[1] - sizeOf(HALF_TOPIC));
      think(OP_TOPIC, 0, one.op[1] - sizeOf(OP_TOPIC));
      think(DISCARD_TOPIC, 0, one.discarded - sizeOf(DISCARD_TOPIC));
    } else if (one.what === 'endReceived' || one.what === 'checkBegun' || one.what === 'sendReturned') {
      const rank = rankOf(halfNamed(one, appends));
      if (rank >= 0 && one.halfOffset !== undefined) think(HALF_TOPIC, 0, one.halfOffset - rank);
    } else if (one.what === 'delivered' && one.offset !== undefined && one.transaction !== undefined) {
      const mine = appends.filter(({ topic, transaction }) => topic === one.topic && transaction === one.transaction);
      const [first] = mine;
      if (first !== undefined && mine.length === 1 && (one.reconsumeTimes ?? 0) === 0)
        think(first.topic, first.queue, one.offset - rankOf(first));
    }
  }
  return counts;
}

/** The half message that an observation means without its queue offset. */
function halfNamed(
  one: Extract<Observation, { readonly what: 'endReceived' | 'checkBegun' | 'sendReturned' }>,
  appends: readonly Appended[],
): Appended | undefined {
  const halves = appends.filter(({ topic }) => topic === HALF_TOPIC);
  if (one.what !== 'sendReturned')
    return halves.find(
      ({ physicalOffset }) => physicalOffset !== undefined && physicalOffset === one.halfPhysicalOffset,
    );
  const originals = halves.filter(
    ({ transaction, checkTimes }) => checkTimes === 0 && transaction !== undefined && transaction === one.transaction,
  );
  return originals.length === 1 ? originals[0] : undefined;
}

function mostFrequent(opinions: readonly (readonly [base: number, count: number])[]): number {
  const ordered = opinions.toSorted(([base, count], [otherBase, otherCount]) => otherCount - count || base - otherBase);
  return ordered[0]?.[0] ?? 0;
}
