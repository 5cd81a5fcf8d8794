/** TransactionalMessageCheckService: one pass after the other, on the master only (rules HM-33 to HM-49). */
import { assign, setup } from 'xstate';
import type { Data, DataObject } from '../../../engine/data.ts';
import type { CrashKind, Message } from '../../../engine/model.ts';
import { roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { checkMaxOf, checksBack, flushOf, hasLongImmunity, versionOf } from '../settings.ts';
import { delaysMs, type HalfMessage, type HalfQueues } from '../vocabulary.ts';
import { afterDiscards, discardEnvelopes, discardNotes, ownDiscards } from './discards.ts';
import type { HalfCopy } from './halfTopic.ts';
import { brokenOff, planPass, type PassPlan } from './pass.ts';
import { written } from '../../shared/roleData.ts';

interface Cursors extends DataObject {
  readonly half: number;
  readonly op: number;
}

export interface CheckerContext extends DataObject {
  /** The offsets of CID_RMQ_SYS_TRANS in memory, and as persisted; −1: none yet. */
  readonly cursors: Cursors;
  readonly persisted: Cursors;
  /** TRANS_CHECK_MAX_TIME_TOPIC. */
  readonly discarded: readonly HalfMessage[];
  /** How much of it is on disk; only counted with asynchronous flush. */
  readonly flushedDiscards: number;
  /** The copies at the maximum that the lingering pass has just appended and may still reach (HM-48). */
  readonly own: readonly HalfMessage[];
  /** The next put to TRANS_CHECK_MAX_TIME_TOPIC fails (HM-47). */
  readonly failsNextDiscard: boolean;
  /** The next pass that appends copies ends behind the first of them, before it stores its cursors (HM-40). */
  readonly breaksOff: boolean;
}

type Context = WithSettings<CheckerContext>;

interface QueuesRead extends HalfQueues {
  readonly type: 'queuesRead';
}
interface HalfPutBack extends Message {
  readonly type: 'halfPutBack';
  readonly first: number;
  readonly copies: readonly HalfCopy[];
}
interface Resume extends Message {
  readonly type: 'resume';
  readonly tx: string;
}
type Other = Message & { readonly type: 'reachOwnCopy' | 'flush' | 'persist' | 'failNextDiscard' | 'breakPass' };
type CheckerInput = (QueuesRead & Message) | HalfPutBack | Resume | Other;

export const checker = setup({
  types: { context: {} as Context, events: {} as CheckerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    transactionCheckInterval: ({ context }) =>
      versionOf(context.settings) === '4.9' ? delaysMs.transactionCheckInterval49 : delaysMs.transactionCheckInterval5x,
    passEnd: delaysMs.passEnd,
    persistOffset: delaysMs.persistOffset,
  },
  guards: {
    isAbsent: ({ context }) => !checksBack(context.settings), // HM-C19
    makesCopies: ({ context, event }) => event.type === 'queuesRead' && planOf(context, event).copies.length > 0,
    reachesItsLastCopies: ({ context, event }) => event.type === 'halfPutBack' && ownCopies(context, event).length > 0,
    cursorsMoved: ({ context }) =>
      context.cursors.half !== context.persisted.half || context.cursors.op !== context.persisted.op,
    discardWillSucceed: ({ context }) => !context.failsNextDiscard,
    passWillEnd: ({ context }) => !context.breaksOff,
    wasDiscarded: ({ context, event }) =>
      event.type === 'resume' && context.discarded.some(({ tx }) => tx === event.tx),
  },
}).createMachine({
  id: 'checker',
  context: ({ input }) => ({
    settings: input.settings,
    own: [],
    failsNextDiscard: false,
    breaksOff: false,
    ...(input.recovered === null ? EMPTY : recovered(input.recovered)),
  }),
  type: 'parallel',
  on: {
    // HM-49: DefaultMQAdminExt.resumeCheckHalfMessage
    resume: {
      guard: 'wasDiscarded',
      actions: { type: 'send', params: ({ context, event }) => resumed(context, event.tx) },
    },
    failNextDiscard: { guard: 'discardWillSucceed', actions: assign({ failsNextDiscard: true }) },
    breakPass: { guard: 'passWillEnd', actions: assign({ breaksOff: true }) },
    flush: { actions: assign({ flushedDiscards: ({ context }) => context.discarded.length }) },
  },
  states: {
    service: {
      initial: 'starting',
      states: {
        starting: { always: [{ guard: 'isAbsent', target: 'absent' }, { target: 'waiting' }] },
        absent: {},
        waiting: {
          entry: assign({ own: [] }),
          after: {
            // HM-33: the next pass starts an interval after the last one ended
            transactionCheckInterval: {
              target: 'reading',
              actions: { type: 'send', params: { to: 'half-topic', message: { type: 'readForPass' } } },
            },
          },
        },
        reading: {
          tags: 'in-step',
          on: {
            queuesRead: [
              {
                guard: 'makesCopies',
                target: 'puttingBack',
                actions: [
                  {
                    type: 'noteAll',
                    params: ({ context, event }) => ({ notes: passNotes(context, planOf(context, event)) }),
                  },
                  {
                    type: 'sendAll',
                    params: ({ context, event }) => ({ envelopes: passEnvelopes(context, planOf(context, event)) }),
                  },
                  assign(({ context, event }) => advanced(context, planOf(context, event))),
                ],
              },
              {
                target: 'waiting',
                actions: [
                  {
                    type: 'noteAll',
                    params: ({ context, event }) => ({ notes: passNotes(context, planOf(context, event)) }),
                  },
                  {
                    type: 'sendAll',
                    params: ({ context, event }) => ({ envelopes: passEnvelopes(context, planOf(context, event)) }),
                  },
                  assign(({ context, event }) => advanced(context, planOf(context, event))),
                ],
              },
            ],
          },
        },
        puttingBack: {
          tags: 'in-step',
          on: {
            halfPutBack: [
              {
                guard: 'reachesItsLastCopies',
                target: 'lingering',
                actions: [
                  { type: 'sendAll', params: ({ event }) => ({ envelopes: questions(event) }) },
                  assign({ own: ({ context, event }) => ownCopies(context, event) }),
                ],
              },
              {
                target: 'waiting',
                actions: { type: 'sendAll', params: ({ event }) => ({ envelopes: questions(event) }) },
              },
            ],
          },
        },
        // HM-48: where the pass meets its own last copy, the message is discarded before any answer
        lingering: {
          after: { passEnd: { target: 'waiting' } },
          on: {
            reachOwnCopy: {
              target: 'waiting',
              actions: [
                {
                  type: 'noteAll',
                  params: ({ context }) => ({ notes: discardNotes(context, ownDiscards(context)) }),
                },
                {
                  type: 'sendAll',
                  params: ({ context }) => ({ envelopes: discardEnvelopes(context, ownDiscards(context)) }),
                },
                assign(({ context }) => ({
                  ...afterDiscards(context, ownDiscards(context)),
                  cursors: { half: context.cursors.half + context.own.length, op: context.cursors.op },
                })),
              ],
            },
          },
        },
      },
    },
    offsets: {
      initial: 'persisted',
      states: {
        persisted: {
          always: { guard: 'cursorsMoved', target: 'moved' },
          // Nothing has moved since.
          on: { persist: {} },
        },
        moved: {
          on: { persist: { target: 'persisted', actions: assign({ persisted: ({ context }) => context.cursors }) } },
          after: {
            persistOffset: { target: 'persisted', actions: assign({ persisted: ({ context }) => context.cursors }) },
          },
        },
      },
    },
  },
});

/** What survives a crash: cursors only as persisted (HM-55), discards as far as they are on disk (HM-58). */
export function durableChecker({ settings, persisted, discarded, flushedDiscards }: Context, kind: CrashKind): Data {
  const isAtRisk = flushOf(settings) !== 'sync';
  const left = kind === 'machine' && isAtRisk ? discarded.slice(0, flushedDiscards) : discarded;
  return { cursors: persisted, persisted, discarded: left, flushedDiscards: isAtRisk ? left.length : 0 };
}

type Survived = Pick<CheckerContext, 'cursors' | 'persisted' | 'discarded' | 'flushedDiscards'>;

const NOWHERE: Cursors = { half: -1, op: -1 };
const EMPTY: Survived = { cursors: NOWHERE, persisted: NOWHERE, discarded: [], flushedDiscards: 0 };

function recovered(data: Data): Survived {
  // `durableChecker` wrote it.
  return written(data);
}

function planOf({ cursors, settings, breaksOff: isBroken }: Context, queues: HalfQueues): PassPlan {
  const rules = { checkMax: checkMaxOf(settings), hasImmunity: hasLongImmunity(settings) };
  const plan = planPass({ halfCursor: cursors.half, opCursor: cursors.op, ...rules }, queues);
  return isBroken ? brokenOff(plan) : plan;
}

function advanced(context: Context, plan: PassPlan) {
  const isBroken = breaksOff(context, plan);
  return {
    ...afterDiscards(context, plan.discards),
    ...(isBroken ? { breaksOff: false } : { cursors: { half: plan.halfCursor, op: plan.opCursor } }),
  };
}

function breaksOff(context: CheckerContext, { copies }: PassPlan): boolean {
  return context.breaksOff && copies.length > 0;
}

function passNotes(context: CheckerContext, plan: PassPlan) {
  const broken = breaksOff(context, plan) ? [{ what: 'pass-broke-off' }] : [];
  return [...discardNotes(context, plan.discards), ...broken];
}

function passEnvelopes(context: Context, { copies, discards }: PassPlan) {
  const putBack = { to: 'half-topic', message: { type: 'putBackHalfMsgQueue', copies } };
  return [...discardEnvelopes(context, discards), ...(copies.length > 0 ? [putBack] : [])];
}

/** HM-36, HM-42: copies of a check are asked about, those of an immunity pass are not. */
function questions({ first, copies }: HalfPutBack) {
  return copies.flatMap(({ tx, producer, checkTimes, prepared }, index) =>
    prepared === null
      ? [{ to: 'broker', message: { type: 'checkProducer', tx, producer, offset: first + index, checkTimes } }]
      : [],
  );
}

/** The copies at the maximum that stand first behind everything the pass has gone through. */
function ownCopies({ cursors, settings }: Context, { first, copies }: HalfPutBack): readonly HalfMessage[] {
  if (cursors.half !== first) return [];
  const below = copies.findIndex(({ checkTimes }) => checkTimes < checkMaxOf(settings));
  const own = below < 0 ? copies : copies.slice(0, below);
  return own.map(({ tx, producer, checkTimes, prepared }) => ({ tx, producer, checkTimes, prepared }));
}

function resumed({ discarded }: CheckerContext, tx: string) {
  const half = discarded.find((message) => message.tx === tx);
  return {
    to: 'half-topic',
    message: { type: 'resumeCheckHalfMessage', half: { ...half, checkTimes: 0 } },
  };
}
