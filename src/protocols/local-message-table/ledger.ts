/** Compares the two databases, and says whether anything that could still change the comparison is on its way. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { inFlight } from '../../engine/world.ts';
import type { LedgerLine, OrderState, Verdict } from '../protocol.ts';
import { read, type LocalMessageTableWorld } from './read.ts';
import { isOver } from './roles/tables.ts';
import { awaitsConsumer, claimOf, pollsByCursor, tailsLog, triesForEver } from './settings.ts';
import type { MessageRow, OrderRow } from './vocabulary.ts';

export function ledger(world: World, settings: Settings): readonly LedgerLine[] {
  const seen = read(world);
  return Object.entries(seen.database.orders).map(([order, row]) => {
    const points = seen.consumer.points[order]?.added ?? 0;
    return { order, state: stateOf(row), points, verdict: verdictOf(seen, settings, { order, row, points }) };
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

interface Line {
  readonly order: string;
  readonly row: OrderRow;
  readonly points: number;
}

function verdictOf(seen: LocalMessageTableWorld, settings: Settings, { order, row, points }: Line): Verdict {
  const isComing = (event: 'cancel' | undefined): boolean => isUnderWay(seen, settings, { order, event });
  if (row === 'cancelled' && isComing('cancel')) return 'pending';
  if (points > 0 && row !== 'committed') return 'phantom';
  if (points > 1) return 'duplicated';
  if (points === 1) return seen.consumer.points[order]?.isLate === true ? 'late' : 'consistent';
  if (row === 'open' || isHalfWritten(seen, order) || isComing(undefined)) return 'pending';
  if (row !== 'committed') return 'consistent';
  if (seen.reverses.includes(order)) return 'pending';
  return isParked(seen, settings, order) ? 'parked' : 'lost';
}

/** Order and row are two transactions, and the second has not run yet (LT-28). */
function isHalfWritten({ orderService }: LocalMessageTableWorld, order: string): boolean {
  return orderService?.half.includes(order) === true;
}

/** Something in the system may still bring the message to the consumer, and the consumer will act on it. */
function isUnderWay(seen: LocalMessageTableWorld, settings: Settings, { order, event }: OrderEvent): boolean {
  const isOurs: IsOurs = (message) => message['tx'] === order && message['event'] === event;
  if (seen.consumer.inbox.some(isOurs) || inFlight(seen.world, 'topic', 'consumer').some(isOurs)) return true;
  if (isSkipped(seen, order, event)) return false;
  return (
    seen.database.rows.some((row) => isOurs(row) && willBeSent(seen, settings, row)) ||
    seen.relays.some(
      (relay) => holds(relay, isOurs) && !isStuck(seen, relay) && !isHopeless(relay.context?.row, settings),
    ) ||
    seen.publishes.some(isOurs) ||
    isStored(seen, isOurs)
  );
}

interface OrderEvent {
  readonly order: string;
  readonly event: 'cancel' | undefined;
}

type IsOurs = (message: { readonly [field: string]: unknown }) => boolean;

/** The consumer will take every further copy for a duplicate; only a refusal is told once more (LT-19, LT-24). */
function isSkipped({ consumer }: LocalMessageTableWorld, order: string, event: 'cancel' | undefined): boolean {
  const isMarked = consumer.markers.includes(event === undefined ? order : `${order}-${event}`);
  return isMarked && consumer.points[order]?.isRefused !== true;
}

/** A new row that a scan can find, or one whose confirmation is still awaited (LT-26: not behind the cursor; LT-34: nor behind the position). */
function willBeSent(seen: LocalMessageTableWorld, settings: Settings, row: MessageRow): boolean {
  const { database } = seen;
  if (row.wait === 'person' || isHeldUp(seen, settings, row)) return false;
  if (tailsLog(settings)) return database.log.indexOf(row.id, database.position) >= 0;
  if (row.status === 'NEW') return !pollsByCursor(settings) || row.id > database.cursor;
  return row.status === 'SENT' && awaitsConsumer(settings);
}

type Relay = LocalMessageTableWorld['relays'][number];

/** It has a row in hand that is ours. */
function holds({ context }: Relay, isOurs: IsOurs): boolean {
  return context !== null && context.row !== null && isOurs(context.row);
}

/** It waits for a confirm that nobody will send any more (LT-36). */
function isStuck(
  { world }: LocalMessageTableWorld,
  { role, value }: LocalMessageTableWorld['relays'][number],
): boolean {
  const isQuiet = inFlight(world, role, 'broker').length + inFlight(world, 'broker', role).length === 0;
  return value === 'awaitingForever' && isQuiet;
}

/** Only a person can bring it on: nobody sends it, or what always fails stands before it. */
function isHeldUp(seen: LocalMessageTableWorld, settings: Settings, row: MessageRow): boolean {
  return isKeptBack(seen, settings, row) || isBehindHopeless(seen, settings, row);
}

/** It fails each time, and is tried again for ever (LT-38). */
function isHopeless(row: MessageRow | null | undefined, settings: Settings): boolean {
  return row?.fails === true && !isOver(row) && triesForEver(settings);
}

/** It is such a row, or waits behind one: a cursor and a log pass by nothing that has only failed. */
function isBehindHopeless({ database }: LocalMessageTableWorld, settings: Settings, row: MessageRow): boolean {
  if (isHopeless(row, settings)) return true;
  const { rows, log, position, cursor } = database;
  const hopeless = rows.filter((other) => other.status === 'NEW' && isHopeless(other, settings));
  const placeIn = (id: number): number => log.indexOf(id, position);
  if (tailsLog(settings)) return hopeless.some(({ id }) => placeIn(id) >= 0 && placeIn(id) < placeIn(row.id));
  if (!pollsByCursor(settings) || row.status !== 'NEW') return false;
  return hopeless.some(({ id }) => id > cursor && id < row.id);
}

/** No relay but a stuck one could take the row, or a stuck one holds it, or one before it where the order is kept. */
function isKeptBack(seen: LocalMessageTableWorld, settings: Settings, row: MessageRow): boolean {
  const stuck = seen.relays.filter((relay) => isStuck(seen, relay)).map(({ role }) => role);
  if (stuck.length === 0 || isOver(row)) return false;
  if (stuck.length === seen.relays.length) return true;
  const held = seen.database.rows.filter(({ owner }) => owner !== null && stuck.includes(owner));
  const isHeld = held.includes(row) || (held.length > 0 && (pollsByCursor(settings) || tailsLog(settings)));
  return isHeld && claimOf(settings) === 'lock';
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
function isParked(seen: LocalMessageTableWorld, settings: Settings, order: string): boolean {
  const { database, topic } = seen;
  return (
    database.rows.some((row) => row.tx === order && (row.wait === 'person' || isHeldUp(seen, settings, row))) ||
    topic.dead.some(({ tx }) => tx === order)
  );
}
