/**
 * The front of a plain broker: it stores what is published and confirms it to the publisher (RabbitMQ publisher confirms,
 * `acks=all` of a Kafka producer). It knows nothing of transactions. Durable: it confirms what nothing takes away again.
 * Lossy: it confirms before the log is flushed, and confirms what no queue takes (rules LT-M5, LT-M6).
 */
import { assign, setup } from 'xstate';
import type { DataObject } from '../../engine/data.ts';
import type { Message, RoleId } from '../../engine/model.ts';
import { roleActions, type RoleInput } from './actions.ts';
import { marksOf, type Marks } from './delivery.ts';
import { flushesAsync } from './topicState.ts';

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

export interface PlainBrokerContext extends DataObject {
  readonly isLossy: boolean;
  /** The next message that is published goes to no queue, and is confirmed all the same. */
  readonly losesNext: boolean;
  /** The request being worked on inside this step. */
  readonly publishing: Publish | null;
}

type Other = Message & { readonly type: 'putDone' | 'appended' | 'loseNext' };
type PlainBrokerInput = Publish | Other;

/** How long an append waits for its flush on a lossy broker, in milliseconds. */
const FLUSH_LOG_MS = 500;

export const plainBroker = setup({
  types: { context: {} as PlainBrokerContext, events: {} as PlainBrokerInput, input: {} as RoleInput },
  actions: roleActions,
  delays: { flushLog: FLUSH_LOG_MS },
  guards: {
    losesIt: ({ context }) => context.losesNext,
    mayLose: ({ context }) => context.isLossy && !context.losesNext,
  },
}).createMachine({
  id: 'plainBroker',
  context: ({ input }) => ({ isLossy: flushesAsync(input.settings), losesNext: false, publishing: null }),
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
                guard: 'losesIt', // no queue is bound: confirmed, and kept nowhere
                actions: [
                  assign({ losesNext: false }),
                  { type: 'note', params: ({ event }) => ({ what: 'confirmed-not-kept', tx: event.tx }) },
                  { type: 'send', params: ({ event }) => confirmOf(event) },
                ],
              },
              {
                target: 'storing',
                actions: [
                  assign({ publishing: ({ event }) => event }),
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

function confirms({ publishing }: PlainBrokerContext) {
  return publishing === null ? [] : [confirmOf(publishing)];
}

function confirmOf({ tx, attempt, from, event }: Publish) {
  const message: Confirm = { type: 'confirm', tx, attempt, ...(event === undefined ? {} : { event }) };
  return { to: from, message };
}
