/** What a topic, the points service and its database hold of an order, in every protocol that ends there. */
import { isCrashed, type World } from '../../engine/world.ts';
import type { Belief, Lane } from './beliefs.ts';
import type { ConsumerContext } from './consumerState.ts';
import type { Delivery } from './delivery.ts';
import type { TopicContext } from './topicState.ts';

export const CONSUMER_LANES: readonly Lane[] = [
  { id: 'consumer', process: 'points', about: 'owes' },
  { id: 'points-database', process: 'points', about: 'points' },
];

/** What is stored for the points service; null where nothing of the order is. */
export function topicBelief(topic: Stored, order: string): Belief | null {
  const { orders, retry, scheduled, dead, consumed } = topic;
  const isOurs = ({ tx }: { readonly tx: string }): boolean => tx === order;
  const left = [...orders.slice(consumed.orders), ...retry.slice(consumed.retry), ...scheduled].filter(isOurs);
  if (left.some(({ event }) => event === undefined)) return { says: ['broker-visible'], claim: 'committed' };
  if (left.length > 0) return { says: ['broker-cancel'], claim: null };
  if (dead.some(isOurs)) return { says: ['broker-dead'], claim: null };
  if ([...orders, ...retry].some(isOurs)) return { says: ['broker-consumed'], claim: 'dealt-with' };
  return null;
}

type Stored = Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;

export const NOTHING_HEARD: Belief = { says: ['broker-nothing'], claim: 'nothing-owed' };

interface AtConsumer {
  readonly world: World;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers'> & { readonly inbox: readonly Delivery[] };
}

/** What the points service takes for true, its memory first and what it would look up second. */
export function consumerBelief({ world, consumer }: AtConsumer, order: string): Belief {
  if (isCrashed(world, 'points')) return { says: ['gone'], claim: null };
  const { inbox, markers, points } = consumer;
  const inHand = inbox.find(({ tx }) => tx === order);
  const row = points[order];
  if (row?.isRefused === true) return { says: ['consumer-refused'], claim: null };
  if (inHand?.event === 'cancel') return { says: ['consumer-cancels'], claim: null };
  if (inHand !== undefined && markers.includes(order)) return { says: ['consumer-again'], claim: 'dealt-with' };
  if (inHand !== undefined && !isBetween(world)) return { says: ['consumer-owes'], claim: 'owed' };
  if (row !== undefined || markers.includes(order)) return { says: ['consumer-done'], claim: 'dealt-with' };
  return { says: ['consumer-nothing'], claim: 'nothing-owed' };
}

/** Its points are added and its marker is not: two transactions, and the second has not run yet. */
function isBetween(world: World): boolean {
  return JSON.stringify(world.roles['consumer']?.value).includes('"added"');
}

/** Rows of the points database: what is there, also while the service is down. */
export function pointsBelief({ consumer }: AtConsumer, order: string): Belief {
  const row = consumer.points[order];
  const count = row?.added ?? 0;
  const added = count === 0 ? 'points-none' : 'points-some';
  const more = [
    ...(consumer.markers.includes(order) ? (['points-marked'] as const) : []),
    ...(row?.isRefused === true ? (['points-refused'] as const) : []),
  ];
  return { says: [added, ...more], count, claim: null };
}
