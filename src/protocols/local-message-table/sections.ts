/** What the boxes of the diagram show of a world. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Section, TextRef, Tone, Zoom } from '../protocol.ts';
import {
  consumerStatus,
  knownIds,
  pointsTable,
  retryQueues,
  statusSection,
  topicCells,
} from '../shared/deliverySections.ts';
import { read, type LocalMessageTableWorld } from './read.ts';
import { claimOf, countsTransactions, isLossy, pollsByCursor, relaysOf, tailsLog } from './settings.ts';
import type { MessageRow } from './vocabulary.ts';

type Sections = { readonly [node: string]: readonly Section[] };

export function sections(world: World, settings: Settings, zoom: Zoom): Sections {
  const seen = read(world);
  const relays = Object.fromEntries(seen.relays.map((one) => [one.role, [relayStatus(one)]]));
  const rest = zoom === 'concept' ? conceptSections(seen, world) : internalsSections(seen, world, settings);
  return { ...relays, ...rest };
}

function conceptSections(seen: LocalMessageTableWorld, world: World): Sections {
  return {
    order: [serviceStatus(seen), ordersTable(seen), rowsInShort(seen)],
    broker: [topicQueue(seen, 'tx'), ...retryQueues(seen.topic), ...troubles(seen, world)],
    points: [consumerStatus(seen.consumer, world), pointsTable(seen.consumer)],
  };
}

function internalsSections(seen: LocalMessageTableWorld, world: World, settings: Settings): Sections {
  return {
    order: [serviceStatus(seen)],
    'order-db': [
      ordersTable(seen),
      rowsInFull(seen, settings),
      ...cursorStatus(seen, settings),
      ...replicaStatus(seen),
    ],
    broker: [...exchangeSections(seen, world, settings), ...knownIds(seen.broker)],
    topic: [topicQueue(seen, 'offset'), ...retryQueues(seen.topic)],
    points: [consumerStatus(seen.consumer, world), pointsTable(seen.consumer), dedupTable(seen)],
  };
}

function serviceStatus({ orderService }: LocalMessageTableWorld): Section {
  const title = 'section-order-service';
  const status = (text: TextRef, tone: Tone): Section => statusSection('order-service', title, text, tone);
  if (orderService === null) return status({ key: 'status-gone' }, 'bad');
  const [half] = orderService.half;
  const [tx] = orderService.open;
  const [told] = orderService.toTell;
  if (half !== undefined) return status({ key: 'status-half-written', values: { tx: half } }, 'bad');
  if (tx !== undefined) return status({ key: 'status-transaction-open', values: { tx } }, 'half');
  if (told !== undefined) return status({ key: 'status-about-to-tell', values: { tx: told } }, 'good');
  return status({ key: 'status-idle' }, 'plain');
}

function relayStatus({ role, context, value }: LocalMessageTableWorld['relays'][number]): Section {
  const title = 'section-relay';
  if (context === null) return statusSection(role, title, { key: 'status-gone' }, 'bad');
  const known = RELAY_STATES.find(([state]) => state === value);
  const [, key, tone] = known ?? ['', 'status-idle', 'plain' as const];
  return statusSection(role, title, { key, values: { tx: context.row?.tx ?? '' } }, tone);
}

const RELAY_STATES: readonly (readonly [string, string, Tone])[] = [
  ['toPublish', 'status-about-to-publish', 'half'],
  ['awaitingConfirm', 'status-awaiting-confirm', 'half'],
  ['awaitingForever', 'status-awaiting-confirm', 'check'],
  ['confirmed', 'status-confirmed', 'good'],
  ['toMark', 'status-about-to-mark', 'half'],
  ['markedFirst', 'status-marked-first', 'bad'],
];

function ordersTable({ database }: LocalMessageTableWorld): Section {
  const rows = Object.entries(database.orders).map(([order, state]) => [order, { key: `row-${state}` }]);
  return { kind: 'table', id: 'orders', title: 'section-orders', columns: ['column-order', 'column-state'], rows };
}

/** A row that is not committed is nobody's business yet, so the concept does not show it. */
function rowsInShort({ database }: LocalMessageTableWorld): Section {
  const rows = database.rows.filter(({ status }) => status !== 'open').map((row) => [eventOf(row), statusText(row)]);
  return {
    kind: 'table',
    id: 'messages',
    title: 'section-message-table',
    columns: ['column-message', 'column-status'],
    rows,
  };
}

