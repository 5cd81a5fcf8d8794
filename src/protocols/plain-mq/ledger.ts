/** Compares the two databases, and says whether anything that could still change the comparison is on its way. */
import { inFlight, type World } from '../../engine/world.ts';
import type { LedgerLine, Verdict } from '../protocol.ts';
import { isAwaiting, read, type PlainMqWorld } from './read.ts';
import type { OrderRow } from './vocabulary.ts';

export function ledger(world: World): readonly LedgerLine[] {
  const seen = read(world);
  return Object.entries(seen.orders).map(([order, row]) => {
    const points = seen.consumer.points[order]?.added ?? 0;
    return { order, state: row, points, verdict: verdictOf(seen, order, row, points) };
  });
}

function verdictOf(seen: PlainMqWorld, order: string, row: OrderRow, points: number): Verdict {
  if (points > 0 && row !== 'committed') return 'phantom';
  if (points > 1) return 'duplicated';
  if (points === 1) return seen.consumer.points[order]?.isLate === true ? 'late' : 'consistent';
  if (isUnderWay(seen, order)) return 'pending';
  if (row === 'open') return isStuck(seen) ? 'parked' : 'pending';
  if (row !== 'committed') return 'consistent';
  return seen.topic.dead.some(({ tx }) => tx === order) ? 'parked' : 'lost';
}

/** Something may still bring the message to the consumer, who does not yet take it for a duplicate. */
function isUnderWay(seen: PlainMqWorld, order: string): boolean {
  if (isInHand(seen, order)) return true;
  if (seen.consumer.markers.includes(order)) return false;
  return isBeingPublished(seen, order) || isStored(seen, order);
}

/** On the way to the consumer, or in its hands. */
function isInHand({ consumer, world }: PlainMqWorld, order: string): boolean {
  const deliveries = [...consumer.inbox, ...inFlight(world, 'topic', 'consumer')];
  return deliveries.some(({ tx }) => tx === order);
}

function isBeingPublished(seen: PlainMqWorld, order: string): boolean {
  const { orderService, phase, publishes } = seen;
  const isWaiting = phase === 'toPublish' || phase === 'pausing' || isAwaiting(phase);
  return publishes.includes(order) || (isWaiting && !isStuck(seen) && orderService?.tx === order);
}

/** It waits for a confirm that nobody will send any more (PM-18). */
function isStuck({ world, phase }: PlainMqWorld): boolean {
  const onTheWay = [...inFlight(world, 'order-service', 'broker'), ...inFlight(world, 'broker', 'order-service')];
  return phase === 'awaitingForever' && onTheWay.length === 0;
}

/** A stored message that the group has not finished, or that waits for its retry. */
function isStored({ topic }: PlainMqWorld, order: string): boolean {
  const { orders, retry, scheduled, consumed } = topic;
  const left = [...orders.slice(consumed.orders), ...retry.slice(consumed.retry), ...scheduled];
  return left.some(({ tx }) => tx === order);
}
