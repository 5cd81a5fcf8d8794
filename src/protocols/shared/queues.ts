/** A topic and its consumer as one: what is stored, what is on its way, and the same with fewer places in the queues. */
import { byText, keyOf, type DataObject } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import { channelId, inFlight, type LocalState, type World } from '../../engine/world.ts';
import type { Forgotten } from '../protocol.ts';
import { progressFrom, type ConsumerContext } from './consumerState.ts';
import type { Delivery, QueueName } from './delivery.ts';
import { withData, withValue } from './localStates.ts';
import { dataOf, written } from './roleData.ts';
import type { Stored, TopicContext } from './topicState.ts';

const TO_CONSUMER = channelId('topic', 'consumer');
const TO_TOPIC = channelId('consumer', 'topic');
export const QUEUES: readonly QueueName[] = ['orders', 'retry'];

export interface Deliveries {
  readonly world: World;
  readonly topic: LocalState;
  readonly stored: TopicContext;
  readonly owed: TopicContext['owed'];
  readonly consumer: LocalState;
  readonly points: ConsumerContext['points'];
  /** Null while its process is down. */
  readonly client: ConsumerContext | null;
  readonly deliveries: readonly Delivery[];
  /** On the way to the topic. */
  readonly replies: readonly Message[];
}

/** Null where the protocol has no such topic. */
export function deliveriesOf(world: World): Deliveries | null {
  const [topic, consumer] = [world.roles['topic'], world.roles['consumer']];
  if (topic === undefined || consumer === undefined) return null;
  return {
    world,
    topic,
    stored: dataOf<TopicContext>(topic),
    owed: topic.value === 'crashed' ? [] : written<TopicContext>(topic.context).owed,
    consumer,
    points: dataOf<ConsumerContext>(consumer).points,
    client: consumer.value === 'crashed' ? null : written<ConsumerContext>(consumer.context),
    deliveries: inFlight(world, 'topic', 'consumer') as readonly Delivery[],
    replies: inFlight(world, 'consumer', 'topic'),
  };
}

export interface Place {
  readonly queue: QueueName;
  readonly offset: number;
}

export function isAt(queue: QueueName, offset: number): (place: Place) => boolean {
  return (place) => place.queue === queue && place.offset === offset;
}

/** What is left of the queues: of each, which offsets, in their new order. */
export type Left = { readonly [queue in QueueName]: readonly number[] };

export function leftWhere(stored: TopicContext, isLeft: (queue: QueueName, offset: number) => boolean): Left {
  const offsets = (queue: QueueName): readonly number[] =>
    stored[queue].flatMap((_, offset) => (isLeft(queue, offset) ? [offset] : []));
  return { orders: offsets('orders'), retry: offsets('retry') };
}

/** What stands at a place. How much it is late is of interest until points are added, and then only whether. */
export function storedAt(seen: Deliveries, queue: QueueName, offset: number): Stored {
  return withoutLateness(seen, { ...(seen.stored[queue][offset] ?? NOTHING), prepared: null });
}

const NOTHING: Stored = { tx: '', checkTimes: 0, prepared: null, reconsumeTimes: 0 };

function withoutLateness<Late extends Stored | Delivery>({ points }: Deliveries, message: Late): Late {
  const checkTimes = points[message.tx] === undefined ? Math.min(1, message.checkTimes) : 0;
  return message.checkTimes === checkTimes ? message : { ...message, checkTimes };
}

