/** What the boxes of the diagram show of a world. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Cell, Fate, Section, TextRef, Tone, Zoom } from '../protocol.ts';
import type { Stored } from '../shared/topicState.ts';
import { read, type HalfMessageWorld } from './read.ts';
import { checkMaxOf, producersOf, versionOf } from './settings.ts';
import { opBody, type HalfMessage } from './vocabulary.ts';

export function sections(
  world: World,
  settings: Settings,
  zoom: Zoom,
): { readonly [node: string]: readonly Section[] } {
  const seen = read(world);
  const isGroup = producersOf(settings) === 2;
  const producerSections = Object.fromEntries(
    seen.producers.map((one) => [one.role === 'producer' ? 'order' : 'order-b', [producerStatus(one)]]),
  );
  const order = isGroup
    ? { 'order-db': [orderTable(seen)] }
    : { order: [...(producerSections['order'] ?? []), orderTable(seen)] };
  const points = { points: [consumerStatus(seen, world), pointsTable(seen)] };
  const middle = zoom === 'concept' ? conceptBroker(seen, world) : internalsBroker(seen, world, settings);
  return { ...producerSections, ...order, ...points, ...middle };
}

function status(id: string, title: string, text: TextRef, tone: Tone): Section {
  return { kind: 'status', id, title, text, tone };
}

function producerStatus({ role, context, value }: HalfMessageWorld['producers'][number]): Section {
  const title = 'section-producer';
  if (context === null) return status(role, title, { key: 'status-gone' }, 'bad');
  const [check] = context.checks;
  if (check !== undefined)
    return status(role, title, { key: 'status-being-asked', values: { tx: check.tx, offset: check.offset } }, 'check');
  const text = JSON.stringify(value);
  const state = PRODUCER_STATES.find(([part]) => text.includes(part));
  const [, key, tone] = state ?? ['', 'status-idle', 'plain' as const];
  return status(role, title, { key, values: { tx: context.tx ?? '', answer: context.answer } }, tone);
}

const PRODUCER_STATES: readonly (readonly [string, string, Tone])[] = [
  ['awaitingSendResult', 'status-awaiting-reply', 'half'],
  ['workingLong', 'status-executing-long', 'half'],
  ['executing', 'status-executing', 'half'],
  ['returning', 'status-returning', 'good'],
  ['"unregistered"', 'status-unregistered', 'bad'],
];

function orderTable({ orders }: HalfMessageWorld): Section {
  const rows = orders.map(({ order, row }) => [order, { key: `row-${row}` }]);
  return {
    kind: 'table',
    id: 'orders',
    title: 'section-order-database',
    columns: ['column-order', 'column-state'],
    rows,
  };
}

function pointsTable({ consumer }: HalfMessageWorld): Section {
  const rows = Object.entries(consumer.points).map(([tx, { added }]) => [tx, added > 0 ? `+${added}` : '0']);
  return {
    kind: 'table',
    id: 'points',
    title: 'section-points-database',
    columns: ['column-order', 'column-points'],
    rows,
  };
}

function consumerStatus({ consumer }: HalfMessageWorld, world: World): Section {
  if (world.crashed.includes('points')) return status('consumer', 'section-consumer', { key: 'status-gone' }, 'bad');
  const [message] = consumer.inbox;
  if (message === undefined)
    return status('consumer', 'section-consumer', { key: 'status-waiting-for-messages' }, 'plain');
  return status('consumer', 'section-consumer', { key: 'status-consuming', values: { tx: message.tx } }, 'good');
}

function conceptBroker(seen: HalfMessageWorld, world: World): { readonly [node: string]: readonly Section[] } {
  const half: Section = {
    kind: 'queue',
    id: 'half',
    title: 'section-half-messages',
    cells: halfCells(seen, 'tx'),
    note: { key: 'note-invisible' },
  };
  const orders: Section = {
    kind: 'queue',
    id: 'orders',
    title: 'section-topic',
    cells: topicCells(seen, 'tx'),
    note: { key: 'note-visible' },
  };
  return { broker: [half, orders, ...checkStatus(seen, world), ...parkedQueues(seen)] };
}

function checkStatus(seen: HalfMessageWorld, world: World): readonly Section[] {
  if (world.crashed.includes('broker')) return [status('checker', 'section-checker', { key: 'status-gone' }, 'bad')];
  const [check] = seen.checks;
  if (check === undefined) return [];
  return [
    status(
      'checker',
      'section-checker',
      { key: 'status-asking', values: { tx: check.tx, times: check.checkTimes } },
      'check',
    ),
  ];
}

function internalsBroker(
  seen: HalfMessageWorld,
  world: World,
  settings: Settings,
): { readonly [node: string]: readonly Section[] } {
  const { halfTopic, checker } = seen;
  const version = versionOf(settings);
  const ops = halfTopic.op.map((offsets): Cell => ({
    label: opBody(offsets, version),
    fate: 'settled',
    hint: { key: 'cell-op', values: { body: opBody(offsets, version) } },
  }));
  const waiting = halfTopic.buffer.map((offset): Cell => ({
    label: String(offset),
    fate: 'plain',
    hint: { key: 'cell-buffered', values: { offset } },
  }));
  const cursors = checker.cursors;
  return {
    broker: processorSections(seen, world),
    'half-topic': [
      {
        kind: 'queue',
        id: 'half',
        title: 'section-half-topic',
        cells: halfCells(seen, 'offset'),
        cursor: Math.max(0, cursors.half),
        note: { key: 'note-invisible' },
      },
      { kind: 'queue', id: 'op', title: 'section-op-topic', cells: ops, cursor: Math.max(0, cursors.op) },
      ...(waiting.length > 0
        ? [
            {
              kind: 'queue' as const,
              id: 'buffer',
              title: 'section-op-buffer',
              cells: waiting,
              note: { key: 'note-memory-only' },
            },
          ]
        : []),
    ],
    checker: [
      status(
        'cursors',
        'section-cursors',
        { key: 'status-cursors', values: { half: cursors.half, op: cursors.op, max: checkMaxOf(settings) } },
        'plain',
      ),
      ...checkStatus(seen, world),
      ...(checker.discarded.length > 0 ? [discardQueue(seen)] : []),
    ],
    topic: [
      {
        kind: 'queue',
        id: 'orders',
        title: 'section-topic',
        cells: topicCells(seen, 'offset'),
        cursor: seen.topic.consumed.orders,
        note: { key: 'note-visible' },
      },
      ...retryQueues(seen),
    ],
  };
}

function processorSections({ broker }: HalfMessageWorld, world: World): readonly Section[] {
  if (broker === null || world.crashed.includes('broker'))
    return [status('processor', 'section-channels', { key: 'status-gone' }, 'bad')];
  const channels = broker.channels.map((role) => (role === 'producer-b' ? 'B' : 'A')).join(' → ');
  const known =
    broker.channels.length > 0
      ? status('channels', 'section-channels', { key: 'status-channels', values: { channels } }, 'good')
      : status('channels', 'section-channels', { key: 'status-no-channel' }, 'bad');
  const troubles = [
    ...(broker.nextStatus === 'SEND_OK'
      ? []
      : [
          status(
            'trouble',
            'section-trouble',
            { key: 'status-next-reply', values: { status: broker.nextStatus } },
            'bad',
          ),
        ]),
    ...(broker.rejects ? [status('rejects', 'section-trouble', { key: 'status-rejects' }, 'bad')] : []),
    ...(broker.failsNextPut ? [status('put', 'section-trouble', { key: 'status-put-fails' }, 'bad')] : []),
  ];
  return [known, ...troubles];
}

/** HM-13: the op does not say commit or rollback; the picture looks whether a message was put for this offset. */
function halfCells(seen: HalfMessageWorld, label: 'tx' | 'offset'): readonly Cell[] {
  const settled = new Set([...seen.halfTopic.op.flat(), ...seen.halfTopic.buffer]);
  return seen.halfTopic.half.map((half, offset) => {
    const { fate, key } = halfFate(seen, half, offset, settled.has(offset));
    return {
      label: label === 'tx' ? half.tx : String(offset),
      fate,
      hint: { key, values: { tx: half.tx, offset, times: half.checkTimes } },
    };
  });
}

