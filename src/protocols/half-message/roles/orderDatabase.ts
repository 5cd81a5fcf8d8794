/**
 * The order database that all instances of the producer group share, or each its own; and whatever else a checker reads,
 * a coordinator and the memory of an instance included. It never loses a committed order.
 */
import { assign, setup } from 'xstate';
import type { DataObject } from '../../../engine/data.ts';
import type { Message, RoleId } from '../../../engine/model.ts';
import { roleActions, type ConnectionLost, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { checkerOf, knowsInstances } from '../checkers.ts';
import { instanceIn } from '../instances.ts';
import type { OrderRow } from '../vocabulary.ts';

export interface DatabaseContext extends DataObject {
  readonly orders: { readonly [tx: string]: OrderRow };
  /** Which producer holds an open transaction. */
  readonly owners: { readonly [tx: string]: RoleId };
  /** Which instance each order was placed at, where a checker sees only what is its own. */
  readonly placedAt?: { readonly [tx: string]: RoleId };
  /** What listeners wrote down after their local transactions. */
  readonly reported?: { readonly [tx: string]: 'committed' | 'aborted' };
  /** Orders whose outcome was purged from where checkers read it. */
  readonly purged?: readonly string[];
}

type Context = WithSettings<DatabaseContext>;

type Request = Message & {
  readonly type:
    | 'orderRequested'
    | 'begin'
    | 'commit'
    | 'rollback'
    | 'lookUp'
    | 'fence'
    | 'recordOutcome'
    | 'purgeRecord';
  readonly tx: string;
  readonly from: RoleId;
};
type DatabaseInput = Request | ConnectionLost;

export const orderDatabase = setup({
  types: { context: {} as Context, events: {} as DatabaseInput, input: {} as RoleInput },
  actions: roleActions,
  guards: {
    isCancelled: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'cancelled',
    isOpen: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'open',
    isCommitted: ({ context, event }) => event.type !== 'connectionLost' && context.orders[event.tx] === 'committed',
    // A checker that notices a running transaction does not fence it off, and none can where it sees nothing of it.
    isSpared: ({ context, event }) =>
      event.type !== 'connectionLost' &&
      (!isVisible(context, event) ||
        context.purged?.includes(event.tx) === true ||
        (context.orders[event.tx] === 'open' && checkerOf(context.settings).running === 'unknown')),
    isFinished: ({ context, event }) =>
      event.type !== 'connectionLost' && ['committed', 'aborted'].includes(context.orders[event.tx] ?? ''),
    holdsNothingOpen: ({ context, event }) =>
      event.type === 'connectionLost' && openOf(context, event.process).length === 0,
  },
}).createMachine({
  id: 'orderDatabase',
  context: ({ input }) => ({ settings: input.settings, orders: {}, owners: {} }),
  initial: 'serving',
  states: {
    serving: {
      on: {
        orderRequested: {
          actions: assign(({ context, event }) => placed(context, event)),
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
        recordOutcome: [
          {
            guard: 'isFinished',
            actions: [
              assign(({ context, event }) => reported(context, event)),
              { type: 'note', params: ({ event }) => ({ what: 'outcome-recorded', tx: event.tx }) },
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'nothing-to-record' } } },
        ],
        purgeRecord: {
          actions: [
            assign({ purged: ({ context, event }) => [...(context.purged ?? []), event.tx] }),
            { type: 'note', params: ({ event }) => ({ what: 'record-purged', tx: event.tx }) },
          ],
        },
        fence: [
          { guard: 'isSpared', actions: { type: 'send', params: ({ context, event }) => lookedUp(context, event) } },
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
          {
            guard: 'holdsNothingOpen',
            actions: [
              assign(({ context, event }) => withoutMemory(context, event)),
              { type: 'ignore', params: { reason: 'no-open-transaction' } },
            ],
          },
          {
            actions: [
              {
                type: 'noteAll',
                params: ({ context, event }) => ({
                  notes: openOf(context, event.process).map((tx) => ({ what: 'order-rolled-back', tx })),
                }),
              },
              assign(({ context, event }) => disconnected(context, event)),
            ],
          },
        ],
      },
    },
  },
});

function placed({ orders, placedAt, settings }: Context, { tx, from }: Request): Partial<DatabaseContext> {
  return {
    orders: { ...orders, [tx]: 'none' },
    ...(knowsInstances(checkerOf(settings)) ? { placedAt: { ...placedAt, [tx]: from } } : {}),
  };
}

function reported({ orders, reported: before }: Context, { tx }: Request): Partial<DatabaseContext> {
  return { reported: { ...before, [tx]: orders[tx] === 'committed' ? 'committed' : 'aborted' } };
}

/** A map in memory goes with its process. */
function withoutMemory(context: Context, { process }: ConnectionLost): Partial<DatabaseContext> {
  const { reported: before, placedAt, settings } = context;
  if (before === undefined || checkerOf(settings).reads !== 'memory') return {};
  const left = Object.entries(before).filter(([tx]) => placedAt?.[tx] !== instanceIn(process));
  return { reported: Object.fromEntries(left) };
}

/** The open transactions of a dead client are rolled back. */
function disconnected(context: Context, event: ConnectionLost): Partial<DatabaseContext> {
  const open = openOf(context, event.process);
  return {
    ...open.reduce<Rows>((left, tx) => closed(left, tx, 'aborted'), { orders: context.orders, owners: context.owners }),
    ...withoutMemory(context, event),
  };
}

type Rows = Pick<DatabaseContext, 'orders' | 'owners'>;

function closed({ orders, owners }: Rows, tx: string, row: OrderRow): Rows {
  const others = Object.fromEntries(Object.entries(owners).filter(([other]) => other !== tx));
  return { orders: { ...orders, [tx]: row }, owners: others };
}

/** The open transactions whose client lived in this process. */
function openOf({ owners }: DatabaseContext, process: string): readonly string[] {
  return Object.entries(owners).flatMap(([tx, owner]) => (owner === instanceIn(process) ? [tx] : []));
}

/** What stands about an order where checkers read, for an instance that can see it. */
export function recordOf({ orders, reported: told = {}, purged = [], settings }: Context, tx: string): OrderRow {
  const row = orders[tx] ?? 'none';
  if (purged.includes(tx)) return 'none';
  switch (checkerOf(settings).reads) {
    case 'order-row':
    case 'log-row':
      return row;
    case 'late-status':
    case 'memory':
      return told[tx] ?? 'none';
    // It is told when a transaction begins, and afterwards how it ended.
    case 'coordinator':
      return told[tx] ?? (row === 'none' ? 'none' : 'open');
    case 'nothing':
      return 'none';
  }
}

function isVisible({ placedAt, settings }: Context, { tx, from }: Request): boolean {
  const { reads, group } = checkerOf(settings);
  // A coordinator serves all instances of one business.
  const isShared = reads === 'coordinator' ? group !== 'two-businesses' : reads !== 'memory' && group === 'shared';
  return isShared || placedAt?.[tx] === from;
}

function lookedUp(context: Context, request: Request) {
  const { tx, from } = request;
  const row = isVisible(context, request) ? recordOf(context, tx) : 'none';
  return { to: from, message: { type: 'lookedUp', tx, row } };
}
