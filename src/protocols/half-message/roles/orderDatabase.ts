/** The order database that all instances of the producer group share. It never loses a committed row. */
import { assign, setup } from 'xstate';
import type { DataObject } from '../../../engine/data.ts';
import type { Message, RoleId } from '../../../engine/model.ts';
import { roleActions, type ConnectionLost, type RoleInput } from '../../shared/actions.ts';
import type { OrderRow } from '../vocabulary.ts';

export interface DatabaseContext extends DataObject {
  readonly orders: { readonly [tx: string]: OrderRow };
  /** Which producer holds an open transaction. */
  readonly owners: { readonly [tx: string]: RoleId };
}

type Request = Message & {
  readonly type: 'orderRequested' | 'begin' | 'commit' | 'rollback' | 'lookUp' | 'fence';
  readonly tx: string;
  readonly from: RoleId;
};
type DatabaseInput = Request | ConnectionLost;

export const orderDatabase = setup({
  types: { context: {} as DatabaseContext, events: {} as DatabaseInput, input: {} as RoleInput },
  actions: roleActions,
  guards: {
    isCancelled: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'cancelled',
    isOpen: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'open',
    isCommitted: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'committed',
    holdsNothingOpen: ({ context, event }) =>
      event.type === 'connectionLost' && openOf(context, event.process).length === 0,
  },
}).createMachine({
  id: 'orderDatabase',
  context: { orders: {}, owners: {} },
  initial: 'serving',
  states: {
    serving: {
      on: {
        orderRequested: {
          actions: assign({ orders: ({ context, event }) => ({ ...context.orders, [event.tx]: 'none' as const }) }),
        },
        begin: [
          {
            guard: 'isCancelled',
            actions: { type: 'note', params: ({ event }) => ({ what: 'begin-after-fence', tx: event.tx }) },
          },
          {
            actions: [
              assign({
                orders: ({ context, event }) => ({ ...context.orders, [event.tx]: 'open' as const }),
                owners: ({ context, event }) => ({ ...context.owners, [event.tx]: event.from }),
              }),
              { type: 'note', params: ({ event }) => ({ what: 'transaction-begun', tx: event.tx }) },
            ],
          },
        ],
        commit: [
          {
            guard: 'isOpen',
            actions: [
              assign(({ context, event }) => closed(context, event.tx, 'committed')),
              { type: 'note', params: ({ event }) => ({ what: 'order-committed', tx: event.tx }) },
              {
                type: 'send',
                params: ({ event }) => ({ to: event.from, message: { type: 'committed', tx: event.tx } }),
              },
            ],
          },
          {
            actions: [
              { type: 'note', params: ({ event }) => ({ what: 'commit-refused', tx: event.tx }) },
              {
                type: 'send',
                params: ({ event }) => ({ to: event.from, message: { type: 'commitRefused', tx: event.tx } }),
              },
            ],
          },
        ],
        rollback: [
          {
            guard: 'isOpen',
            actions: [
              assign(({ context, event }) => closed(context, event.tx, 'aborted')),
              { type: 'note', params: ({ event }) => ({ what: 'order-rolled-back', tx: event.tx }) },
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'nothing-to-roll-back' } } },
        ],
        lookUp: { actions: { type: 'send', params: ({ context, event }) => lookedUp(context, event) } },
        fence: [
          { guard: 'isCommitted', actions: { type: 'send', params: ({ context, event }) => lookedUp(context, event) } },
          {
            actions: [
              assign(({ context, event }) => closed(context, event.tx, 'cancelled')),
              { type: 'note', params: ({ event }) => ({ what: 'order-fenced', tx: event.tx }) },
              { type: 'send', params: ({ context, event }) => lookedUp(context, event) },
            ],
          },
        ],
        connectionLost: [
          { guard: 'holdsNothingOpen', actions: { type: 'ignore', params: { reason: 'no-open-transaction' } } },
          {
            actions: [
              {
                type: 'noteAll',
                params: ({ context, event }) => ({
                  notes: openOf(context, event.process).map((tx) => ({ what: 'order-rolled-back', tx })),
                }),
              },
              assign(({ context, event }) =>
                openOf(context, event.process).reduce((left, tx) => closed(left, tx, 'aborted'), context),
              ),
            ],
          },
        ],
      },
    },
  },
});

function closed(context: DatabaseContext, tx: string, row: OrderRow): DatabaseContext {
  const owners = Object.fromEntries(Object.entries(context.owners).filter(([other]) => other !== tx));
  return { orders: { ...context.orders, [tx]: row }, owners };
}

/** The open transactions whose client lived in this process. Producers carry their process in their role id. */
function openOf({ owners }: DatabaseContext, process: string): readonly string[] {
  const role = process === 'order-b' ? 'producer-b' : 'producer';
  return Object.entries(owners).flatMap(([tx, owner]) => (owner === role ? [tx] : []));
}

function lookedUp({ orders }: DatabaseContext, { tx, from }: Request) {
  return { to: from, message: { type: 'lookedUp', tx, row: orders[tx] ?? 'none' } };
}
