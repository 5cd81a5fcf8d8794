/**
 * RMQ_SYS_TRANS_HALF_TOPIC queue 0 and RMQ_SYS_TRANS_OP_HALF_TOPIC (rules HM-11 to HM-18): append-only; "settled" is
 * itself an appended op message. In 4.9 it follows the answer at once; since 5.1 it waits in memory for the next batch.
 */
import { assign, setup } from 'xstate';
import type { Data } from '../../../engine/data.ts';
import type { CrashKind, Message, RoleId } from '../../../engine/model.ts';
import { appended, appendedUnwaited, roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { flushOf, hasLongImmunity, mayOpSlip, versionOf } from '../settings.ts';
import { delaysMs, type HalfMessage, type HalfQueues } from '../vocabulary.ts';
import { isTooLong, lostNotes, opNotes, storedOps } from './opBatch.ts';
import { written } from '../../shared/roleData.ts';

export interface HalfTopicContext extends HalfQueues {
  /** Accepted offsets whose op message is not yet written: memory only. */
  readonly buffer: readonly number[];
  /** The next put of an op message fails (HM-16). */
  readonly failsNextOp: boolean;
  /** Lengths that are on disk; only counted where not every append is flushed. */
  readonly flushed: { readonly half: number; readonly op: number };
}

type Context = WithSettings<HalfTopicContext>;

interface AppendHalf extends Message {
  readonly type: 'appendHalf';
  readonly tx: string;
  readonly producer: RoleId;
}
interface ByOffset extends Message {
  readonly type: 'lookMessageByOffset' | 'deletePrepareMessage';
  readonly offset: number;
}
/** A copy that a pass appends, and the offset that it continues. */
export interface HalfCopy extends HalfMessage {
  readonly of: number;
}
interface PutBack extends Message {
  readonly type: 'putBackHalfMsgQueue';
  readonly copies: readonly HalfCopy[];
}
interface ResumeHalf extends Message {
  readonly type: 'resumeCheckHalfMessage';
  readonly half: HalfMessage;
}
type Other = Message & { readonly type: 'readForPass' | 'flush' | 'failNextOp' | 'slipOp' };
type HalfTopicInput = AppendHalf | ByOffset | PutBack | ResumeHalf | Other;

export const halfTopic = setup({
  types: { context: {} as Context, events: {} as HalfTopicInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    opWrite: ({ context }) =>
      versionOf(context.settings) === '4.9' ? delaysMs.opWrite49 : delaysMs.transactionOpBatchInterval,
    transactionTimeOut: ({ context }) =>
      hasLongImmunity(context.settings) ? delaysMs.checkImmunityTime : delaysMs.transactionTimeOut,
  },
  guards: {
    hasYoung: ({ context }) => context.young.length > 0,
    hasMoreYoung: ({ context }) => youngAfterAgeing(context).length > 0,
    noneYoung: ({ context }) => context.young.length === 0,
    opTextIsFull: ({ context }) => isTooLong(context),
    opWillSucceed: ({ context }) => !context.failsNextOp,
    maySlip: ({ context }) => mayOpSlip(context.settings),
  },
}).createMachine({
  id: 'halfTopic',
  context: ({ input }) => ({
    settings: input.settings,
    buffer: [],
    failsNextOp: false,
    ...(input.recovered === null ? EMPTY : recovered(input.recovered)),
  }),
  type: 'parallel',
  on: { failNextOp: { guard: 'opWillSucceed', actions: assign({ failsNextOp: true }) } },
  states: {
    queue: {
      on: {
        appendHalf: {
          actions: [
            {
              type: 'note',
              params: ({ context, event }) => ({ what: 'half-stored', tx: event.tx, offset: context.half.length }),
            },
            {
              type: 'sendAll',
              params: ({ context }) => ({
                envelopes: [
                  { to: 'broker', message: { type: 'halfAppended', offset: context.half.length } },
                  ...appended(context),
                ],
              }),
            },
            assign(({ context, event }) => ({
              half: [...context.half, { tx: event.tx, producer: event.producer, checkTimes: 0, prepared: null }],
              young: [...context.young, context.half.length],
            })),
          ],
        },
        lookMessageByOffset: {
          actions: { type: 'send', params: ({ context, event }) => halfFound(context, event.offset) },
        },
        readForPass: {
          actions: {
            type: 'send',
            params: ({ context }) => ({
              to: 'checker',
              message: { type: 'queuesRead', half: context.half, op: context.op, young: context.young },
            }),
          },
        },
        putBackHalfMsgQueue: {
          actions: [
            {
              type: 'noteAll',
              params: ({ context, event }) => ({
                notes: event.copies.map((copy, index) => copyNote(copy, context.half.length + index)),
              }),
            },
            {
              type: 'sendAll',
              params: ({ context, event }) => ({
                envelopes: [
                  { to: 'checker', message: { type: 'halfPutBack', first: context.half.length, copies: event.copies } },
                  ...appendedUnwaited(context),
                ],
              }),
            },
            assign(({ context, event }) => withCopies(context, event.copies)),
          ],
        },
        resumeCheckHalfMessage: {
          actions: [
            {
              type: 'note',
              params: ({ context, event }) => ({
                what: 'half-resumed',
                tx: event.half.tx,
                offset: context.half.length,
              }),
            },
            { type: 'sendAll', params: ({ context }) => ({ envelopes: appendedUnwaited(context) }) },
            assign(({ context, event }) => withResumed(context, event.half)), // HM-49
          ],
        },
        flush: {
          actions: assign({ flushed: ({ context }) => lengthsOf(context) }),
        },
      },
    },
    op: {
      initial: 'written',
      states: {
        written: {
          on: {
            deletePrepareMessage: {
              target: 'buffered',
              actions: assign({ buffer: ({ context, event }) => [...context.buffer, event.offset] }),
            },
          },
        },
        buffered: {
          always: { guard: 'opTextIsFull', target: 'writing' },
          after: { opWrite: { target: 'writing' } },
          on: {
            deletePrepareMessage: {
              actions: assign({ buffer: ({ context, event }) => [...context.buffer, event.offset] }),
            },
            slipOp: { guard: 'maySlip', target: 'slipped' },
          },
        },
        // HM-60: another interval, before anything is written
        slipped: {
          always: { guard: 'opTextIsFull', target: 'writing' },
          after: { opWrite: { target: 'writing' } },
          on: {
            deletePrepareMessage: {
              actions: assign({ buffer: ({ context, event }) => [...context.buffer, event.offset] }),
            },
          },
        },
        writing: {
          entry: [
            {
              type: 'noteAll',
              params: ({ context }) => ({ notes: [...lostNotes(context), ...opNotes(context)] }),
            },
            {
              type: 'sendAll',
              params: ({ context }) => ({ envelopes: storedOps(context).length > 0 ? appendedUnwaited(context) : [] }),
            },
            assign(({ context }) => ({
              op: [...context.op, ...storedOps(context)],
              young: youngAfterOp(context),
              buffer: [],
              failsNextOp: false,
            })),
          ],
          always: { target: 'written' },
        },
      },
    },
    // HM-34: reaching the age changes nothing by itself; it makes the message eligible for the next pass.
    age: {
      initial: 'starting',
      states: {
        starting: { always: [{ guard: 'hasYoung', target: 'ageing' }, { target: 'calm' }] },
        calm: { on: { appendHalf: { target: 'ageing' } } },
        ageing: {
          always: { guard: 'noneYoung', target: 'calm' },
          after: {
            transactionTimeOut: [
              {
                guard: 'hasMoreYoung',
                target: 'ageing',
                reenter: true,
                actions: assign({ young: ({ context }) => youngAfterAgeing(context) }),
              },
              { target: 'calm', actions: assign({ young: [] }) },
            ],
          },
        },
      },
    },
  },
});

/**
 * What survives a crash: a killed process loses only the buffered offsets (HM-55); a computer without power also loses
 * the suffix of the log that was not flushed (HM-58).
 */
export function durableHalfTopic(context: Context, kind: CrashKind): Data {
  const { half, op, young, flushed, settings } = context;
  if (flushOf(settings) === 'sync') return { half, op, young, flushed };
  // The operating system writes the page cache back, and recovery takes what it finds for flushed.
  if (kind === 'process') return { half, op, young, flushed: lengthsOf(context) };
  return {
    half: half.slice(0, flushed.half),
    op: op.slice(0, flushed.op),
    young: young.filter((offset) => offset < flushed.half),
    flushed,
  };
}

function lengthsOf({ half, op }: HalfTopicContext): HalfTopicContext['flushed'] {
  return { half: half.length, op: op.length };
}

const EMPTY = { half: [], op: [], young: [], flushed: { half: 0, op: 0 } } as const;

type Survived = Pick<HalfTopicContext, 'half' | 'op' | 'young' | 'flushed'>;

function recovered(data: Data): Survived {
  // `durableHalfTopic` wrote it.
  return written(data);
}

function halfFound({ half, young }: HalfTopicContext, offset: number) {
  return { to: 'broker', message: { type: 'halfFound', half: half[offset] ?? null, isOld: !young.includes(offset) } };
}

function copyNote({ tx, checkTimes, prepared, of }: HalfCopy, offset: number) {
  return { what: prepared === null ? 'copy-stored' : 'silent-copy-stored', tx, offset, of, checkTimes };
}

/** A copy has the birth time of its original: it is old, unless its immunity still lasts (HM-36, HM-42). */
function withCopies({ half, young }: HalfTopicContext, copies: readonly HalfCopy[]) {
  const stored = copies.map(({ tx, producer, checkTimes, prepared }) => ({ tx, producer, checkTimes, prepared }));
  const youngCopies = copies.flatMap(({ of }, index) => (young.includes(of) ? [half.length + index] : []));
  return { half: [...half, ...stored], young: [...young, ...youngCopies] };
}

function withResumed({ half, young }: HalfTopicContext, message: HalfMessage) {
  const isYoung = message.prepared !== null && young.includes(message.prepared);
  return { half: [...half, message], young: isYoung ? [...young, half.length] : young };
}

/** The oldest birth grows old: that of an original and of its silent copies. */
function youngAfterAgeing({ half, young }: HalfTopicContext): readonly number[] {
  const originalOf = (offset: number | undefined): number | undefined =>
    offset === undefined ? undefined : (half[offset]?.prepared ?? offset);
  return young.filter((offset) => originalOf(offset) !== originalOf(young[0]));
}

/** Without immunity nobody looks again at the age of what is settled; with it, endTransaction still does (HM-29). */
function youngAfterOp(context: Context): readonly number[] {
  const { young, settings } = context;
  const stored = storedOps(context).flat();
  return hasLongImmunity(settings) ? young : young.filter((offset) => !stored.includes(offset));
}