/** The id matters to a cursor, the claim only to two relays. */
function rowsInFull({ database }: LocalMessageTableWorld, settings: Settings): Section {
  const showsId = pollsByCursor(settings);
  const showsOwner = claimOf(settings) !== 'none' && relaysOf(settings) === 2;
  const rows = database.rows.map((row) => [
    ...(showsId ? [String(row.id)] : []),
    eventOf(row),
    statusText(row),
    String(row.attempts),
    { key: `wait-${row.wait ?? (row.status === 'NEW' ? 'due' : 'none')}` },
    ...(showsOwner ? [ownerText(row)] : []),
  ]);
  const columns = ['column-message', 'column-status', 'column-attempts', 'column-next'];
  return {
    kind: 'table',
    id: 'messages',
    title: 'section-message-table',
    columns: [...(showsId ? ['column-id'] : []), ...columns, ...(showsOwner ? ['column-owner'] : [])],
    rows,
  };
}

function eventOf({ tx, event }: MessageRow): TextRef | string {
  return event === undefined ? tx : { key: 'cell-cancel', values: { tx } };
}

function statusText({ status, fails }: MessageRow): TextRef | string {
  if (fails === true && status !== 'DONE') return { key: 'cell-fails', values: { status } };
  return status === 'open' ? { key: 'row-open' } : status;
}

function ownerText({ owner }: MessageRow): TextRef {
  return { key: owner === null ? 'owner-none' : `owner-${owner}` };
}

function cursorStatus({ database }: LocalMessageTableWorld, settings: Settings): readonly Section[] {
  if (tailsLog(settings)) {
    return [statusSection('position', 'section-position', positionText(database, settings), 'plain')];
  }
  if (!pollsByCursor(settings)) return [];
  const text = { key: 'status-cursor', values: { id: database.cursor } };
  return [statusSection('cursor', 'section-cursor', text, 'plain')];
}

/** A position that counts transactions says of one that it was read as soon as its first row is dealt with (LT-37). */
function positionText({ position, log, ends }: LocalMessageTableWorld['database'], settings: Settings): TextRef {
  const values = { position, length: log.length };
  if (!countsTransactions(settings)) return { key: 'status-position', values };
  const count = [0, ...ends].filter((begin) => begin < position).length;
  return { key: 'status-position-transactions', values: { ...values, count } };
}

function replicaStatus({ database }: LocalMessageTableWorld): readonly Section[] {
  if (database.replica === null) return [];
  return [statusSection('replica', 'section-replica', { key: 'status-replica-behind' }, 'check')];
}

function topicQueue({ topic }: LocalMessageTableWorld, label: 'tx' | 'offset'): Section {
  const cells = topicCells(topic, label);
  const queue = { kind: 'queue', id: 'orders', title: 'section-topic', cells } as const;
  return label === 'tx' ? queue : { ...queue, cursor: topic.consumed.orders };
}

function exchangeSections(seen: LocalMessageTableWorld, world: World, settings: Settings): readonly Section[] {
  if (world.crashed.includes('broker'))
    return [statusSection('exchange', 'section-exchange', { key: 'status-gone' }, 'bad')];
  const trouble = troubles(seen, world);
  if (trouble.length > 0) return trouble;
  const lossy = isLossy(settings);
  const text = { key: lossy ? 'status-lossy' : 'status-durable' };
  return [statusSection('exchange', 'section-exchange', text, lossy ? 'check' : 'good')];
}

function troubles({ broker }: LocalMessageTableWorld, world: World): readonly Section[] {
  if (world.crashed.includes('broker'))
    return [statusSection('exchange', 'section-exchange', { key: 'status-gone' }, 'bad')];
  if (broker?.losesNext !== true) return [];
  return [statusSection('exchange', 'section-exchange', { key: 'status-loses-next' }, 'bad')];
}

function dedupTable({ consumer }: LocalMessageTableWorld): Section {
  const rows = consumer.markers.map((event) => [event]);
  return { kind: 'table', id: 'dedup', title: 'section-dedup-table', columns: ['column-event'], rows };
}
