/** What nothing will ever read again of worlds that end in a topic and the points service. */
import type { DataObject } from '../../engine/data.ts';
import type { RoleId, Settings } from '../../engine/model.ts';
import { inFlight, type LocalState, type World } from '../../engine/world.ts';
import type { Forgetting, Forgotten } from '../protocol.ts';
import type { ConsumerContext } from './consumerState.ts';
import { marksOf, type QueueName } from './delivery.ts';
import { flushesAsync, type Stored, type TopicContext } from './topicState.ts';

/** Whether it was started anew is of interest to the start alone. */
export function forgetRecovery(role: RoleId): Forgetting {
  return {
    roles: [role],
    forget: ({ roles }) => {
      const local = roles[role];
      return local?.context['isRecovered'] === true
        ? { roles: { [role]: withData(local, { isRecovered: false }) } }
        : {};
    },
  };
}

/** A power loss looks at lengths and at what was flushed, so a lossy log is left alone. */
export function forgetDeliveries(settings: Settings): readonly Forgetting[] {
  const consumer = forgetRecovery('consumer');
  return flushesAsync(settings) ? [consumer] : [consumer, { roles: ['topic', 'consumer'], forget: forgetDelivered }];
}

/**
 * Of what is consumed nobody asks more than how much it is. What is with the consumer for good, because nobody dies any
 * more, is only asked for where its delivery may still be lost. How late a message came matters until points are added.
 */
function forgetDelivered(world: World, mayCrash: boolean): Forgotten {
  const [topic, consumer] = [world.roles['topic'], world.roles['consumer']];
  if (topic === undefined || consumer === undefined) return {};
  const { orders, retry, consumed } = dataOf(topic) as unknown as TopicContext;
  const isForGood = !mayCrash && isConnected(topic, consumer);
  const wanted = [
    ...(topic.value === 'crashed' ? [] : (topic.context as unknown as TopicContext).owed),
    ...inFlight(world, 'topic', 'consumer'),
  ];
  const isWanted = (queue: QueueName, offset: number): boolean =>
    wanted.some((place) => place['queue'] === queue && place['offset'] === offset);
  const left = (queue: QueueName, messages: readonly Stored[]): readonly Stored[] =>
    messages.map((message, offset) => {
      if (isWanted(queue, offset)) return { ...message, prepared: null };
      if (offset < consumed[queue]) return CONSUMED;
      return isForGood ? { ...CONSUMED, ...marksOf(message), tx: message.tx } : { ...message, prepared: null };
    });
  return {
    roles: {
      topic: withData(topic, { orders: left('orders', orders), retry: left('retry', retry) }),
      ...(consumer.value === 'crashed' ? {} : { consumer: withoutLateness(consumer, isForGood) }),
    },
  };
}

const CONSUMED: Stored = { tx: '', checkTimes: 0, prepared: null, reconsumeTimes: 0 };

function isConnected(topic: LocalState, consumer: LocalState): boolean {
  const isUp = (topic.context as unknown as TopicContext).isConnected && consumer.value !== 'crashed';
  return isUp && JSON.stringify(consumer.value).includes('"connection":"connected"');
}

/** What it has is of interest to a new connection alone. */
function withoutLateness(consumer: LocalState, isForGood: boolean): LocalState {
  const { inbox, points, orders, retry } = consumer.context as unknown as ConsumerContext;
  const isDecided = (tx: string): boolean => points[tx] !== undefined;
  return withData(consumer, {
    inbox: inbox.map((message) => (isDecided(message.tx) ? { ...message, checkTimes: 0 } : message)),
    ...(isForGood ? { orders: { ...orders, have: [] }, retry: { ...retry, have: [] } } : {}),
  });
}

/** A role's data, or what survives of it while its process is down. */
export function dataOf({ value, context }: LocalState): DataObject {
  return value === 'crashed' ? (context['survived'] as DataObject) : context;
}

/** A role with some of its data replaced, also while its process is down. */
export function withData(local: LocalState, data: DataObject): LocalState {
  const next = { ...dataOf(local), ...data };
  return { value: local.value, context: local.value === 'crashed' ? { ...local.context, survived: next } : next };
}
