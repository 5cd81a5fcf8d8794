/** The order service: its local transactions, the hint after a commit, and what the points service tells it (LT-1, LT-24). */
import { assign, setup } from 'xstate';
import type { DataObject } from '../../../engine/data.ts';
import type { Message } from '../../../engine/model.ts';
import { roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { tailsLog } from '../settings.ts';
import { delaysMs, type PointsConfirmed, type Reverse } from '../vocabulary.ts';

export interface OrderServiceContext extends DataObject {
  /** Local transactions that have begun and not ended. */
  readonly open: readonly string[];
  /** Those of them that keep running. */
  readonly long: readonly string[];
  /** Where order and row are two transactions: the first is committed, the second is not. */
  readonly half: readonly string[];
  /** Commits that the relay has not been told of yet. */
  readonly toTell: readonly string[];
}

interface OfOrder extends Message {
  readonly type: 'keepRunning' | 'cancelOrder';
  readonly tx: string;
}
interface PlaceOrder extends Message {
  readonly type: 'placeOrder';
  readonly tx: string;
  /** An order whose transaction is open: this one is written in it too. */
  readonly in?: string;
}
interface Finish extends Message {
  readonly type: 'finish';
  readonly tx: string;
  readonly outcome: 'commit' | 'rollback';
}
interface Committed extends Message {
  readonly type: 'committed';
  readonly tx: string;
  readonly isHalf: boolean;
}
type OrderServiceInput = PlaceOrder | OfOrder | Finish | Committed | PointsConfirmed | Reverse;

export const orderService = setup({
  types: { context: {} as WithSettings<OrderServiceContext>, events: {} as OrderServiceInput, input: {} as RoleInput },
  actions: roleActions,
  delays: { secondWrite: delaysMs.secondWrite, afterCommitSend: delaysMs.afterCommitSend },
  guards: {
    isOpen: ({ context, event }) => context.open.includes(event.tx),
    isShort: ({ context, event }) => context.open.includes(event.tx) && !context.long.includes(event.tx),
    joins: ({ event }) => event.type === 'placeOrder' && event.in !== undefined,
    isHalf: ({ event }) => event.type === 'committed' && event.isHalf,
    tailsLog: ({ context }) => tailsLog(context.settings),
    hasHalf: ({ context }) => context.half.length > 0,
    hasToTell: ({ context }) => context.toTell.length > 0,
  },
}).createMachine({
  id: 'orderService',
  context: ({ input }) => ({ settings: input.settings, open: [], long: [], half: [], toTell: [] }),
  type: 'parallel',
  states: {
    requests: {
      on: {
        placeOrder: [
          {
            guard: 'joins',
            actions: { type: 'send', params: ({ event }) => joining(event) },
          },
          {
            actions: [
              assign({ open: ({ context, event }) => [...context.open, event.tx] }),
              { type: 'send', params: ({ event }) => toDatabase('begin', event.tx) },
            ],
          },
        ],
        keepRunning: {
          guard: 'isShort',
          actions: assign({ long: ({ context, event }) => [...context.long, event.tx] }),
        },
        finish: {
          guard: 'isOpen',
          actions: [
            { type: 'send', params: ({ event }) => toDatabase(event.outcome, event.tx) },
            assign({
              open: ({ context, event }) => without(context.open, event.tx),
              long: ({ context, event }) => without(context.long, event.tx),
            }),
          ],
        },
        committed: [
          { guard: 'isHalf', actions: assign({ half: ({ context, event }) => [...context.half, event.tx] }) },
          { guard: 'tailsLog', actions: { type: 'ignore', params: { reason: 'relay-reads-the-log' } } },
          { actions: assign({ toTell: ({ context, event }) => [...context.toTell, event.tx] }) },
        ],
        cancelOrder: { actions: { type: 'send', params: ({ event }) => toDatabase('cancel', event.tx) } },
        pointsConfirmed: {
          actions: {
            type: 'send',
            params: ({ event }) => ({ to: 'order-database', message: { ...event, type: 'confirmRow' } }),
          },
        },
        reverse: { actions: { type: 'send', params: ({ event }) => toDatabase('compensate', event.tx) } },
      },
    },
    secondTransaction: {
      initial: 'none',
      states: {
        none: { always: { guard: 'hasHalf', target: 'running' } },
        running: {
          after: {
            secondWrite: {
              target: 'none',
              actions: [
                { type: 'send', params: ({ context }) => toDatabase('writeSecond', context.half[0] ?? '') },
                assign({ half: ({ context }) => context.half.slice(1) }),
              ],
            },
          },
        },
      },
    },
    afterCommit: {
      initial: 'told',
      states: {
        told: { always: { guard: 'hasToTell', target: 'telling' } },
        telling: {
          after: {
            // a hint only: the row is what counts (LT-11)
            afterCommitSend: {
              target: 'told',
              actions: [
                { type: 'send', params: { to: 'relay', message: { type: 'wake' } } },
                assign({ toTell: ({ context }) => context.toTell.slice(1) }),
              ],
            },
          },
        },
      },
    },
  },
});

function toDatabase(type: string, tx: string) {
  return { to: 'order-database', message: { type, tx } };
}

function joining({ tx, in: leader = '' }: PlaceOrder) {
  return { to: 'order-database', message: { type: 'begin', tx, in: leader } };
}

function without(orders: readonly string[], tx: string): readonly string[] {
  return orders.filter((other) => other !== tx);
}
