/**
 * The order database: orders and the message table in one place, which is the whole idea (LT-1). It answers the order
 * service and the relays, and it knows what time it is: a row is due when its age, its back-off or its wait is over.
 */
import { assign } from 'xstate';
import { captureOf } from '../settings.ts';
import { nextRow } from './scan.ts';

import {
  commitNotes,
  committedReply,
  failNote,
  leaseNote,
  lostConnection,
  lostConnectionNotes,
  markNote,
  overdueNote,
  readNotes,
  rollbackNotes,
  rowNote,
  rowReply,
  saved,
  secondNote,
} from './databaseAnswers.ts';
import { databaseSetup } from './databaseSetup.ts';

import {
  begun,
  cancelled,
  claimed,
  committed,
  compensated,
  confirmed,
  due,
  emptyDatabase,
  failed,
  failedOver,
  joining,
  leaseOver,
  logged,
  marked,
  mended,
  overdue,
  positionLost,
  replayed,
  rolledBack,
  secondWritten,
  spoilt,
} from './tables.ts';

export const orderDatabase = databaseSetup.createMachine({
  id: 'orderDatabase',
  context: ({ input }) => emptyDatabase(input.settings),
  type: 'parallel',
  states: {
    tables: {
      on: {
        begin: {
          actions: [
            assign(({ context, event: { tx, in: leader } }) =>
              leader === undefined ? begun(context, tx) : joining(context, tx, leader),
            ),
            { type: 'note', params: ({ event }) => ({ what: 'transaction-begun', tx: event.tx }) },
          ],
        },
        commit: [
          {
            guard: 'isOpen',
            actions: [
              { type: 'noteAll', params: ({ context, event }) => ({ notes: commitNotes(context, event.tx) }) },
              {
                type: 'send',
                params: ({ context, event }) => committedReply(event.tx, captureOf(context.settings) !== 'same-tx'),
              },
              assign(({ context, event }) => logged(context, committed(context, event.tx))),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'transaction-is-gone' } } },
        ],
        rollback: [
          {
            guard: 'isOpen',
            actions: [
              { type: 'noteAll', params: ({ context, event }) => ({ notes: rollbackNotes(context, event.tx) }) },
              assign(({ context, event }) => rolledBack(context, event.tx)),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'transaction-is-gone' } } },
        ],
        writeSecond: [
          {
            guard: 'mayWriteSecond',
            actions: [
              { type: 'note', params: ({ context, event }) => secondNote(context, event.tx) },
              { type: 'send', params: ({ event }) => committedReply(event.tx, false) },
              assign(({ context, event }) => logged(context, secondWritten(context, event.tx))),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'transaction-is-gone' } } },
        ],
        cancel: [
          {
            guard: 'isCommitted',
            actions: [
              { type: 'note', params: ({ event }) => ({ what: 'order-cancelled', tx: event.tx }) },
              { type: 'send', params: ({ event }) => committedReply(event.tx, false) },
              assign(({ context, event }) => logged(context, cancelled(context, event.tx))),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'nothing-to-cancel' } } },
        ],
        compensate: [
          {
            guard: 'isCommitted',
            actions: [
              { type: 'note', params: ({ event }) => ({ what: 'order-compensated', tx: event.tx }) },
              assign(({ context, event }) => logged(context, compensated(context, event.tx))),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'nothing-to-compensate' } } },
        ],
        confirmRow: [
          {
            guard: 'isUnfinished',
            actions: [
              { type: 'note', params: ({ event }) => ({ what: 'row-done', tx: event.tx }) },
              assign(({ context, event }) => logged(context, confirmed(context, event.tx, event.event))),
            ],
          },
          { actions: { type: 'ignore', params: { reason: 'already-done' } } },
        ],
        read: {
          actions: [
            { type: 'noteAll', params: ({ context, event }) => ({ notes: readNotes(context, event.from, event.why) }) },
            { type: 'send', params: ({ context, event }) => rowReply(context, event.from, event.why) },
            assign(({ context, event }) => claimed(context, nextRow(context, event.why)?.id ?? 0, event.from)),
          ],
        },
        mark: {
          actions: [
            { type: 'note', params: ({ context, event }) => markNote(context, event.id) },
            { type: 'send', params: ({ event }) => saved(event.from) },
            assign(({ context, event }) => logged(context, marked(context, event.id))),
          ],
        },
        fail: {
          actions: [
            { type: 'note', params: ({ context, event }) => failNote(context, event.id) },
            { type: 'send', params: ({ event }) => saved(event.from) },
            assign(({ context, event }) => logged(context, failed(context, event.id))),
          ],
        },
        replay: {
          guard: 'waitsForPerson',
          actions: [
            { type: 'note', params: ({ context, event }) => rowNote(context, 'row-replayed', event.id) },
            assign(({ context, event }) => logged(context, replayed(context, event.id))),
          ],
        },
        spoil: {
          guard: 'maySpoil',
          actions: [
            { type: 'note', params: ({ context, event }) => rowNote(context, 'row-spoilt', event.id) },
            assign(({ context, event }) => spoilt(context, event.id)),
          ],
        },
        mend: {
          guard: 'isSpoilt',
          actions: [
            { type: 'note', params: ({ context, event }) => rowNote(context, 'row-mended', event.id) },
            assign(({ context, event }) => mended(context, event.id)),
          ],
        },
        losePosition: {
          guard: 'isBehindLog',
          actions: [
            { type: 'note', params: { what: 'position-lost' } },
            assign(({ context }) => positionLost(context)),
          ],
        },
        failover: {
          guard: 'isBehind',
          actions: [{ type: 'note', params: { what: 'failed-over' } }, assign(({ context }) => failedOver(context))],
        },
        connectionLost: {
          actions: [
            {
              type: 'noteAll',
              params: ({ context, event }) => ({ notes: lostConnectionNotes(context, event.process) }),
            },
            assign(({ context, event }) => lostConnection(context, event.process)),
          ],
        },
      },
    },
    ages: {
      initial: 'calm',
      states: {
        calm: {
          on: {
            begin: { target: 'looking' },
            commit: { target: 'looking' },
            writeSecond: { target: 'looking' },
            cancel: { target: 'looking' },
            failover: { guard: 'isBehind', target: 'looking' },
          },
        },
        looking: {
          always: [{ guard: { type: 'isAny', params: { wait: 'young' } }, target: 'waiting' }, { target: 'calm' }],
        },
        waiting: {
          always: { guard: { type: 'isNone', params: { wait: 'young' } }, target: 'calm' },
          after: { minimumAge: { target: 'looking', actions: assign(({ context }) => due(context, 'young')) } },
        },
      },
    },
    backoffs: {
      initial: 'calm',
      states: {
        calm: { on: { fail: { target: 'looking' }, failover: { guard: 'isBehind', target: 'looking' } } },
        looking: {
          always: [{ guard: { type: 'isAny', params: { wait: 'backoff' } }, target: 'waiting' }, { target: 'calm' }],
        },
        waiting: {
          always: { guard: { type: 'isNone', params: { wait: 'backoff' } }, target: 'calm' },
          after: { backoff: { target: 'looking', actions: assign(({ context }) => due(context, 'backoff')) } },
        },
      },
    },
    confirmations: {
      initial: 'calm',
      states: {
        calm: { on: { mark: { target: 'looking' }, failover: { guard: 'isBehind', target: 'looking' } } },
        looking: {
          always: [
            { guard: { type: 'isAny', params: { wait: 'unconfirmed' } }, target: 'waiting' },
            { target: 'calm' },
          ],
        },
        waiting: {
          always: { guard: { type: 'isNone', params: { wait: 'unconfirmed' } }, target: 'calm' },
          after: {
            confirmationOverdue: {
              target: 'looking',
              actions: [
                { type: 'note', params: ({ context }) => overdueNote(context) },
                assign(({ context }) => logged(context, overdue(context))),
              ],
            },
          },
        },
      },
    },
    replication: {
      initial: 'level',
      states: {
        level: { always: { guard: 'isBehind', target: 'behind' } },
        behind: {
          after: { replicationLag: { target: 'level', actions: assign({ replica: null }) } },
          on: { failover: { target: 'level' } },
        },
      },
    },
    leases: {
      initial: 'calm',
      states: {
        calm: { on: { read: { target: 'looking' } } },
        looking: { always: [{ guard: 'isLeased', target: 'waiting' }, { target: 'calm' }] },
        waiting: {
          always: { guard: 'isReturned', target: 'calm' },
          after: {
            leaseTime: {
              target: 'looking',
              actions: [
                { type: 'note', params: ({ context }) => leaseNote(context) },
                assign(({ context }) => leaseOver(context)),
              ],
            },
          },
        },
      },
    },
  },
});
