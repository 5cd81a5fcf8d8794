/** The transaction manager: two phases, a log, and recovery (rules TP-21 to TP-31). */
import { assign, setup } from 'xstate';
import type { Message } from '../../../engine/model.ts';
import { roleActions, type RoleInput } from '../../shared/actions.ts';
import { forcesLog, participantsOf } from '../settings.ts';
import { delaysMs, type Acknowledgement, type Held, type Vote } from '../vocabulary.ts';

import {
  acknowledged,
  answers,
  begun,
  committed,
  counted,
  ending,
  firstContext,
  isAwaited,
  toAll,
  unheld,
  type Context,
} from './coordinatorState.ts';

interface PlaceOrder extends Message {
  readonly type: 'placeOrder';
  readonly tx: string;
}
type CoordinatorInput = PlaceOrder | Vote | Acknowledgement | Held;

export const coordinator = setup({
  types: { context: {} as Context, events: {} as CoordinatorInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    voteTimeout: delaysMs.voteTimeout,
    decide: delaysMs.decide,
    announce: delaysMs.announce,
    recoveryPeriod: delaysMs.recoveryPeriod,
  },
  guards: {
    isRecovered: ({ context }) => context.isRecovered,
    isFree: ({ context }) => context.tx === null,
    isAboutAnother: ({ context, event }) => event.type === 'vote' && event.tx !== context.tx,
    isNo: ({ event }) => event.type === 'vote' && event.answer === 'no',
    isCounted: ({ context, event }) => event.type === 'vote' && context.votes.includes(event.from),
    isLastYes: ({ context }) => context.votes.length === participantsOf(context.settings).length - 1,
    isAwaited: ({ context, event }) => event.type === 'ack' && isAwaited(context, event),
  },
}).createMachine({
  id: 'coordinator',
  context: ({ input }) => firstContext(input),
  type: 'parallel',
  states: {
    transaction: {
      initial: 'idle',
      on: {
        placeOrder: {
          guard: 'isFree',
          target: '.collectingVotes',
          actions: [
            assign(({ context, event }) => begun(context, event.tx)),
            { type: 'sendAll', params: ({ context }) => ({ envelopes: toAll(context, 'prepare') }) },
          ],
        },
      },
      states: {
        idle: {
          entry: assign({ tx: null, votes: [] }),
          on: {
            // the transaction was decided without it; recovery will tell the sender (TP-29)
            vote: { actions: { type: 'ignore', params: { reason: 'vote-after-decision' } } },
          },
        },
        collectingVotes: {
          after: {
            // TP-25: silence is a no
            voteTimeout: {
              target: 'idle',
              actions: [
                { type: 'note', params: ({ context }) => ({ what: 'decided-abort', tx: context.tx, why: 'silence' }) },
                { type: 'sendAll', params: ({ context }) => ({ envelopes: toAll(context, 'abort') }) },
              ],
            },
          },
          on: {
            vote: [
              { guard: 'isAboutAnother', actions: { type: 'ignore', params: { reason: 'vote-after-decision' } } },
              {
                guard: 'isNo', // TP-24: one no is enough
                target: 'idle',
                actions: [
                  { type: 'note', params: ({ event }) => ({ what: 'decided-abort', tx: event.tx, why: 'no' }) },
                  {
                    type: 'sendAll',
                    params: ({ context, event }) => ({ envelopes: toAll(context, 'abort', event.from) }),
                  },
                ],
              },
              { guard: 'isCounted', actions: { type: 'ignore', params: { reason: 'vote-already-counted' } } },
              {
                guard: 'isLastYes',
                target: 'deciding',
                actions: [
                  { type: 'note', params: ({ context, event }) => counted(context, event) },
                  assign({ votes: ({ context, event }) => [...context.votes, event.from].sort() }),
                ],
              },
              {
                actions: [
                  { type: 'note', params: ({ context, event }) => counted(context, event) },
                  assign({ votes: ({ context, event }) => [...context.votes, event.from].sort() }),
                ],
              },
            ],
          },
        },
        // everybody is in doubt: a crash here makes recovery abort
        deciding: {
          after: {
            decide: {
              target: 'announcing',
              actions: [
                assign(({ context }) => committed(context)),
                {
                  type: 'note',
                  params: ({ context }) => ({
                    what: forcesLog(context.settings) ? 'commit-logged' : 'commit-remembered',
                    tx: context.tx,
                  }),
                },
              ],
            },
          },
          on: { vote: { actions: { type: 'ignore', params: { reason: 'vote-already-counted' } } } },
        },
        // decided, but nobody has been told: a crash here makes recovery commit, if there is a log
        announcing: {
          after: {
            announce: {
              target: 'idle',
              actions: { type: 'sendAll', params: ({ context }) => ({ envelopes: toAll(context, 'commit') }) },
            },
          },
          on: { vote: { actions: { type: 'ignore', params: { reason: 'vote-already-counted' } } } },
        },
      },
    },
    acknowledgements: {
      on: {
        ack: [
          {
            guard: 'isAwaited',
            actions: [
              {
                type: 'noteAll',
                params: ({ context, event }) => ({
                  notes: ending(context, [event]).map((tx) => ({ what: 'transaction-ended', tx })),
                }),
              },
              assign(({ context, event }) => acknowledged(context, [event])),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'acknowledged-before' } } },
        ],
      },
    },
    recovery: {
      initial: 'starting',
      states: {
        starting: {
          always: [
            {
              guard: 'isRecovered',
              target: 'waiting',
              actions: { type: 'sendAll', params: ({ context }) => asked(context) },
            },
            { target: 'waiting' },
          ],
        },
        waiting: {
          after: {
            recoveryPeriod: {
              target: 'waiting',
              reenter: true,
              actions: { type: 'sendAll', params: ({ context }) => asked(context) },
            },
          },
        },
      },
      on: {
        held: {
          actions: [
            { type: 'sendAll', params: ({ context, event }) => ({ envelopes: answers(context, event) }) },
            {
              type: 'noteAll',
              params: ({ context, event }) => ({
                notes: ending(context, unheld(context, event)).map((tx) => ({ what: 'transaction-ended', tx })),
              }),
            },
            assign(({ context, event }) => acknowledged(context, unheld(context, event))),
          ],
        },
      },
    },
  },
});

/** TP-29: recovery asks every participant what it still holds. A participant that is down does not hear it. */
function asked({ settings }: Context) {
  return { envelopes: participantsOf(settings).map((to) => ({ to, message: { type: 'recover' } })) };
}
