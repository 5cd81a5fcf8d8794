/** What nothing will ever read again of worlds that end in a topic and the points service. */
import { byText, keyOf } from '../../engine/data.ts';
import type { RoleId, Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Argued, Forgetting, Forgotten } from '../protocol.ts';
import type { Delivery, QueueName } from './delivery.ts';
import { withData, withValue } from './localStates.ts';
import {
  counted,
  deliveriesOf,
  isAt,
  isConnected,
  leftWhere,
  QUEUES,
  storedAt,
  uncounted,
  type Deliveries,
} from './queues.ts';
import { CONSUMED_STAYS_SO, presuming, READ_AT_START } from './premises.ts';
import { losesAppends } from './settings.ts';
import type { Stored } from './topicState.ts';

/** Whether it was started anew is of interest to the start alone. */
export function forgetRecovery(role: RoleId): Forgetting {
  return ({ roles }) => {
    const local = roles[role];
    return local?.context['isRecovered'] === true ? { roles: { [role]: withData(local, { isRecovered: false }) } } : {};
  };
}

/** A power loss looks at lengths and at what was flushed, so a lossy log is left alone. */
export function forgetDeliveries(settings: Settings): readonly Argued[] {
  const consumer = presuming(READ_AT_START, [forgetRecovery('consumer')]);
  return losesAppends(settings) ? consumer : [...consumer, ...presuming(CONSUMED_STAYS_SO, [forgetDelivered])];
}

const forgetDelivered: Forgetting = (world, { crash }) => {
  const seen = deliveriesOf(world);
  if (seen === null) return {};
  return !crash && areAllAtHand(seen) ? withoutPlaces(seen) : withoutConsumed(seen);
};

/** What is consumed and on nobody's way is gone, and its acknowledgement is no news. */
function withoutConsumed(seen: Deliveries): Forgotten {
  const { stored, client, deliveries, owed } = seen;
  const places = [...deliveries, ...owed, ...(client?.inbox ?? [])];
  const isLeft = (queue: QueueName, offset: number): boolean =>
    offset >= stored.consumed[queue] ||
    places.some(isAt(queue, offset)) ||
    client?.[queue].finished.includes(offset) === true;
  return counted(seen, leftWhere(stored, isLeft));
}

/**
 * Topic and consumer are connected, and every message is on its way, with the consumer, or finished to some end. Where nobody
 * dies any more it will stay so.
 */
function areAllAtHand(seen: Deliveries): boolean {
  const { stored, client, deliveries, owed } = seen;
  if (client === null || !isConnected(seen)) return false;
  const { inbox, points, markers } = client;
  const hasEnded = ({ tx, event }: Stored): boolean =>
    event === undefined && ((points[tx]?.added ?? 0) > 0 || markers.includes(tx));
  const places = [...deliveries, ...owed, ...inbox];
  return QUEUES.every((queue) =>
    stored[queue].every(
      (message, offset) => offset < stored.consumed[queue] || hasEnded(message) || places.some(isAt(queue, offset)),
    ),
  );
}

/** Acknowledgements have no reader any more, and the topic is asked only for what may be lost on its way. */
function withoutPlaces(seen: Deliveries): Forgotten {
  const { stored, deliveries, owed } = seen;
  const left = leftWhere(stored, (queue, offset) => [...deliveries, ...owed].some(isAt(queue, offset)));
  /** Equal for places that could change places. */
  const content = (queue: QueueName, offset: number): string => {
    const times = [owed, deliveries].map((places) => places.filter(isAt(queue, offset)).length);
    return `${keyOf(storedAt(seen, queue, offset))} ${times.join(' ')}`;
  };
  const byContent = (queue: QueueName): readonly number[] =>
    left[queue].toSorted((one, other) => byText(content(queue, one), content(queue, other)));
  return uncounted(seen, { orders: byContent('orders'), retry: byContent('retry') });
}

/** Without messages about orders that are over, wherever they are. What waits behind them comes sooner. */
export function withoutMessages(world: World, isOver: (tx: string) => boolean): Forgotten {
  const seen = deliveriesOf(world);
  if (seen === null) return {};
  const { stored, client, topic, consumer } = seen;
  const isLeft = ({ tx }: Stored | Delivery): boolean => !isOver(tx);
  const left = leftWhere(stored, (queue, offset) => isLeft(storedAt(seen, queue, offset)));
  const owed = seen.owed.filter(({ queue, offset }) => left[queue].includes(offset));
  const isPaid = seen.owed.length > 0 && owed.length === 0;
  const inbox = client?.inbox.filter(isLeft) ?? [];
  const [atWork] = client?.inbox ?? [];
  const isInterrupted = atWork !== undefined && !isLeft(atWork);
  const listener = inbox.length > 0 ? 'consuming' : 'idle';
  const { timers = {}, ...next } = counted(
    {
      ...seen,
      deliveries: seen.deliveries.filter(isLeft),
      owed,
      client: client === null ? null : { ...client, inbox },
      topic: isPaid ? withValue(topic, { pull: 'complete' }) : topic,
      consumer: isInterrupted ? withValue(consumer, { listener }) : consumer,
    },
    left,
  );
  const waiting = (timers['consumer'] ?? []).filter((delay) => !isInterrupted || !WORK.includes(delay));
  return {
    ...next,
    timers: {
      topic: (world.timers['topic'] ?? []).filter((delay) => !isPaid || delay !== 'pullAgain'),
      consumer: isInterrupted && inbox.length > 0 ? [...waiting, 'consumeMessage'].sort() : waiting,
    },
  };
}

/** Delays of the listener while it has a message in hand. */
const WORK: readonly string[] = ['consumeMessage', 'secondTransaction', 'reply', 'consumeAgain'];
