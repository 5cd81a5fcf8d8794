/**
 * A topic with one queue, its consumer group's offsets, and what happens to messages that fail: SCHEDULE_TOPIC_XXXX,
 * %RETRY%, %DLQ% (rules HM-50 to HM-54). Ordinary messages: it knows nothing of transactions.
 */
import { assign, setup } from 'xstate';
import type { Data, DataObject } from '../../engine/data.ts';
import type { CrashKind, Message } from '../../engine/model.ts';
import { appended, roleActions, type ConnectionLost, type RoleInput, type Undelivered } from './actions.ts';
import {
  deliveryDelaysMs,
  retryDelayMs,
  type ConsumerOffset,
  type Delivery,
  type QueueName,
  type SendBack,
  type Subscribe,
} from './delivery.ts';

/** A stored message; its place in the list is its queue offset. */
export interface Stored extends DataObject {
  readonly tx: string;
  readonly checkTimes: number;
  /** preparedTransactionOffset, here as the half queue offset named in the commit; null for an ordinary message. */
  readonly prepared: number | null;
  readonly reconsumeTimes: number;
}

interface Place extends DataObject {
  readonly queue: QueueName;
  readonly offset: number;
}

export interface TopicContext extends DataObject {
  readonly reconsumeMax: number;
  readonly flushesAsync: boolean;
  readonly orders: readonly Stored[];
  readonly retry: readonly Stored[];
  /** SCHEDULE_TOPIC_XXXX: waiting for its delay; the first is due first. */
  readonly scheduled: readonly Stored[];
  readonly dead: readonly Stored[];
  /** The group's stored offsets: what lies below is consumed. */
  readonly consumed: { readonly orders: number; readonly retry: number };
  readonly isConnected: boolean;
  /** Sent, but lost on the way: to be pulled again. */
  readonly owed: readonly Place[];
  readonly flushed: {
    readonly orders: number;
    readonly retry: number;
    readonly scheduled: number;
    readonly dead: number;
  };
}

interface PutMessage extends Message {
  readonly type: 'putMessage';
  readonly tx: string;
  readonly checkTimes: number;
  readonly prepared: number | null;
}
type Other = Message & { readonly type: 'flush' };
type TopicInput = PutMessage | ConsumerOffset | SendBack | Subscribe | Undelivered | ConnectionLost | Other;

const PUT_DONE = { to: 'broker', message: { type: 'putDone' } } as const;
const SENT_BACK = { to: 'consumer', message: { type: 'sentBack' } } as const;

