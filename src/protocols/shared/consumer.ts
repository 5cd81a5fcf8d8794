/** The points service: a push consumer with its database (rules HM-50 to HM-54; settings `dedup` and `ack`). */
import { assign, setup } from 'xstate';
import type { Data, DataObject } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import { roleActions, type ConnectionLost, type RoleInput, type Undelivered } from './actions.ts';
import { deliveryDelaysMs, type Delivery, type QueueName, type Subscribed } from './delivery.ts';

/** What the points database knows of one order. */
export interface PointsRow extends DataObject {
  /** How often points were added. */
  readonly added: number;
  /** The first addition needed a check-back or a retry. */
  readonly isLate: boolean;
}

/** Progress in one queue, as the client sees it. */
interface Progress extends DataObject {
  /** The smallest unfinished offset. */
  readonly base: number;
  /** Finished offsets above it. */
  readonly finished: readonly number[];
  /** Received offsets from `base` on. */
  readonly have: readonly number[];
  /** What the broker was last told. */
  readonly told: number;
}

export interface ConsumerContext extends DataObject {
  readonly dedup: string;
  readonly acksFirst: boolean;
  readonly points: { readonly [tx: string]: PointsRow };
  /** Orders whose marker is in the deduplication table. */
  readonly markers: readonly string[];
  /** The first is being consumed. */
  readonly inbox: readonly Delivery[];
  readonly orders: Progress;
  readonly retry: Progress;
  readonly isRecovered: boolean;
}

type Other = Message & { readonly type: 'failConsuming' | 'sentBack' };
type ConsumerInput = Delivery | Subscribed | Undelivered | ConnectionLost | Other;

