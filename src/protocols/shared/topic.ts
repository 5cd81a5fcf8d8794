/**
 * A topic with one queue, its consumer group's offsets, and what happens to messages that fail: SCHEDULE_TOPIC_XXXX,
 * %RETRY%, %DLQ% (rules HM-50 to HM-54). Ordinary messages: it knows nothing of transactions.
 */
import { assign, setup } from 'xstate';
import type { Message } from '../../engine/model.ts';
import {
  appended,
  roleActions,
  type ConnectionLost,
  type RoleInput,
  type Undelivered,
  type WithSettings,
} from './actions.ts';
import { deliveryDelaysMs, retryDelayMs, type ConsumerOffset, type SendBack, type Subscribe } from './delivery.ts';
import { reconsumeMaxOf } from './settings.ts';

import {
  EMPTY,
  again,
  consumedNotes,
  delivery,
  lengthsOf,
  messageStored,
  missing,
  offered,
  owing,
  recovered,
  scheduledNote,
  sentBack,
  storedOf,
  subscribed,
  type PutMessage,
  type TopicContext,
} from './topicState.ts';

type Other = Message & { readonly type: 'flush' };
type TopicInput = PutMessage | ConsumerOffset | SendBack | Subscribe | Undelivered | ConnectionLost | Other;

const PUT_DONE = { to: 'broker', message: { type: 'putDone' } } as const;
const SENT_BACK = { to: 'consumer', message: { type: 'sentBack' } } as const;

export const topic = setup({
  types: { context: {} as WithSettings<TopicContext>, events: {} as TopicInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    pullAgain: deliveryDelaysMs.pullAgain,
    retryDelay: ({ context }) => retryDelayMs(context.scheduled[0]?.reconsumeTimes ?? 0),
  },
  guards: {
    isExhausted: ({ context, event }) =>
      event.type === 'sendBack' && event.reconsumeTimes >= reconsumeMaxOf(context.settings),
    isNews: ({ context, event }) => event.type === 'consumerOffset' && event.offset > context.consumed[event.queue],
    hasScheduled: ({ context }) => context.scheduled.length > 0,
    isDisconnected: ({ context }) => !context.isConnected,
  },
}).createMachine({
  id: 'topic',
  context: ({ input }) => ({
    settings: input.settings,
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
