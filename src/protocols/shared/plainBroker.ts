/**
 * The front of a plain broker: it stores what is published and confirms it to the publisher (RabbitMQ publisher confirms,
 * `acks=all` of a Kafka producer). It knows nothing of transactions. Durable: it confirms what nothing takes away again.
 * Lossy: it confirms before the log is flushed (LT-M5, LT-M6). What no queue takes it confirms all the same, or returns
 * first (LT-14, LT-30). Some brokers know a message id for a while and store it once (LT-31).
 */
import { assign, setup } from 'xstate';
import type { Data, DataObject } from '../../engine/data.ts';
import type { CrashKind, Message, RoleId } from '../../engine/model.ts';
import { roleActions, type RoleInput, type WithSettings } from './actions.ts';
import { marksOf, type Marks } from './delivery.ts';
import { dropsDuplicates, flushesAsync, returnsUnroutable } from './settings.ts';

export interface Publish extends Message, Marks {
  readonly type: 'publish';
  readonly tx: string;
  /** Who wants the confirm. */
  readonly from: RoleId;
  /** Tells the confirms of two attempts apart, as a delivery tag does; from 0. */
  readonly attempt: number;
}

/** The broker has taken responsibility for a message. */
export interface Confirm extends Message {
  readonly type: 'confirm';
  readonly tx: string;
  readonly event?: 'cancel';
  readonly attempt: number;
}

/**
 * No queue takes the message: it comes back (basic.return). The confirm that follows on the same channel says nothing more,
 * so both are one message here.
 */
export interface Returned extends Message {
  readonly type: 'returned';
  readonly tx: string;
  readonly event?: 'cancel';
  readonly attempt: number;
}

export interface PlainBrokerContext extends DataObject {
  /** No queue takes the next message that is published. */
  readonly losesNext: boolean;
  /** Ids of stored messages, the oldest first, where the broker drops duplicates. */
  readonly known: readonly string[];
  /** The request being worked on inside this step. */
  readonly publishing: Publish | null;
}

type Other = Message & { readonly type: 'putDone' | 'appended' | 'loseNext' };
type PlainBrokerInput = Publish | Other;

/** How long an append waits for its flush on a lossy broker, in milliseconds. */
const FLUSH_LOG_MS = 500;
/** How long an id is known: the deduplication interval of Amazon SQS FIFO queues. */
const DEDUP_WINDOW_MS = 300_000;

/** Ids are stored with the messages: a power loss before the flush takes both. */
export function durablePlainBroker({ known, settings }: WithSettings<PlainBrokerContext>, kind: CrashKind): Data {
  return flushesAsync(settings) && kind === 'machine' ? [] : known;
}

export const plainBroker = setup({
  types: { context: {} as WithSettings<PlainBrokerContext>, events: {} as PlainBrokerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: { flushLog: FLUSH_LOG_MS, dedupWindow: DEDUP_WINDOW_MS },
  guards: {
    isKnown: ({ context, event }) => event.type === 'publish' && context.known.includes(idOf(event)),
    knowsAny: ({ context }) => context.known.length > 0,
    returnsIt: ({ context }) => context.losesNext && returnsUnroutable(context.settings),
    losesIt: ({ context }) => context.losesNext,
    mayLose: ({ context }) => !context.losesNext,
  },
}).createMachine({
  id: 'plainBroker',
  context: ({ input }) => ({
    settings: input.settings,
    losesNext: false,
    // `durablePlainBroker` wrote it.
    known: (input.recovered ?? []) as readonly string[],
    publishing: null,
  }),
  type: 'parallel',
  states: {
    exchange: {
      initial: 'ready',
      on: { loseNext: { guard: 'mayLose', actions: assign({ losesNext: true }) } },
      states: {
        ready: {
          on: {
            publish: [
              {
                guard: 'isKnown', // LT-31: a repetition is confirmed and stored no second time
                actions: [
                  { type: 'note', params: ({ event }) => ({ what: 'duplicate-dropped', tx: event.tx }) },
                  { type: 'send', params: ({ event }) => confirmOf(event) },
                ],
              },
              {
                guard: 'returnsIt', // LT-30
                actions: [
                  assign({ losesNext: false }),
                  { type: 'note', params: ({ event }) => ({ what: 'message-returned', tx: event.tx }) },
                  { type: 'send', params: ({ event }) => returnOf(event) },
                ],
              },
              {
                guard: 'losesIt', // LT-14: no queue is bound: confirmed, and kept nowhere
                actions: [
                  assign({ losesNext: false }),
                  { type: 'note', params: ({ event }) => ({ what: 'confirmed-not-kept', tx: event.tx }) },
                  { type: 'send', params: ({ event }) => confirmOf(event) },
                ],
              },
              {
                target: 'storing',
                actions: [
                  assign(({ context, event }) => ({ publishing: event, known: knowing(context, event) })),
                  { type: 'send', params: ({ event }) => put(event) },
                ],
              },
            ],
          },
        },
        storing: {
          tags: 'in-step',
          on: {
            putDone: {
              target: 'ready',
              actions: [
                { type: 'sendAll', params: ({ context }) => ({ envelopes: confirms(context) }) },
                assign({ publishing: null }),
              ],
            },
          },
        },
      },
    },
    window: {
      initial: 'empty',
      states: {
        empty: { always: { guard: 'knowsAny', target: 'open' } },
        open: {
          after: {
            dedupWindow: {
              target: 'empty',
              actions: [
                assign({ known: ({ context }) => context.known.slice(1) }),
                { type: 'note', params: { what: 'window-over' } },
              ],
            },
          },
        },
      },
    },
    disk: {
      initial: 'flushed',
      states: {
        flushed: { on: { appended: { target: 'dirty' } } },
        dirty: {
          after: {
            flushLog: {
              target: 'flushed',
              actions: [
                { type: 'note', params: { what: 'log-flushed' } },
                { type: 'send', params: { to: 'topic', message: { type: 'flush' } } },
              ],
            },
          },
          on: { appended: { actions: { type: 'ignore', params: { reason: 'one-flush-for-both' } } } },
        },
      },
    },
  },
});

function put(event: Publish) {
  const message = { type: 'putMessage', tx: event.tx, checkTimes: 0, prepared: null, ...marksOf(event) };
  return { to: 'topic', message };
}

/** What a broker that drops duplicates knows a message by. */
function idOf({ tx, event }: Publish): string {
  return event === undefined ? tx : `${tx}-${event}`;
}

function knowing({ settings, known }: WithSettings<PlainBrokerContext>, event: Publish): readonly string[] {
  return dropsDuplicates(settings) ? [...known, idOf(event)] : known;
}

function confirms({ publishing }: PlainBrokerContext) {
  return publishing === null ? [] : [confirmOf(publishing)];
}

function confirmOf({ tx, attempt, from, event }: Publish) {
  const message: Confirm = { type: 'confirm', tx, attempt, ...(event === undefined ? {} : { event }) };
  return { to: from, message };
}

function returnOf({ tx, attempt, from, event }: Publish) {
  const message: Returned = { type: 'returned', tx, attempt, ...(event === undefined ? {} : { event }) };
  return { to: from, message };
}
