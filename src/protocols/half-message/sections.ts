/** What the boxes of the diagram show of a world. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Cell, Fate, Section, Tone, Zoom } from '../protocol.ts';
import { consumerStatus, pointsTable, retryQueues, statusSection, topicCells } from '../shared/deliverySections.ts';
import { checkerOf } from './checkers.ts';
import { groupsOf, processOf } from './instances.ts';
import { nextAsked } from './roles/brokerMessages.ts';
import { dataIn, read, type HalfMessageWorld } from './read.ts';
import { recordOf } from './roles/orderDatabase.ts';
import { producersOf, versionOf } from './settings.ts';
import { opBody, type HalfMessage } from './vocabulary.ts';

export function sections(
  world: World,
  settings: Settings,
  zoom: Zoom,
): { readonly [node: string]: readonly Section[] } {
  const seen = read(world);
  const isGroup = producersOf(settings) > 1;
  const producerSections = Object.fromEntries(
    seen.producers.map((one) => [processOf(one.role), [producerStatus(one)]]),
  );
  const tables = [orderTable(seen), ...recordTable(seen, settings)];
  const order = isGroup ? { 'order-db': tables } : { order: [...(producerSections['order'] ?? []), ...tables] };
  const points = { points: [consumerStatus(seen.consumer, world), pointsTable(seen.consumer)] };
  const middle = zoom === 'concept' ? conceptBroker(seen, world) : internalsBroker(seen, world, settings);
  return { ...producerSections, ...order, ...points, ...middle };
}

function producerStatus({ role, context, value }: HalfMessageWorld['producers'][number]): Section {
  const title = 'section-producer';
  if (context === null) return statusSection(role, title, { key: 'status-gone' }, 'bad');
  const [check] = context.checks;
  if (check !== undefined)
    return statusSection(
      role,
      title,
      { key: 'status-being-asked', values: { tx: check.tx, offset: check.offset } },
      'check',
    );
  const text = JSON.stringify(value);
  const state = PRODUCER_STATES.find(([part]) => text.includes(part));
  const [, key, tone] = state ?? ['', 'status-idle', 'plain' as const];
  return statusSection(role, title, { key, values: { tx: context.tx ?? '', answer: context.answer } }, tone);
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

/** What the checker finds, where it does not read the orders themselves. */
function recordTable({ world, orders }: HalfMessageWorld, settings: Settings): readonly Section[] {
  const { reads } = checkerOf(settings);
  if (reads === 'order-row' || reads === 'nothing') return [];
  const database = dataIn(world, 'order-database');
  const rows = orders.map(({ order }) => [order, { key: `row-${recordOf({ ...database, settings }, order)}` }]);
  return [
    {
      kind: 'table',
      id: 'records',
      title: `section-reads-${reads}`,
      columns: ['column-order', 'column-state'],
      rows,
    },
  ];
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
    cells: topicCells(seen.topic, 'tx'),
    note: { key: 'note-visible' },
  };
  return { broker: [half, orders, ...checkStatus(seen, world), ...parkedQueues(seen)] };
}

function checkStatus(seen: HalfMessageWorld, world: World): readonly Section[] {
  if (world.crashed.includes('broker'))
    return [statusSection('checker', 'section-checker', { key: 'status-gone' }, 'bad')];
  const [check] = seen.checks;
  if (check === undefined) return [];
  return [
    statusSection(
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
    broker: processorSections(seen, world, settings),
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
      statusSection(
        'cursors',
        'section-cursors',
        {
          key: 'status-cursors',
          values: { half: Math.max(0, cursors.half), op: Math.max(0, cursors.op) },
        },
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
        cells: topicCells(seen.topic, 'offset'),
        cursor: seen.topic.consumed.orders,
        note: { key: 'note-visible' },
      },
      ...retryQueues(seen.topic),
    ],
  };
}

function processorSections(
  { broker, halfTopic, checker }: HalfMessageWorld,
  world: World,
  settings: Settings,
): readonly Section[] {
  if (broker === null || world.crashed.includes('broker'))
    return [statusSection('processor', 'section-channels', { key: 'status-gone' }, 'bad')];
  const troubles = [
    ...(broker.nextStatus === 'SEND_OK'
      ? []
      : [
          statusSection(
            'trouble',
            'section-trouble',
            { key: 'status-next-reply', values: { status: broker.nextStatus } },
            'bad',
          ),
        ]),
    ...(broker.rejects ? [statusSection('rejects', 'section-trouble', { key: 'status-rejects' }, 'bad')] : []),
    ...(broker.failsNextPut ? [statusSection('put', 'section-trouble', { key: 'status-put-fails' }, 'bad')] : []),
    ...(halfTopic.failsNextOp ? [statusSection('op-put', 'section-trouble', { key: 'status-op-fails' }, 'bad')] : []),
    ...(checker.failsNextDiscard
      ? [statusSection('discard-put', 'section-trouble', { key: 'status-discard-fails' }, 'bad')]
      : []),
    ...(checker.breaksOff ? [statusSection('pass', 'section-trouble', { key: 'status-pass-breaks' }, 'bad')] : []),
  ];
  return [...knownGroups({ ...broker, settings }, settings), ...troubles];
}

/** Whom of each producer group the next check would ask. */
function knownGroups(broker: Parameters<typeof nextAsked>[0], settings: Settings): readonly Section[] {
  return groupsOf(settings).map((group, index) => {
    const [id, title] = index === 0 ? ['channels', 'section-channels'] : ['other-channels', 'section-other-channels'];
    const next = nextAsked(broker, group);
    if (next === null) return statusSection(id, title, { key: 'status-no-channel' }, 'bad');
    return statusSection(id, title, { key: 'status-channels', values: { next: `role-${next}` } }, 'good');
  });
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

function parkedQueues(seen: HalfMessageWorld): readonly Section[] {
  return [...(seen.checker.discarded.length > 0 ? [discardQueue(seen)] : []), ...retryQueues(seen.topic)];
}

function discardQueue({ checker }: HalfMessageWorld): Section {
  const cells = checker.discarded.map(({ tx }): Cell => ({
    label: tx,
    fate: 'parked',
    hint: { key: 'cell-discarded', values: { tx } },
  }));
  return { kind: 'queue', id: 'discard', title: 'section-discard-topic', cells };
}
