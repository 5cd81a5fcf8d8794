/** The reader's own code of the local message table: Spring, SQL and RabbitMQ. */
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import { filesIn, type AtPoint, type CodeNotes } from '../shared/code.ts';
import { consumerRan, consumerStands } from '../shared/consumerCode.ts';
import samples from './code/samples.gen.json' with { type: 'json' };
import { read } from './read.ts';

const files = filesIn(samples);
const COMMITTED = 'order.commit';
const TOLD = `${COMMITTED}.wake`;
const SENT = `${TOLD}.send`;
const CONFIRMED = `${SENT}.pub.ok`;
const DELIVERED = `${CONFIRMED}.mark.msg`;

export const code: CodeNotes = {
  flavours: [
    {
      id: 'spring',
      files: [
        { file: files('OrderService.java'), processes: ['order'] },
        { file: files('Relay.java'), processes: ['relay', 'relay-b'] },
        { file: files('PointsConsumer.java'), processes: ['points'] },
      ],
    },
  ],
  facts: (settings) => settings,
  neutral: [
    'relays',
    'relay',
    'confirm',
    'broker',
    'mandatory',
    'broker-dedup',
    'database',
    'tombstone',
    'position',
    'attempts',
    'attempts-max',
    'confirm-wait',
  ],
  ran: (records, after) => [...records.flatMap((record) => ran(record)), ...consumerRan(records, after)],
  stands: (world) => [...orderStanding(world), ...relaysStanding(world), ...consumerStands(world)],
  reach: {
    'order.begin': 'order',
    'order.first': COMMITTED,
    'order.commit': COMMITTED,
    'order.told': TOLD,
    'relay.read': TOLD,
    'relay.publish': SENT,
    'relay.confirmed': CONFIRMED,
    'relay.mark': `${CONFIRMED}.mark`,
    'consume.enter': DELIVERED,
    'consume.marked': `${DELIVERED}.consume`,
    'consume.added': `${DELIVERED}.consume`,
    'consume.commit': `${DELIVERED}.consume`,
    'consume.return': `${DELIVERED}.consume`,
  },
};

function orderStanding(world: World): readonly AtPoint[] {
  const { orderService } = read(world);
  if (orderService === null) return [];
  const process = 'order';
  return [
    ...(orderService.open.length > 0 ? [{ process, point: 'order.begin' }] : []),
    ...(orderService.half.length > 0 ? [{ process, point: 'order.first' }] : []),
    ...(orderService.toTell.length > 0 ? [{ process, point: 'order.commit' }] : []),
  ];
}

function relaysStanding(world: World): readonly AtPoint[] {
  return read(world).relays.flatMap(({ role, value, context }) => {
    const point = context === null ? undefined : RELAY_STANDS[JSON.stringify(value)];
    return point === undefined ? [] : [{ process: role, point }];
  });
}

const RELAY_STANDS: { readonly [state: string]: string } = {
  '"toPublish"': 'relay.read',
  '"toMark"': 'relay.read',
  '"awaitingConfirm"': 'relay.publish',
  '"awaitingForever"': 'relay.publish',
  '"confirmed"': 'relay.confirmed',
  '"markedFirst"': 'relay.mark',
};

function ran(record: RunRecord): readonly AtPoint[] {
  if (record.kind === 'sent')
    return record.message.type === 'publish' ? [{ process: record.from, point: 'relay.publish' }] : [];
  if (record.kind === 'called') {
    const { from, to, message } = record;
    if (message.type === 'committed')
      return [{ process: 'order', point: message['isHalf'] === true ? 'order.first' : 'order.commit' }];
    return calledPoints(from, to, message.type);
  }
  const isFailure = record.kind === 'noted' && record.role.startsWith('relay') && FAILURES.includes(record.what);
  return isFailure ? [{ process: record.role, point: 'relay.fail' }] : [];
}

const FAILURES: readonly string[] = ['confirm-timed-out', 'publish-failed', 'publish-returned'];

function calledPoints(from: string, to: string, type: string): readonly AtPoint[] {
  if (from === 'order-service') return (ORDER_CALLS[type] ?? []).map((point) => ({ process: 'order', point }));
  if (from.startsWith('relay') && to === 'order-database')
    return (RELAY_CALLS[type] ?? []).map((point) => ({ process: from, point }));
  return [];
}

const ORDER_CALLS: { readonly [type: string]: readonly string[] } = {
  begin: ['order.begin'],
  writeSecond: ['order.commit'],
  wake: ['order.told'],
  confirmRow: ['order.confirmed'],
};

const RELAY_CALLS: { readonly [type: string]: readonly string[] } = {
  read: ['relay.read'],
  mark: ['relay.mark'],
};