export const consumer = setup({
  types: { context: {} as ConsumerContext, events: {} as ConsumerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    consumeMessage: deliveryDelaysMs.consumeMessage,
    secondTransaction: deliveryDelaysMs.secondTransaction,
    persistConsumerOffset: deliveryDelaysMs.persistConsumerOffset,
    consumeAgain: deliveryDelaysMs.consumeAgain,
    reconnect: deliveryDelaysMs.reconnect,
  },
  guards: {
    isRecovered: ({ context }) => context.isRecovered,
    hasMore: ({ context }) => context.inbox.length > 0,
    isMarked: ({ context }) => context.dedup !== 'none' && context.markers.includes(txOf(context)),
    marksFirst: ({ context }) => context.dedup === 'marker-first',
    marksAfter: ({ context }) => context.dedup === 'marker-after',
    acksFirst: ({ context }) => context.acksFirst,
    hasNews: ({ context }) => context.orders.base > context.orders.told || context.retry.base > context.retry.told,
  },
}).createMachine({
  id: 'consumer',
  context: ({ input }) => ({
    dedup: input.settings['dedup'] ?? 'none',
    acksFirst: input.settings['ack'] === 'before-commit',
    inbox: [],
    orders: progressFrom(0),
    retry: progressFrom(0),
    isRecovered: input.recovered !== null,
    ...(input.recovered === null ? { points: {}, markers: [] } : recovered(input.recovered)),
  }),
  type: 'parallel',
  states: {
    listener: {
      initial: 'idle',
      states: {
        idle: {
          on: { message: { target: 'consuming', actions: assign(({ context, event }) => received(context, event)) } },
        },
        consuming: {
          after: {
            consumeMessage: [
              {
                guard: 'isMarked',
                target: 'finished',
                actions: {
                  type: 'note',
                  params: ({ context }) => ({ what: 'duplicate-recognised', tx: txOf(context) }),
                },
              },
              {
                guard: 'marksFirst',
                target: 'marked',
                actions: [
                  assign(({ context }) => marked(context)),
                  { type: 'note', params: ({ context }) => ({ what: 'marker-written', tx: txOf(context) }) },
                ],
              },
              {
                guard: 'marksAfter',
                target: 'added',
                actions: [
                  assign(({ context }) => added(context)),
                  { type: 'note', params: ({ context }) => pointsAdded(context) },
                ],
              },
              {
                target: 'finished',
                actions: [
                  assign(({ context }) => added(marked(context))),
                  { type: 'note', params: ({ context }) => pointsAdded(context) },
                ],
              },
            ],
          },
          on: {
            message: { actions: assign(({ context, event }) => received(context, event)) },
            failConsuming: [
              {
                guard: 'acksFirst', // nobody will deliver it again
                target: 'finished',
                actions: { type: 'note', params: ({ context }) => ({ what: 'failed-after-ack', tx: txOf(context) }) },
              },
              {
                target: 'sendingBack',
                actions: [
                  { type: 'note', params: ({ context }) => ({ what: 'consume-failed', tx: txOf(context) }) },
                  { type: 'send', params: ({ context }) => sendBack(context) },
                ],
              },
            ],
          },
        },
        marked: {
          after: {
            secondTransaction: {
              target: 'finished',
              actions: [
                assign(({ context }) => added(context)),
                { type: 'note', params: ({ context }) => pointsAdded(context) },
              ],
            },
          },
          on: { message: { actions: assign(({ context, event }) => received(context, event)) } },
        },
        added: {
          after: {
            secondTransaction: {
              target: 'finished',
              actions: [
                assign(({ context }) => marked(context)),
                { type: 'note', params: ({ context }) => ({ what: 'marker-written', tx: txOf(context) }) },
              ],
            },
          },
          on: { message: { actions: assign(({ context, event }) => received(context, event)) } },
        },
        sendingBack: {
          // the broker is down: consumed again here (ConsumeMessageConcurrentlyService.submitConsumeRequestLater)
          after: { consumeAgain: { target: 'consuming' } },
          on: {
            sentBack: { target: 'finished' },
            message: { actions: assign(({ context, event }) => received(context, event)) },
          },
        },
        finished: {
          entry: assign(({ context }) => done(context)),
          always: [{ guard: 'hasMore', target: 'consuming' }, { target: 'idle' }],
        },
      },
    },
    offsets: {
      initial: 'told',
      states: {
        told: { always: { guard: 'hasNews', target: 'moved' } },
        moved: {
          after: {
            persistConsumerOffset: {
              target: 'told',
              actions: [
                { type: 'sendAll', params: ({ context }) => ({ envelopes: offsetsToTell(context) }) },
                assign(({ context }) => told(context)),
              ],
            },
          },
        },
      },
      on: {
        // the next persist tells it again
        undelivered: { actions: assign(({ context, event }) => untold(context, event)) },
      },
    },
    connection: {
      initial: 'starting',
      states: {
        starting: {
          always: [
            {
              guard: 'isRecovered',
              target: 'disconnected',
              actions: { type: 'send', params: { to: 'topic', message: { type: 'subscribe', have: null } } },
            },
            { target: 'connected' },
          ],
        },
        connected: {
          on: {
            connectionLost: { target: 'disconnected' },
            subscribed: { actions: { type: 'ignore', params: { reason: 'already-connected' } } },
          },
        },
        disconnected: {
          after: {
            reconnect: {
              target: 'disconnected',
              reenter: true,
              actions: { type: 'send', params: ({ context }) => reconnected(context) },
            },
          },
          on: {
            subscribed: { target: 'connected', actions: assign(({ context, event }) => resumedAt(context, event)) },
            connectionLost: { actions: { type: 'ignore', params: { reason: 'already-disconnected' } } },
          },
        },
      },
    },
  },
});

/** The database survives every crash; the client's memory does not (HM-51). */
export function durableConsumer({ points, markers }: ConsumerContext): Data {
  return { points, markers };
}

type Survived = Pick<ConsumerContext, 'points' | 'markers'>;

function recovered(data: Data): Survived {
  // `durableConsumer` wrote it.
  return data as unknown as Survived;
}

function progressFrom(offset: number): Progress {
  return { base: offset, finished: [], have: [], told: offset };
}

function txOf({ inbox }: ConsumerContext): string {
  return inbox[0]?.tx ?? '';
}