/** Queues of which only these offsets are left, in their order, counted anew wherever one is named. */
export function counted(seen: Deliveries, left: Left): Forgotten {
  const { stored, client, replies } = seen;
  const moved = (queue: QueueName, offset: number): number => left[queue].filter((other) => other < offset).length;
  const placed = <At extends Place>(place: At): At =>
    place.offset < 0 ? place : { ...place, offset: moved(place.queue, place.offset) };
  const consumed = { orders: moved('orders', stored.consumed.orders), retry: moved('retry', stored.consumed.retry) };
  const progressIn = (queue: QueueName, { base, finished, have, told }: Progress): Progress => {
    const among = (offsets: readonly number[]): readonly number[] =>
      offsets.filter((offset) => left[queue].includes(offset)).map((offset) => moved(queue, offset));
    const at = moved(queue, base);
    // What the topic knows already need not be told.
    const known = Math.max(moved(queue, told), Math.min(at, consumed[queue]));
    return { base: at, finished: among(finished), have: among(have), told: known };
  };
  const progress =
    client === null
      ? NO_PROGRESS
      : { orders: progressIn('orders', client.orders), retry: progressIn('retry', client.retry) };
  const acknowledgements = replies.map((reply) =>
    reply.type === 'consumerOffset' ? placed(reply as Message & Place) : reply,
  );
  const isNews = (reply: Message): boolean =>
    reply.type !== 'consumerOffset' || Number(reply['offset']) > consumed[reply['queue'] as QueueName];
  return rearranged(seen, left, {
    placed,
    inHand: placed,
    consumed,
    progress,
    replies: acknowledgements.filter(isNews),
  });
}

/** Queues of which only these offsets are left, in any order, where nothing is acknowledged any more. */
export function uncounted(seen: Deliveries, left: Left): Forgotten {
  return rearranged(seen, left, {
    placed: (place) => ({ ...place, offset: left[place.queue].indexOf(place.offset) }),
    // Finishing a message of no place acknowledges nothing.
    inHand: (place) => ({ ...place, offset: -1 }),
    consumed: { orders: 0, retry: 0 },
    progress: NO_PROGRESS,
    replies: seen.replies.filter(({ type }) => type !== 'consumerOffset'),
  });
}

type Progress = ConsumerContext['orders'];
type Placed = <At extends Place>(place: At) => At;

interface Arrangement {
  readonly placed: Placed;
  /** The place of a message that the consumer has. */
  readonly inHand: Placed;
  readonly consumed: TopicContext['consumed'];
  readonly progress: { readonly [queue in QueueName]: Progress };
  readonly replies: readonly Message[];
}

const NO_PROGRESS = { orders: progressFrom(0), retry: progressFrom(0) };

function rearranged(seen: Deliveries, left: Left, to: Arrangement): Forgotten {
  const { world, topic, consumer, client, deliveries, owed } = seen;
  const { placed, inHand, consumed, progress } = to;
  const queue = (name: QueueName): readonly Stored[] => left[name].map((offset) => storedAt(seen, name, offset));
  const isTold = QUEUES.every((name) => progress[name].base <= progress[name].told);
  const persists = (delay: string): boolean => delay === 'persistConsumerOffset';
  return {
    roles: {
      topic: withData(topic, {
        orders: queue('orders'),
        retry: queue('retry'),
        consumed,
        ...(topic.value === 'crashed' ? {} : { owed: owed.map(placed).sort(byPlace) }),
      }),
      ...(client === null
        ? {}
        : {
            consumer: withValue(
              withData(consumer, { ...progress, inbox: client.inbox.map((one) => withoutLateness(seen, inHand(one))) }),
              isTold ? { offsets: 'told' } : {},
            ),
          }),
    },
    timers: { consumer: (world.timers['consumer'] ?? []).filter((delay) => !isTold || !persists(delay)) },
    network: {
      [TO_CONSUMER]: sorted(deliveries.map((message) => withoutLateness(seen, placed(message)))),
      [TO_TOPIC]: sorted(to.replies),
    },
  };
}

function byPlace(one: Place, other: Place): number {
  return byText(one.queue, other.queue) || one.offset - other.offset;
}

/** As the network keeps them. */
export function sorted(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((one, other) => byText(keyOf(one), keyOf(other)));
}

export function isConnected({ topic, consumer, stored }: Deliveries): boolean {
  const isUp = topic.value !== 'crashed' && consumer.value !== 'crashed';
  return isUp && stored.isConnected && (consumer.value as DataObject)['connection'] === 'connected';
}
