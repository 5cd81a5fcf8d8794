/**
 * The points service: a push consumer with its database (rules HM-50 to HM-54; settings `dedup` and `ack`). Where the
 * setting `confirm` asks for it, it also tells the sender that the order is dealt with; it always tells a refusal.
 */
import { assign, setup } from 'xstate';
import { roleActions, type RoleInput } from './actions.ts';
import type { ConsumerInput } from './consumerInput.ts';
import { deliveryDelaysMs } from './delivery.ts';
import { acksAtOnce, acksFirst, dedupOf } from './settings.ts';

import {
  added,
  done,
  effectNote,
  eventOf,
  marked,
  offsetsToTell,
  owesReply,
  progressFrom,
  purged,
  received,
  reconnected,
  recovered,
  refused,
  reply,
  resumedAt,
  sendBack,
  told,
  txOf,
  untold,
  type Context,
} from './consumerState.ts';

export const consumer = setup({
  types: { context: {} as Context, events: {} as ConsumerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    consumeMessage: deliveryDelaysMs.consumeMessage,
    secondTransaction: deliveryDelaysMs.secondTransaction,
    persistConsumerOffset: ({ context }) =>
      acksAtOnce(context.settings) ? deliveryDelaysMs.ack : deliveryDelaysMs.persistConsumerOffset,
    reply: deliveryDelaysMs.reply,
    consumeAgain: deliveryDelaysMs.consumeAgain,
    reconnect: deliveryDelaysMs.reconnect,
  },
  guards: {
    isRecovered: ({ context }) => context.isRecovered,
    isDatabaseDown: ({ context }) => context.isDatabaseDown,
    hasMore: ({ context }) => context.inbox.length > 0,
    isMarked: ({ context }) => dedupOf(context.settings) !== 'none' && context.markers.includes(eventOf(context)),
    marksFirst: ({ context }) => dedupOf(context.settings) === 'marker-first',
    marksAfter: ({ context }) => dedupOf(context.settings) === 'marker-after',
    acksFirst: ({ context }) => acksFirst(context.settings),
    acksOnArrival: ({ context }) => acksFirst(context.settings) && acksAtOnce(context.settings),
    owesReply: ({ context }) => owesReply(context),
    hasMarker: ({ context, event }) => event.type === 'purgeMarker' && context.markers.includes(event.tx),
    hasNews: ({ context }) => context.orders.base > context.orders.told || context.retry.base > context.retry.told,
  },
}).createMachine({
  id: 'consumer',
  context: ({ input }) => ({
    settings: input.settings,
    inbox: [],
    orders: progressFrom(0),
    retry: progressFrom(0),
    isRecovered: input.recovered !== null,
    ...(input.recovered === null ? { points: {}, markers: [], isDatabaseDown: false } : recovered(input.recovered)),
  }),
  type: 'parallel',
  states: {
    listener: {
      initial: 'idle',
      on: {
        setDatabase: { actions: assign({ isDatabaseDown: ({ event }) => event.isDown }) },
        purgeMarker: {
          guard: 'hasMarker',
          actions: [
            assign(({ context, event }) => purged(context, event.tx)),
            { type: 'note', params: ({ event }) => ({ what: 'marker-purged', tx: event.tx }) },
          ],
        },
      },
      states: {
        idle: {
          on: { message: { target: 'consuming', actions: assign(({ context, event }) => received(context, event)) } },
        },
        consuming: {
          after: {
            consumeMessage: [
              {
                guard: 'isDatabaseDown', // neither acknowledged nor rejected (LT-35)
                actions: {
                  type: 'note',
                  params: ({ context }) => ({ what: 'points-database-down', tx: txOf(context) }),
                },
              },
              {
                guard: 'isMarked',
                target: 'committed',
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
                  { type: 'note', params: ({ context }) => effectNote(context) },
                  assign(({ context }) => added(context)),
                ],
              },
              {
                target: 'committed',
                actions: [
                  { type: 'note', params: ({ context }) => effectNote(context) },
                  assign(({ context }) => added(marked(context))),
                ],
              },
            ],
          },
          on: {
            message: { actions: assign(({ context, event }) => received(context, event)) },
            setDatabase: {
              target: 'consuming', // from the start
              reenter: true,
              actions: assign({ isDatabaseDown: ({ event }) => event.isDown }),
            },
            // no failure but an answer: the order must be taken back, and a repetition must not be taken for a new order
            refuseOrder: {
              target: 'committed',
              actions: [
                assign(({ context }) => refused(context)),
                { type: 'note', params: ({ context }) => ({ what: 'order-refused', tx: txOf(context) }) },
              ],
            },
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
            secondTransaction: [
              { guard: 'isDatabaseDown', target: 'consuming' },
              {
                target: 'committed',
                actions: [
                  { type: 'note', params: ({ context }) => effectNote(context) },
                  assign(({ context }) => added(context)),
                ],
              },
            ],
          },
          on: { message: { actions: assign(({ context, event }) => received(context, event)) } },
        },
        added: {
          after: {
            secondTransaction: [
              { guard: 'isDatabaseDown', target: 'consuming' },
              {
                target: 'committed',
                actions: [
                  assign(({ context }) => marked(context)),
                  { type: 'note', params: ({ context }) => ({ what: 'marker-written', tx: txOf(context) }) },
                ],
              },
            ],
          },
          on: { message: { actions: assign(({ context, event }) => received(context, event)) } },
        },
        committed: { always: [{ guard: 'owesReply', target: 'replying' }, { target: 'finished' }] },
        replying: {
          after: {
            reply: { target: 'finished', actions: { type: 'send', params: ({ context }) => reply(context) } },
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
        // automatic acknowledgement of a plain broker: gone with the delivery (LT-18)
        message: {
          guard: 'acksOnArrival',
          actions: [
            { type: 'sendAll', params: ({ context }) => ({ envelopes: offsetsToTell(context) }) },
            assign(({ context }) => told(context)),
          ],
        },
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