function received(context: ConsumerContext, message: Delivery): ConsumerContext {
  const progress = context[message.queue];
  const isNew = message.offset >= progress.base && !progress.have.includes(message.offset);
  const have = isNew ? [...progress.have, message.offset].sort((left, right) => left - right) : progress.have;
  const next = { ...context, inbox: [...context.inbox, message], [message.queue]: { ...progress, have } };
  return context.acksFirst ? acknowledged(next, message) : next;
}

/** Counts an offset as finished; the base moves over everything finished in a row. */
function acknowledged(context: ConsumerContext, { queue, offset }: Delivery): ConsumerContext {
  const { base, finished, have, told: alreadyTold } = context[queue];
  if (offset < base) return context;
  const all = new Set([...finished, offset]);
  let next = base;
  while (all.has(next)) next += 1;
  const above = (other: number): boolean => other >= next;
  const left = [...all].filter(above).sort((one, other) => one - other);
  return { ...context, [queue]: { base: next, finished: left, have: have.filter(above), told: alreadyTold } };
}

function done(context: ConsumerContext): ConsumerContext {
  const [message, ...inbox] = context.inbox;
  if (message === undefined) return context;
  const next = context.acksFirst ? context : acknowledged(context, message);
  return { ...next, inbox };
}

function added(context: ConsumerContext): ConsumerContext {
  const [message] = context.inbox;
  if (message === undefined) return context;
  const row = context.points[message.tx];
  const isLate = row?.isLate ?? (message.checkTimes > 0 || message.reconsumeTimes > 0);
  return { ...context, points: { ...context.points, [message.tx]: { added: (row?.added ?? 0) + 1, isLate } } };
}

function marked(context: ConsumerContext): ConsumerContext {
  if (context.dedup === 'none') return context;
  return { ...context, markers: [...context.markers, txOf(context)].sort() };
}

function pointsAdded(context: ConsumerContext) {
  const tx = txOf(context);
  return { what: 'points-added', tx, times: context.points[tx]?.added ?? 0 };
}

function sendBack({ inbox }: ConsumerContext) {
  const [message] = inbox;
  const { tx, checkTimes, reconsumeTimes } = message ?? { tx: '', checkTimes: 0, reconsumeTimes: 0 };
  return { to: 'topic', message: { type: 'sendBack', tx, checkTimes, reconsumeTimes } };
}

const QUEUES: readonly QueueName[] = ['orders', 'retry'];

function offsetsToTell(context: ConsumerContext) {
  return QUEUES.flatMap((queue) => {
    const { base, told: alreadyTold } = context[queue];
    return base > alreadyTold ? [{ to: 'topic', message: { type: 'consumerOffset', queue, offset: base } }] : [];
  });
}

function told({ orders, retry }: ConsumerContext) {
  return { orders: { ...orders, told: orders.base }, retry: { ...retry, told: retry.base } };
}

function untold(context: ConsumerContext, { message }: Undelivered): ConsumerContext {
  const { queue, offset } = message;
  if ((queue !== 'orders' && queue !== 'retry') || typeof offset !== 'number') return context;
  const progress = context[queue];
  return { ...context, [queue]: { ...progress, told: Math.min(progress.told, offset - 1) } };
}

function reconnected({ orders, retry }: ConsumerContext) {
  const from = ({ base, have }: Progress): readonly number[] => [
    ...Array.from({ length: base }, (_, offset) => offset),
    ...have,
  ];
  return { to: 'topic', message: { type: 'subscribe', have: { orders: from(orders), retry: from(retry) } } };
}

/** A fresh client begins at the offsets that the broker knows; one that only reconnected goes on where it was. */
function resumedAt(context: ConsumerContext, event: Subscribed): ConsumerContext {
  const at = (queue: QueueName): Progress =>
    context.isRecovered && context[queue].base === 0 && context[queue].have.length === 0
      ? progressFrom(event[queue])
      : context[queue];
  return { ...context, orders: at('orders'), retry: at('retry') };
}
