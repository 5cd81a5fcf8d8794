/** TransactionMQProducer and its TransactionListener (rules HM-1 to HM-10). */
import { assign, setup } from 'xstate';
import { roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { retriesSend } from '../settings.ts';
import { delaysMs } from '../vocabulary.ts';
import type { ProducerInput } from './producerInput.ts';
import {
  askedAbout,
  checkAnswer,
  halfMessage,
  heartbeat,
  lookUp,
  queued,
  refused,
  report,
  returned,
  sentAgain,
  thrown,
  toDatabase,
  truth,
  type ProducerContext,
} from './producerMessages.ts';

/** 1 + retryTimesWhenSendFailed. */
const ATTEMPTS_MAX = 3;

export const producer = setup({
  types: { context: {} as WithSettings<ProducerContext>, events: {} as ProducerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    sendMsgTimeout: delaysMs.sendMsgTimeout,
    endTransactionDelay: delaysMs.endTransactionDelay,
    checkLocalTransaction: delaysMs.checkLocalTransaction,
    heartbeatInterval: delaysMs.heartbeatInterval,
  },
  guards: {
    isRecovered: ({ context }) => context.isRecovered,
    callerIsFree: ({ context }) => context.tx === null,
    mayRetrySend: ({ context }) => retriesSend(context.settings) && context.attempt < ATTEMPTS_MAX,
    isReplyToThisAttempt: ({ context, event }) =>
      event.type === 'sendResult' && event.tx === context.tx && event.attempt === context.attempt,
    isSendOk: ({ context, event }) =>
      event.type === 'sendResult' &&
      event.tx === context.tx &&
      event.attempt === context.attempt &&
      event.status === 'SEND_OK',
    mayRetryRejected: ({ context, event }) =>
      event.type === 'sendResult' &&
      event.tx === context.tx &&
      event.attempt === context.attempt &&
      event.status === 'NO_PERMISSION' &&
      retriesSend(context.settings) &&
      context.attempt < ATTEMPTS_MAX,
    isRejected: ({ context, event }) =>
      event.type === 'sendResult' &&
      event.tx === context.tx &&
      event.attempt === context.attempt &&
      event.status === 'NO_PERMISSION',
    commits: ({ event }) =>
      event.type === 'finish' && ['commit', 'unknow', 'throw-late', 'commit-rollback'].includes(event.outcome),
    hasMoreChecks: ({ context }) => context.checks.length > 0,
  },
}).createMachine({
  id: 'producer',
  context: ({ input }) => ({
    settings: input.settings,
    role: input.role,
    tx: null,
    attempt: 0,
    offset: null,
    answer: 'UNKNOW',
    checks: [],
    isRecovered: input.recovered !== null,
  }),
  type: 'parallel',
  // HM-26, HM-27: nothing in the client keeps an answer from being sent again
  on: {
    sendEnd: { actions: { type: 'send', params: ({ context, event }) => sentAgain(context, event) } },
    sendEndUnasked: { actions: { type: 'send', params: ({ context, event }) => sentAgain(context, event) } },
  },
  states: {
    sender: {
      initial: 'idle',
      on: {
        placeOrder: {
          guard: 'callerIsFree',
          target: '.awaitingSendResult',
          actions: [
            assign({ tx: ({ event }) => event.tx, attempt: 1 }),
            { type: 'send', params: ({ context, event }) => toDatabase('orderRequested', event.tx, context.role) },
            { type: 'send', params: ({ context }) => halfMessage(context) },
          ],
        },
      },
      states: {
        idle: {
          entry: assign({ tx: null, attempt: 0, offset: null, answer: 'UNKNOW' as const }),
          on: { sendResult: { actions: { type: 'ignore', params: { reason: 'nobody-waits-for-the-reply' } } } },
        },
        awaitingSendResult: {
          after: {
            sendMsgTimeout: [
              {
                guard: 'mayRetrySend', // HM-5: the same UNIQ_KEY again
                target: 'awaitingSendResult',
                reenter: true,
                actions: [
                  assign({ attempt: ({ context }) => context.attempt + 1 }),
                  { type: 'send', params: ({ context }) => halfMessage(context) },
                ],
              },
              // HM-4: an exception for the caller; no local transaction, no endTransaction
              {
                target: 'idle',
                actions: { type: 'note', params: ({ context }) => ({ what: 'send-failed', tx: context.tx }) },
              },
            ],
          },
          on: {
            sendResult: [
              {
                guard: 'isSendOk',
                target: 'executing',
                actions: [
                  assign({ offset: ({ event }) => event.offset }),
                  { type: 'send', params: ({ context }) => toDatabase('begin', context.tx, context.role) },
                ],
              },
              // HM-19: NO_PERMISSION is one of the codes that are tried again
              {
                guard: 'mayRetryRejected',
                target: 'awaitingSendResult',
                reenter: true,
                actions: [
                  assign({ attempt: ({ context }) => context.attempt + 1 }),
                  { type: 'send', params: ({ context }) => halfMessage(context) },
                ],
              },
              {
                guard: 'isRejected',
                target: 'idle',
                actions: { type: 'note', params: ({ context }) => ({ what: 'send-rejected', tx: context.tx }) },
              },
              {
                guard: 'isReplyToThisAttempt', // HM-3: stored, but not safely enough: roll back without running it
                target: 'returning',
                actions: [
                  assign({ offset: ({ event }) => event.offset, answer: 'ROLLBACK' as const }),
                  {
                    type: 'note',
                    params: ({ event }) => ({ what: 'local-transaction-skipped', tx: event.tx, status: event.status }),
                  },
                ],
              },
              { actions: { type: 'ignore', params: { reason: 'reply-to-another-attempt' } } },
            ],
          },
        },
        executing: {
          initial: 'working',
          on: {
            finish: [
              {
                guard: 'commits',
                target: 'committing',
                actions: [
                  assign({ answer: ({ event }) => returned(event.outcome) }),
                  { type: 'send', params: ({ context }) => toDatabase('commit', context.tx, context.role) },
                ],
              },
              {
                target: 'returning',
                actions: [
                  assign({ answer: ({ event }) => returned(event.outcome) }),
                  { type: 'send', params: ({ context }) => toDatabase('rollback', context.tx, context.role) },
                ],
              },
            ],
            sendResult: { actions: { type: 'ignore', params: { reason: 'reply-to-another-attempt' } } },
          },
          states: {
            working: { on: { keepRunning: { target: 'workingLong' } } },
            workingLong: {},
          },
        },
        committing: {
          tags: 'in-step',
          on: {
            committed: { target: 'returning' },
            commitRefused: { target: 'returning', actions: assign(({ context }) => refused(context)) },
          },
        },
        returning: {
          after: {
            endTransactionDelay: {
              target: 'idle', // HM-7: once, one-way
              actions: { type: 'sendAll', params: ({ context }) => ({ envelopes: report(context) }) },
            },
          },
          on: { sendResult: { actions: { type: 'ignore', params: { reason: 'reply-to-another-attempt' } } } },
        },
      },
    },
    checkPool: {
      initial: 'idle',
      states: {
        idle: {
          on: {
            checkTransactionState: {
              target: 'checking',
              actions: assign({ checks: ({ context, event }) => queued(context, event) }),
            },
          },
        },
        checking: {
          after: {
            checkLocalTransaction: {
              target: 'lookingUp',
              actions: { type: 'send', params: ({ context }) => lookUp(context) },
            },
          },
          on: {
            checkTransactionState: {
              actions: assign({ checks: ({ context, event }) => queued(context, event) }),
            },
            // HM-6: null is no state, and an exception on the check pool: nothing is sent
            answerNothing: {
              target: 'answered',
              actions: {
                type: 'note',
                params: ({ context }) => ({ what: 'check-unanswered', tx: context.checks[0]?.tx ?? null }),
              },
            },
            answerCheck: {
              target: 'answered',
              actions: { type: 'send', params: ({ context, event }) => checkAnswer(context, event.answer) },
            },
            failLookUp: {
              target: 'answered',
              actions: [
                { type: 'note', params: ({ context }) => ({ what: 'look-up-failed', tx: askedAbout(context) }) },
                { type: 'send', params: ({ context }) => checkAnswer(context, thrown(context)) },
              ],
            },
          },
        },
        lookingUp: {
          tags: 'in-step',
          on: {
            lookedUp: {
              target: 'answered',
              actions: {
                type: 'send',
                params: ({ context, event }) => checkAnswer(context, truth(context, event.row)),
              },
            },
          },
        },
        answered: {
          entry: assign({ checks: ({ context }) => context.checks.slice(1) }),
          always: [{ guard: 'hasMoreChecks', target: 'checking' }, { target: 'idle' }],
        },
      },
    },
    registration: {
      initial: 'starting',
      states: {
        starting: {
          always: [
            {
              guard: 'isRecovered',
              target: 'unregistered',
              actions: { type: 'send', params: ({ context }) => heartbeat(context) },
            },
            { target: 'registered' },
          ],
        },
        registered: {
          on: {
            connectionLost: { target: 'unregistered' },
            heartbeatAnswered: { actions: { type: 'ignore', params: { reason: 'already-registered' } } },
          },
        },
        unregistered: {
          after: {
            heartbeatInterval: {
              target: 'unregistered',
              reenter: true,
              actions: { type: 'send', params: ({ context }) => heartbeat(context) },
            },
          },
          on: {
            heartbeatAnswered: { target: 'registered' },
            connectionLost: { actions: { type: 'ignore', params: { reason: 'already-disconnected' } } },
          },
        },
      },
    },
  },
});
