/** The points service: a push consumer with its database (rules HM-50 to HM-54; settings `dedup` and `ack`). */
import { assign, setup } from 'xstate';
import type { Message } from '../../engine/model.ts';
import { roleActions, type ConnectionLost, type RoleInput, type Undelivered } from './actions.ts';
import { deliveryDelaysMs, type Delivery, type Subscribed } from './delivery.ts';

import {
  added,
  done,
  marked,
  offsetsToTell,
  pointsAdded,
  progressFrom,
  received,
  reconnected,
  recovered,
  resumedAt,
  sendBack,
  told,
  txOf,
  untold,
  type ConsumerContext,
} from './consumerState.ts';

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