export const topic = setup({
  types: { context: {} as TopicContext, events: {} as TopicInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    pullAgain: deliveryDelaysMs.pullAgain,
    retryDelay: ({ context }) => retryDelayMs(context.scheduled[0]?.reconsumeTimes ?? 0),
  },
  guards: {
    isExhausted: ({ context, event }) => event.type === 'sendBack' && event.reconsumeTimes >= context.reconsumeMax,
    isNews: ({ context, event }) => event.type === 'consumerOffset' && event.offset > context.consumed[event.queue],
    hasScheduled: ({ context }) => context.scheduled.length > 0,
    isDisconnected: ({ context }) => !context.isConnected,
  },
}).createMachine({
  id: 'topic',
  context: ({ input }) => ({
    reconsumeMax: Number(input.settings['reconsume-max'] ?? RECONSUME_MAX),
    flushesAsync: input.settings['flush'] === 'async',
    isConnected: input.recovered === null,
    owed: [],
    ...(input.recovered === null ? EMPTY : recovered(input.recovered)),
  }),
  type: 'parallel',
  states: {
    queue: {
      on: {
        putMessage: {
          actions: [
            { type: 'note', params: ({ context, event }) => messageStored(context, event) },
            {
              type: 'sendAll',
              params: ({ context, event }) => ({
                envelopes: [PUT_DONE, ...appended(context), ...offered(context, 'orders', storedOf(event))],
              }),
            },
            assign({ orders: ({ context, event }) => [...context.orders, storedOf(event)] }),
          ],
        },
        consumerOffset: [
          {
            guard: 'isNews',
            actions: [
              { type: 'noteAll', params: ({ context, event }) => ({ notes: consumedNotes(context, event) }) },
              assign({ consumed: ({ context, event }) => ({ ...context.consumed, [event.queue]: event.offset }) }),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'offset-already-stored' } } },
        ],
        sendBack: [
          {
            guard: 'isExhausted', // HM-53: the dead-letter queue
            actions: [
              {
                type: 'note',
                params: ({ event }) => ({ what: 'dead-lettered', tx: event.tx, reconsumeTimes: event.reconsumeTimes }),
              },
              { type: 'sendAll', params: ({ context }) => ({ envelopes: [SENT_BACK, ...appended(context)] }) },
              assign({ dead: ({ context, event }) => [...context.dead, sentBack(event)] }),
            ],
          },
          {
            actions: [
              { type: 'note', params: ({ event }) => scheduledNote(event) },
              { type: 'sendAll', params: ({ context }) => ({ envelopes: [SENT_BACK, ...appended(context)] }) },
              assign({ scheduled: ({ context, event }) => [...context.scheduled, sentBack(event)] }),
            ],
          },
        ],
        subscribe: {
          actions: [
            assign({ isConnected: true, owed: [] }),
            {
              type: 'sendAll',
              params: ({ context, event }) => ({ envelopes: [subscribed(context), ...missing(context, event)] }),
            },
          ],
        },
        connectionLost: { actions: assign({ isConnected: false, owed: [] }) },
        flush: { actions: assign({ flushed: ({ context }) => lengthsOf(context) }) },
      },
    },
    schedule: {
      initial: 'empty',
      states: {
        empty: { always: { guard: 'hasScheduled', target: 'delaying' } },
        delaying: {
          after: { retryDelay: { target: 'retrying' } },
        },
        retrying: {
          entry: [
            {
              type: 'note',
              params: ({ context }) => ({
                what: 'retry-stored',
                tx: context.scheduled[0]?.tx ?? null,
                offset: context.retry.length,
              }),
            },
            {
              type: 'sendAll',
              params: ({ context }) => ({
                envelopes: [
                  ...appended(context),
                  ...context.scheduled.slice(0, 1).flatMap((message) => offered(context, 'retry', again(message))),
                ],
              }),
            },
            assign({
              retry: ({ context }) => [...context.retry, ...context.scheduled.slice(0, 1).map(again)],
              scheduled: ({ context }) => context.scheduled.slice(1),
            }),
          ],
          always: [{ guard: 'hasScheduled', target: 'delaying' }, { target: 'empty' }],
        },
      },
    },
    pull: {
      initial: 'complete',
      states: {
        complete: {
          on: {
            undelivered: [
              { guard: 'isDisconnected', actions: { type: 'ignore', params: { reason: 'consumer-is-gone' } } },
              { target: 'owing', actions: assign({ owed: ({ context, event }) => owing(context, event) }) },
            ],
          },
        },
        owing: {
          after: {
            pullAgain: {
              target: 'complete',
              actions: [
                {
                  type: 'sendAll',
                  params: ({ context }) => ({ envelopes: context.owed.flatMap((place) => delivery(context, place)) }),
                },
                assign({ owed: [] }),
              ],
            },
          },
          on: {
            undelivered: { actions: assign({ owed: ({ context, event }) => owing(context, event) }) },
            // HM-51: whatever is missing comes with the new connection
            connectionLost: { target: 'complete' },
            subscribe: { target: 'complete' },
          },
        },
      },
    },
  },
});

