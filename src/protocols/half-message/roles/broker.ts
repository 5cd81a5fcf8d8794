/** The broker's front: SendMessageProcessor, EndTransactionProcessor, ProducerManager (rules HM-10, HM-19 to HM-32). */
import { assign, setup } from 'xstate';
import { roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { instanceIn, instancesOf } from '../instances.ts';
import { flushOf, hasLongImmunity, versionOf } from '../settings.ts';

import type { BrokerInput } from './brokerInput.ts';
import {
  FLUSHES,
  flushCommitLogMs,
  afterAsking,
  beforeStop,
  checkRequest,
  isForeign,
  nextAsked,
  realMessage,
  refused,
  rejected,
  settled,
  stored,
  type BrokerContext,
} from './brokerMessages.ts';

/** Checks for which somebody may be named beforehand. */
const ASKED_MAX = 4;

export const broker = setup({
  types: { context: {} as WithSettings<BrokerContext>, events: {} as BrokerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: { flushCommitLog: ({ context }) => flushCommitLogMs(flushOf(context.settings)) },
  guards: {
    rejectsTransactions: ({ context }) => context.rejects,
    canBeLong: ({ context, event }) =>
      event.type === 'setSendStatus' &&
      event.status !== context.nextStatus &&
      (event.status !== 'SLAVE_NOT_AVAILABLE' || versionOf(context.settings) === '4.9'),
    canBeAsked: ({ context, event }) =>
      event.type === 'askNext' && context.channels.includes(event.producer) && context.asked.length < ASKED_MAX,
    putWillSucceed: ({ context }) => !context.failsNextPut,
    switches: ({ context, event }) => event.type === 'setRejecting' && event.rejects !== context.rejects,
    isUnknown: ({ event }) => event.type === 'endTransaction' && event.state === 'UNKNOW',
    isNotFound: ({ context, event }) =>
      event.type === 'halfFound' && (event.half === null || event.half.tx !== context.end?.tx),
    isTooLate: ({ context, event }) =>
      event.type === 'halfFound' &&
      event.isOld &&
      versionOf(context.settings) !== '4.9' &&
      hasLongImmunity(context.settings) &&
      context.end?.fromCheck === false,
    isRollback: ({ context }) => context.end?.state === 'ROLLBACK',
    putFails: ({ context }) => context.failsNextPut,
    isForeign: ({ context, event }) => event.type === 'halfFound' && isForeign(context, event.half),
    hasNoChannel: ({ context, event }) => event.type === 'checkProducer' && nextAsked(context, event.producer) === null,
  },
}).createMachine({
  id: 'broker',
  context: ({ input }) => ({
    settings: input.settings,
    // HM-56: after a restart nobody is known until the next heartbeat
    channels: input.recovered === null ? instancesOf(input.settings) : [],
    asked: [],
    nextStatus: 'SEND_OK',
    rejects: false,
    failsNextPut: false,
    half: null,
    end: null,
  }),
  type: 'parallel',
  states: {
    processor: {
      initial: 'ready',
      states: {
        ready: {
          on: {
            halfMessage: [
              { guard: 'rejectsTransactions', actions: { type: 'send', params: ({ event }) => rejected(event) } }, // HM-19
              {
                target: 'appendingHalf',
                actions: [
                  assign({ half: ({ event }) => event }),
                  {
                    type: 'send',
                    params: ({ event }) => ({
                      to: 'half-topic',
                      message: { type: 'appendHalf', tx: event.tx, producer: event.producer },
                    }),
                  },
                ],
              },
            ],
            endTransaction: [
              { guard: 'isUnknown', actions: { type: 'ignore', params: { reason: 'unknow-changes-nothing' } } }, // HM-21
              {
                target: 'lookingUp',
                actions: [
                  assign({ end: ({ event }) => event }),
                  {
                    type: 'send',
                    params: ({ event }) => ({
                      to: 'half-topic',
                      message: { type: 'lookMessageByOffset', offset: event.offset },
                    }),
                  },
                ],
              },
            ],
            checkProducer: [
              // HM-38: the copy and its count stay, nobody is asked
              {
                guard: 'hasNoChannel',
                actions: {
                  type: 'note',
                  params: ({ event }) => ({ what: 'channel-is-null', tx: event.tx, offset: event.offset }),
                },
              },
              {
                actions: [
                  {
                    type: 'send',
                    params: ({ context, event }) => ({
                      to: nextAsked(context, event.producer) ?? event.producer,
                      message: checkRequest(event),
                    }),
                  },
                  assign(({ context, event }) => afterAsking(context, event.producer)), // HM-10
                ],
              },
            ],
          },
        },
        appendingHalf: {
          tags: 'in-step',
          on: {
            halfAppended: {
              target: 'ready',
              actions: [
                { type: 'send', params: ({ context, event }) => stored(context, event.offset) },
                assign({ half: null, nextStatus: 'SEND_OK' as const }),
              ],
            },
          },
        },
        lookingUp: {
          tags: 'in-step',
          on: {
            halfFound: [
              {
                guard: 'isNotFound',
                target: 'ready',
                actions: [
                  { type: 'note', params: ({ context }) => refused(context, 'no-half-at-offset') },
                  assign({ end: null }),
                ],
              }, // HM-22
              {
                guard: 'isTooLate',
                target: 'ready',
                actions: [
                  { type: 'note', params: ({ context }) => refused(context, 'illegal-operation') },
                  assign({ end: null }),
                ],
              }, // HM-29
              {
                guard: 'isForeign',
                target: 'ready',
                actions: [
                  { type: 'note', params: ({ context }) => refused(context, 'foreign-group') },
                  assign({ end: null }),
                ],
              }, // HM-22
              {
                guard: 'isRollback',
                target: 'ready',
                actions: [
                  { type: 'note', params: ({ context }) => refused(context, 'message-dropped') },
                  { type: 'send', params: ({ context }) => settled(context) },
                  assign({ end: null }),
                ],
              }, // HM-24
              {
                guard: 'putFails',
                target: 'ready',
                actions: [
                  { type: 'note', params: ({ context }) => refused(context, 'put-failed') },
                  assign({ end: null, failsNextPut: false }),
                ],
              }, // HM-28
              {
                target: 'putting',
                actions: { type: 'send', params: ({ context, event }) => realMessage(context, event.half) },
              }, // HM-23
            ],
          },
        },
        putting: {
          tags: 'in-step',
          // HM-23, HM-25: half < real < op, and no look at whether this offset was settled before
          on: {
            putDone: {
              target: 'ready',
              actions: [{ type: 'send', params: ({ context }) => settled(context) }, assign({ end: null })],
            },
          },
        },
      },
    },
    producerManager: {
      on: {
        heartbeat: {
          actions: [
            assign({
              channels: ({ context, event }) => [...context.channels.filter((role) => role !== event.from), event.from],
            }),
            { type: 'send', params: ({ event }) => ({ to: event.from, message: { type: 'heartbeatAnswered' } }) },
          ],
        },
        // HM-57: a closed connection takes the channel away at once
        connectionLost: {
          actions: assign({
            channels: ({ context, event }) => context.channels.filter((role) => role !== instanceIn(event.process)),
          }),
        },
        askNext: {
          guard: 'canBeAsked',
          actions: assign({ asked: ({ context, event }) => [...context.asked, event.producer] }),
        },
        // HM-55: the offsets that wait for their op are younger than its interval, and stay behind
        stopCleanly: { actions: { type: 'sendAll', params: ({ context }) => ({ envelopes: beforeStop(context) }) } },
        setSendStatus: { guard: 'canBeLong', actions: assign({ nextStatus: ({ event }) => event.status }) },
        setRejecting: { guard: 'switches', actions: assign({ rejects: ({ event }) => event.rejects }) },
        failNextPut: { guard: 'putWillSucceed', actions: assign({ failsNextPut: true }) },
      },
    },
    disk: {
      initial: 'flushed',
      states: {
        flushed: {
          on: {
            appended: { target: 'dirty' },
            // HM-C11: the flush that somebody waits for writes everything up to there
            flushNow: { actions: { type: 'sendAll', params: { envelopes: FLUSHES } } },
          },
        },
        dirty: {
          after: {
            flushCommitLog: {
              target: 'flushed',
              actions: [
                { type: 'note', params: { what: 'log-flushed' } },
                { type: 'sendAll', params: { envelopes: FLUSHES } },
              ],
            },
          },
          on: {
            appended: { actions: { type: 'ignore', params: { reason: 'one-flush-for-both' } } },
            flushNow: { target: 'flushed', actions: { type: 'sendAll', params: { envelopes: FLUSHES } } },
            stopCleanly: { target: 'flushed' },
          },
        },
      },
    },
  },
});
