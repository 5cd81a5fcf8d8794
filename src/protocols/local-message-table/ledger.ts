/** Compares the two databases, and says whether anything that could still change the comparison is on its way. */
import type { World } from '../../engine/world.ts';
import { inFlight } from '../../engine/world.ts';
import type { LedgerLine, OrderState, Verdict } from '../protocol.ts';
import { read, type LocalMessageTableWorld } from './read.ts';
import type { MessageRow, OrderRow } from './vocabulary.ts';

export function ledger(world: World): readonly LedgerLine[] {
  const seen = read(world);
  return Object.entries(seen.database.orders).map(([order, row]) => {
    const points = seen.consumer.points[order]?.added ?? 0;
    return { order, state: stateOf(row), points, verdict: verdictOf(seen, order, row, points) };
  });
}

function stateOf(row: OrderRow): OrderState {
  switch (row) {
    case 'open':
    case 'committed':
    case 'aborted':
      return row;
    case 'cancelled':
    case 'compensated':
      return 'aborted';
  }
}

function verdictOf(seen: LocalMessageTableWorld, order: string, row: OrderRow, points: number): Verdict {
  if (row === 'cancelled' && isUnderWay(seen, order, 'cancel')) return 'pending';
  if (points > 0 && row !== 'committed') return 'phantom';
  if (points > 1) return 'duplicated';
  if (points === 1) return seen.consumer.points[order]?.isLate === true ? 'late' : 'consistent';
  if (row === 'open' || isHalfWritten(seen, order) || isUnderWay(seen, order, undefined)) return 'pending';
  if (row !== 'committed') return 'consistent';
  if (seen.reverses.includes(order)) return 'pending';
  return isParked(seen, order) ? 'parked' : 'lost';
}

/** Order and row are two transactions, and the second has not run yet (LT-28). */
function isHalfWritten({ orderService }: LocalMessageTableWorld, order: string): boolean {
  return orderService?.half.includes(order) === true;
}

/** Something in the system may still bring the message to the consumer, and the consumer will act on it. */
function isUnderWay(seen: LocalMessageTableWorld, order: string, event: 'cancel' | undefined): boolean {
  const isOurs: IsOurs = (message) => message['tx'] === order && message['event'] === event;
  if (seen.consumer.inbox.some(isOurs) || inFlight(seen.world, 'topic', 'consumer').some(isOurs)) return true;
  if (isSkipped(seen, order, event)) return false;
  return (
    seen.database.rows.some((row) => isOurs(row) && willBeSent(seen, row)) ||
    seen.relays.some(({ context }) => context !== null && context.row !== null && isOurs(context.row)) ||
    seen.publishes.some(isOurs) ||
    isStored(seen, isOurs)
  );
}

type IsOurs = (message: { readonly [field: string]: unknown }) => boolean;

/** The consumer will take every further copy for a duplicate; only a refusal is told once more (LT-19, LT-24). */
function isSkipped({ consumer }: LocalMessageTableWorld, order: string, event: 'cancel' | undefined): boolean {
  const isMarked = consumer.markers.includes(event === undefined ? order : `${order}-${event}`);
  return isMarked && consumer.points[order]?.isRefused !== true;
}

/** A new row that a scan can find, or one whose confirmation is still awaited (LT-26: not behind the cursor). */
function willBeSent({ database }: LocalMessageTableWorld, row: MessageRow): boolean {
  if (row.wait === 'person') return false;
  if (row.status === 'NEW') return !database.rules.byCursor || row.id > database.cursor;
  return row.status === 'SENT' && database.rules.awaitsConsumer;
}

/** A stored message that the group has not finished, or that waits for its retry. */
function isStored({ topic }: LocalMessageTableWorld, isOurs: IsOurs): boolean {
  return [
    ...topic.orders.slice(topic.consumed.orders),
    ...topic.retry.slice(topic.consumed.retry),
    ...topic.scheduled,
  ].some(isOurs);
}

/** A row that was given up, or a message in the dead-letter queue: a person has to decide (LT-22, LT-23). */
function isParked({ database, topic }: LocalMessageTableWorld, order: string): boolean {
  return (
    database.rows.some(({ tx, wait }) => tx === order && wait === 'person') || topic.dead.some(({ tx }) => tx === order)
  );
}