/** What survives a crash of the broker: everything stored (HM-55), or all but the unflushed suffix (HM-58). */
export function durableTopic(context: TopicContext, kind: CrashKind): Data {
  const { orders, retry, scheduled, dead, consumed, flushed } = context;
  if (kind === 'process' || !context.flushesAsync) return { orders, retry, scheduled, dead, consumed, flushed };
  const left = {
    orders: orders.slice(0, flushed.orders),
    retry: retry.slice(0, flushed.retry),
    dead: dead.slice(0, flushed.dead),
  };
  const consumedLeft = {
    orders: Math.min(consumed.orders, left.orders.length),
    retry: Math.min(consumed.retry, left.retry.length),
  };
  return { ...left, scheduled: scheduled.slice(0, flushed.scheduled), consumed: consumedLeft, flushed };
}

type Survived = Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed' | 'flushed'>;

/** maxReconsumeTimes of a concurrent listener. */
const RECONSUME_MAX = 16;
const NOTHING = { orders: 0, retry: 0, scheduled: 0, dead: 0 };
const EMPTY: Survived = {
  orders: [],
  retry: [],
  scheduled: [],
  dead: [],
  consumed: { orders: 0, retry: 0 },
  flushed: NOTHING,
};

function recovered(data: Data): Survived {
  // `durableTopic` wrote it.
  return data as unknown as Survived;
}

function storedOf({ tx, checkTimes, prepared }: PutMessage): Stored {
  return { tx, checkTimes, prepared, reconsumeTimes: 0 };
}

function messageStored({ orders }: TopicContext, { tx, checkTimes, prepared }: PutMessage) {
  return { what: 'message-stored', tx, offset: orders.length, checkTimes, prepared };
}

function sentBack({ tx, checkTimes, reconsumeTimes }: SendBack): Stored {
  return { tx, checkTimes, prepared: null, reconsumeTimes };
}

function again(message: Stored): Stored {
  return { ...message, reconsumeTimes: message.reconsumeTimes + 1 };
}

function scheduledNote({ tx, reconsumeTimes }: SendBack) {
  return { what: 'retry-scheduled', tx, level: 3 + reconsumeTimes, delayS: retryDelayMs(reconsumeTimes) / 1_000 };
}

/** The delivery of a message that is just being appended, if anybody listens. */
function offered(context: TopicContext, queue: QueueName, message: Stored) {
  return context.isConnected ? [{ to: 'consumer', message: deliveryOf(queue, context[queue].length, message) }] : [];
}

function delivery(context: TopicContext, { queue, offset }: Place) {
  const message = context[queue][offset];
  return message === undefined ? [] : [{ to: 'consumer', message: deliveryOf(queue, offset, message) }];
}

function deliveryOf(queue: QueueName, offset: number, { tx, checkTimes, reconsumeTimes }: Stored): Delivery {
  return { type: 'message', queue, offset, tx, checkTimes, reconsumeTimes };
}

function subscribed({ consumed }: TopicContext) {
  return { to: 'consumer', message: { type: 'subscribed', ...consumed } };
}

/** HM-51: everything from the stored offset on, except what a living consumer already has. */
function missing(context: TopicContext, { have }: Subscribe) {
  const queues: readonly QueueName[] = ['orders', 'retry'];
  return queues.flatMap((queue) =>
    context[queue].flatMap((_, offset) => {
      const isThere = offset < context.consumed[queue] || have?.[queue].includes(offset) === true;
      return isThere ? [] : delivery(context, { queue, offset });
    }),
  );
}

function owing({ owed }: TopicContext, { message }: Undelivered): readonly Place[] {
  const { queue, offset } = message;
  if ((queue !== 'orders' && queue !== 'retry') || typeof offset !== 'number') return owed;
  return owed.some((place) => place.queue === queue && place.offset === offset) ? owed : [...owed, { queue, offset }];
}

function consumedNotes(context: TopicContext, { queue, offset }: ConsumerOffset) {
  return context[queue]
    .slice(context.consumed[queue], offset)
    .map(({ tx }, index) => ({ what: 'marked-consumed', tx, queue, offset: context.consumed[queue] + index }));
}

function lengthsOf({ orders, retry, scheduled, dead }: TopicContext) {
  return { orders: orders.length, retry: retry.length, scheduled: scheduled.length, dead: dead.length };
}
