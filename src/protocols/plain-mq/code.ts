/** The reader's own code of plain messaging: a local transaction and a publish, in either order. */
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';
import { filesIn, type AtPoint, type CodeNotes } from '../shared/code.ts';
import { consumerRan, consumerStands } from '../shared/consumerCode.ts';
import samples from './code/samples.gen.json' with { type: 'json' };

const files = filesIn(samples);
const COMMITTED = 'order.commit';
const SENT = `${COMMITTED}.send`;
const DELIVERED = `${SENT}.pub.ok.msg`;

export const code: CodeNotes = {
  flavours: [
    {
      id: 'spring',
      files: [
        { file: files('OrderService.java'), processes: ['order'] },
        { file: files('PointsConsumer.java'), processes: ['points'] },
      ],
    },
  ],
  facts: (settings) => settings,
  neutral: ['broker', 'mandatory', 'broker-dedup', 'confirm-wait', 'retry'],
  ran: (records, after) => [
    ...records.flatMap(pointsOf).map((point) => ({ process: 'order', point })),
    ...consumerRan(records, after),
  ],
  stands: (world) => [...standing(world), ...consumerStands(world)],
  reach: {
    'order.begin': 'order',
    'order.commit': COMMITTED,
    'order.send': SENT,
    'order.published': `${SENT}.pub.ok`,
    'order.pause': `${SENT}.drop~pub`,
    'consume.enter': DELIVERED,
    'consume.marked': `${DELIVERED}.consume`,
    'consume.added': `${DELIVERED}.consume`,
    'consume.return': `${DELIVERED}.consume`,
  },
};

function standing(world: World): readonly AtPoint[] {
  const point = STANDS[JSON.stringify(world.roles['order-service']?.value)];
  return point === undefined ? [] : [{ process: 'order', point }];
}

const STANDS: { readonly [state: string]: string } = {
  '"working"': 'order.begin',
  '"awaitingConfirm"': 'order.send',
  '"awaitingForever"': 'order.send',
  '"pausing"': 'order.pause',
};

function pointsOf(record: RunRecord): readonly string[] {
  if (record.kind === 'sent') return record.message.type === 'publish' ? ['order.send'] : [];
  return record.kind === 'noted' && record.role === 'order-service' ? (NOTES[record.what] ?? []) : [];
}

const NOTES: { readonly [what: string]: readonly string[] } = {
  'transaction-begun': ['order.begin'],
  'order-committed': ['order.commit'],
  'publish-confirmed': ['order.confirmed', 'order.published'],
  'publish-timed-out': ['order.pause'],
  'publish-failed': ['order.pause'],
  'publish-returned': ['order.pause'],
};
