/** Who holds what of an order: plain messages. */
import { isCrashed } from '../../engine/world.ts';
import { TRUTH, type Belief, type BeliefNotes } from '../shared/beliefs.ts';
import { consumerBelief, CONSUMER_LANES, NOTHING_HEARD, pointsBelief, topicBelief } from '../shared/deliveryBeliefs.ts';
import { isAwaiting, read, type PlainMqWorld } from './read.ts';

export const beliefs: BeliefNotes = {
  lanes: () => [
    TRUTH,
    { id: 'producer', process: 'order', about: 'publisher' },
    { id: 'order-database', process: 'order', about: 'database' },
    { id: 'broker', process: 'broker', about: 'outcome' },
    ...CONSUMER_LANES,
  ],
  belief: (world, lane, order) => beliefIn(read(world), lane, order),
};

function beliefIn(seen: PlainMqWorld, lane: string, order: string): Belief {
  switch (lane) {
    case 'producer':
      return publisherBelief(seen, order);
    case 'broker':
      return topicBelief(seen.topic, order) ?? NOTHING_HEARD;
    case 'consumer':
      return consumerBelief(seen, order);
    case 'points-database':
      return pointsBelief(seen, order);
    default: {
      const row = seen.orders[order] ?? 'none';
      return { says: [`rows-${row}`], claim: null };
    }
  }
}

/** What is still to be published is in memory alone (PM-3, PM-6). */
function publisherBelief({ world, orderService, phase, orders }: PlainMqWorld, order: string): Belief {
  if (isCrashed(world, 'order')) return { says: ['gone'], claim: null };
  if (orderService?.tx !== order) return { says: ['producer-nothing'], claim: null };
  if (phase === 'working') return { says: ['producer-running'], claim: 'undecided' };
  const claim = orders[order] === 'committed' ? 'committed' : 'undecided';
  return { says: [isAwaiting(phase) ? 'producer-awaits' : 'producer-publishes'], claim };
}
