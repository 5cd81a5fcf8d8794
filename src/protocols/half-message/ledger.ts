/** Compares the two databases, and says whether anything that could still change the comparison is on its way. */
import type { LedgerLine, OrderState, Verdict } from '../protocol.ts';
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { inFlight } from '../../engine/world.ts';
import { read, type HalfMessageWorld } from './read.ts';
import { checksBack } from './settings.ts';
import type { OrderRow } from './vocabulary.ts';

export function ledger(world: World, settings: Settings): readonly LedgerLine[] {
  const seen = read(world);
  const isChecked = checksBack(settings);
  return seen.orders.map(({ order, row }) => {
    const points = seen.consumer.points[order]?.added ?? 0;
    return { order, state: stateOf(row), points, verdict: verdictOf(seen, { order, row, points, isChecked }) };
  });
}

function stateOf(row: OrderRow): OrderState {
  return row === 'cancelled' ? 'aborted' : row;
}

interface Line {
  readonly order: string;
  readonly row: OrderRow;
  readonly points: number;
  /** There is a checker (HM-C19). */
  readonly isChecked: boolean;
}

function verdictOf(seen: HalfMessageWorld, { order, row, points, isChecked }: Line): Verdict {
  if (points > 0 && row !== 'committed') return 'phantom';
  if (points > 1) return 'duplicated';
  if (points === 1) return seen.consumer.points[order]?.isLate === true ? 'late' : 'consistent';
  if (row === 'open' || isSending(seen, order)) return 'pending';
  if (isUnderWay(seen, { order, row, isChecked })) return 'pending';
  if (row !== 'committed') return 'consistent';
  return isParked(seen, order) ? 'parked' : 'lost';
}

/** The producer still works on it: a half message in flight, a reply, a local transaction, an answer not yet sent. */
function isSending(seen: HalfMessageWorld, order: string): boolean {
  const isAtWork = seen.producers.some(({ context }) => context?.tx === order);
  const isInFlight = seen.producers.some(({ role }) =>
    inFlight(seen.world, role, 'broker').some((message) => message.type === 'halfMessage' && message['tx'] === order),
  );
  return isAtWork || isInFlight;
}

/** Something in the system may still bring the message to the consumer, who does not yet take it for a duplicate. */
function isUnderWay(seen: HalfMessageWorld, line: Omit<Line, 'points'>): boolean {
  const { order, row, isChecked } = line;
  if (seen.consumer.markers.includes(order) && !isInHand(seen, order)) return false;
  return (isChecked && isPendingHalf(seen, order, row)) || isAnswered(seen, order) || isToBeConsumed(seen, order);
}

/**
 * A half message that the checker has not passed and no op names: it will be asked about, or discarded. An offset that
 * waits in memory for its op may still be asked about (HM-16), which matters where the answer would be COMMIT.
 */
function isPendingHalf({ halfTopic, checker }: HalfMessageWorld, order: string, row: OrderRow): boolean {
  const settled = new Set([...halfTopic.op.flat(), ...(row === 'committed' ? [] : halfTopic.buffer)]);
  return halfTopic.half.some(
    ({ tx }, offset) => tx === order && offset >= checker.cursors.half && !settled.has(offset),
  );
}

/** A COMMIT on its way, or a question whose answer may be one. */
function isAnswered({ ends, checks, producers, halfTopic }: HalfMessageWorld, order: string): boolean {
  const commit = ends.some(
    ({ tx, state, offset }) => tx === order && state === 'COMMIT' && halfTopic.half[offset]?.tx === order,
  );
  const isAsked =
    checks.some(({ tx }) => tx === order) ||
    producers.some(({ context }) => context?.checks.some(({ tx }) => tx === order) === true);
  return commit || isAsked;
}

/** A stored message that the group has not finished, in the topic, waiting for its retry, or at the consumer. */
function isToBeConsumed(seen: HalfMessageWorld, order: string): boolean {
  const { orders, retry, scheduled, consumed } = seen.topic;
  const left = [...orders.slice(consumed.orders), ...retry.slice(consumed.retry), ...scheduled];
  return left.some(({ tx }) => tx === order) || isInHand(seen, order);
}

/** On the way to the consumer, or in its hands. */
function isInHand({ consumer, world }: HalfMessageWorld, order: string): boolean {
  return (
    consumer.inbox.some(({ tx }) => tx === order) || inFlight(world, 'topic', 'consumer').some(({ tx }) => tx === order)
  );
}

/** In TRANS_CHECK_MAX_TIME_TOPIC or the dead-letter queue: a person has to decide. */
function isParked({ checker, topic }: HalfMessageWorld, order: string): boolean {
  return checker.discarded.some(({ tx }) => tx === order) || topic.dead.some(({ tx }) => tx === order);
}
