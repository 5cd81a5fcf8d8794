/** What the boxes of the diagram show of a world. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Section, Tone, Zoom } from '../protocol.ts';
import {
  consumerStatus,
  knownIds,
  pointsTable,
  retryQueues,
  statusSection,
  topicCells,
} from '../shared/deliverySections.ts';
import { isAwaiting, read, type PlainMqWorld } from './read.ts';
import { isLossy } from './settings.ts';

type Sections = { readonly [node: string]: readonly Section[] };

export function sections(world: World, settings: Settings, zoom: Zoom): Sections {
  const seen = read(world);
  const order = [serviceStatus(seen), ordersTable(seen)];
  const points = [consumerStatus(seen.consumer, world), pointsTable(seen.consumer)];
  if (zoom === 'concept') {
    const broker = [topicQueue(seen, 'tx'), ...retryQueues(seen.topic), ...troubles(seen)];
    return { order, broker, points };
  }
  return {
    order: [...order, memoryStatus(seen)],
    broker: [...(troubles(seen).length > 0 ? troubles(seen) : [exchangeStatus(settings)]), ...knownIds(seen.broker)],
    topic: [topicQueue(seen, 'offset'), ...retryQueues(seen.topic)],
    points: [...points, dedupTable(seen)],
  };
}

function serviceStatus({ orderService, phase }: PlainMqWorld): Section {
  const title = 'section-order-service';
  if (orderService === null) return statusSection('order-service', title, { key: 'status-gone' }, 'bad');
  const known = PHASES.find(([state]) => state === phase);
  const [, key, tone] = known ?? ['', 'status-idle', 'plain' as const];
  return statusSection('order-service', title, { key, values: { tx: orderService.tx ?? '' } }, tone);
}

const PHASES: readonly (readonly [string, string, Tone])[] = [
  ['working', 'status-working', 'half'],
  ['toPublish', 'status-about-to-publish', 'half'],
  ['awaitingConfirm', 'status-awaiting-confirm', 'half'],
  ['awaitingForever', 'status-awaiting-confirm', 'check'],
  ['pausing', 'status-pausing', 'check'],
];

function ordersTable({ orders }: PlainMqWorld): Section {
  const rows = Object.entries(orders).map(([order, row]) => [order, { key: `row-${row}` }]);
  return { kind: 'table', id: 'orders', title: 'section-orders', columns: ['column-order', 'column-state'], rows };
}

/** What nobody but this process knows: the reason why a crash loses a message. */
function memoryStatus({ orderService, phase }: PlainMqWorld): Section {
  const isWaiting = phase === 'toPublish' || isAwaiting(phase) || phase === 'pausing';
  if (orderService === null || !isWaiting)
    return statusSection('memory', 'section-memory', { key: 'status-nothing-to-publish' }, 'plain');
  const values = { tx: orderService.tx ?? '', attempt: orderService.attempt + 1 };
  return statusSection('memory', 'section-memory', { key: 'status-to-publish', values }, 'check');
}

function topicQueue({ topic }: PlainMqWorld, label: 'tx' | 'offset'): Section {
  const queue = { kind: 'queue', id: 'orders', title: 'section-topic', cells: topicCells(topic, label) } as const;
  return label === 'tx' ? queue : { ...queue, cursor: topic.consumed.orders };
}

function exchangeStatus(settings: Settings): Section {
  const lossy = isLossy(settings);
  const text = { key: lossy ? 'status-lossy' : 'status-durable' };
  return statusSection('exchange', 'section-exchange', text, lossy ? 'check' : 'good');
}

function troubles({ broker }: PlainMqWorld): readonly Section[] {
  if (broker === null) return [statusSection('exchange', 'section-exchange', { key: 'status-gone' }, 'bad')];
  if (!broker.losesNext) return [];
  return [statusSection('exchange', 'section-exchange', { key: 'status-loses-next' }, 'bad')];
}

function dedupTable({ consumer }: PlainMqWorld): Section {
  const rows = consumer.markers.map((order) => [order]);
  return { kind: 'table', id: 'dedup', title: 'section-dedup-table', columns: ['column-order'], rows };
}
