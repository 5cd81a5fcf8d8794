/** Who holds what of an order: the local message table. */
import { isCrashed } from '../../engine/world.ts';
import { TRUTH, type Belief, type BeliefNotes } from '../shared/beliefs.ts';
import { consumerBelief, CONSUMER_LANES, NOTHING_HEARD, pointsBelief, topicBelief } from '../shared/deliveryBeliefs.ts';
import { read, RELAYS, type LocalMessageTableWorld } from './read.ts';

export const beliefs: BeliefNotes = {
  lanes: (roles) => [
    TRUTH,
    { id: 'producer', process: 'order', about: 'transaction' },
    { id: 'order-database', process: 'order-db', about: 'database' },
    ...RELAYS.filter((role) => roles.some(({ id }) => id === role)).map(
      (id) => ({ id, process: id, about: 'row' }) as const,
    ),
    { id: 'broker', process: 'broker', about: 'outcome' },
    ...CONSUMER_LANES,
  ],
  belief: (world, lane, order) => beliefIn(read(world), lane, order),
};

function beliefIn(seen: LocalMessageTableWorld, lane: string, order: string): Belief {
  switch (lane) {
    case 'producer':
      return producerBelief(seen, order);
    case 'order-database':
      return tablesBelief(seen, order);
    case 'broker':
      return topicBelief(seen.topic, order) ?? NOTHING_HEARD;
    case 'consumer':
      return consumerBelief(seen, order);
    case 'points-database':
      return pointsBelief(seen, order);
    default:
      return relayBelief(seen, lane, order);
  }
}

/** Nothing that counts is in its memory alone, but the second of two transactions (LT-28). */
function producerBelief({ world, orderService }: LocalMessageTableWorld, order: string): Belief {
  if (orderService === null || isCrashed(world, 'order')) return { says: ['gone'], claim: null };
  if (orderService.open.includes(order)) return { says: ['producer-running'], claim: 'undecided' };
  if (orderService.half.includes(order)) return { says: ['producer-second'], claim: null };
  if (orderService.toTell.includes(order)) return { says: ['producer-committed'], claim: 'committed' };
  return { says: ['producer-nothing'], claim: null };
}

/** The order's row, and its newest row of the message table: SENT says that somebody will hear of it (LT-9). */
function tablesBelief({ database }: LocalMessageTableWorld, order: string): Belief {
  const state = database.orders[order] ?? 'none';
  const row = database.rows.findLast(({ tx }) => tx === order);
  if (row === undefined) return { says: [`rows-${state}`], claim: null };
  const claim = row.status === 'SENT' && row.event === undefined ? 'on-its-way' : null;
  return { says: [`rows-${state}`, `message-${row.status}`], claim };
}

/** The row in hand says that the order stands. */
function relayBelief({ relays }: LocalMessageTableWorld, lane: string, order: string): Belief {
  const relay = relays.find(({ role }) => role === lane);
  const context = relay?.context ?? null;
  if (context === null) return { says: ['gone'], claim: null };
  if (context.row?.tx !== order) return { says: ['relay-nothing'], claim: null };
  const isNew = context.row.event === undefined;
  if (relay?.value === 'confirmed') return { says: ['relay-confirmed'], claim: isNew ? 'on-its-way' : null };
  const saying = isAwaiting(relay?.value) ? 'awaits' : relay?.value === 'toMark' ? 'marks' : 'publishes';
  return { says: [`relay-${saying}`], claim: isNew ? 'committed' : null };
}

function isAwaiting(state: unknown): boolean {
  return state === 'awaitingConfirm' || state === 'awaitingForever';
}