function halfFate(
  seen: HalfMessageWorld,
  half: HalfMessage,
  offset: number,
  isSettled: boolean,
): { readonly fate: Fate; readonly key: string } {
  if (isSettled) {
    const isCommitted = seen.topic.orders.some(({ prepared }) => prepared === offset);
    return isCommitted ? { fate: 'settled', key: 'cell-committed' } : { fate: 'rolled-back', key: 'cell-rolled-back' };
  }
  if (offset < seen.checker.cursors.half) return { fate: 'settled', key: 'cell-passed' };
  return half.checkTimes > 0 ? { fate: 'copy', key: 'cell-copy' } : { fate: 'half', key: 'cell-half' };
}

function topicCells({ topic }: HalfMessageWorld, label: 'tx' | 'offset'): readonly Cell[] {
  return topic.orders.map((stored, offset) => {
    const isConsumed = offset < topic.consumed.orders;
    const key = isConsumed ? 'cell-consumed' : 'cell-visible';
    return {
      label: label === 'tx' ? stored.tx : String(offset),
      fate: isConsumed ? 'settled' : 'visible',
      hint: { key, values: { tx: stored.tx, offset } },
    };
  });
}

function parkedQueues(seen: HalfMessageWorld): readonly Section[] {
  return [...(seen.checker.discarded.length > 0 ? [discardQueue(seen)] : []), ...retryQueues(seen)];
}

function discardQueue({ checker }: HalfMessageWorld): Section {
  const cells = checker.discarded.map(({ tx }): Cell => ({
    label: tx,
    fate: 'parked',
    hint: { key: 'cell-discarded', values: { tx } },
  }));
  return { kind: 'queue', id: 'discard', title: 'section-discard-topic', cells };
}

function retryQueues({ topic }: HalfMessageWorld): readonly Section[] {
  const queue = (id: string, title: string, stored: readonly Stored[], fate: Fate, key: string): readonly Section[] => {
    if (stored.length === 0) return [];
    const cells = stored.map(({ tx, reconsumeTimes }): Cell => ({
      label: tx,
      fate,
      hint: { key, values: { tx, times: reconsumeTimes } },
    }));
    return [{ kind: 'queue', id, title, cells }];
  };
  return [
    ...queue('scheduled', 'section-schedule-topic', topic.scheduled, 'plain', 'cell-scheduled'),
    ...queue('retry', 'section-retry-topic', topic.retry.slice(topic.consumed.retry), 'visible', 'cell-retry'),
    ...queue('dead', 'section-dead-letter-topic', topic.dead, 'parked', 'cell-dead'),
  ];
}
