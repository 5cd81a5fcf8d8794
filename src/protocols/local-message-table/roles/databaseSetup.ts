/** What the order database's machine is made of: what it is asked, how long it waits, and what it looks at before it acts. */
import { setup } from 'xstate';
import { textOf } from '../../../engine/data.ts';
import { roleActions, type RoleInput } from '../../shared/actions.ts';
import { captureOf, claimOf } from '../settings.ts';
import { backoffMs, delaysMs, type Wait } from '../vocabulary.ts';
import type { DatabaseInput } from './databaseInput.ts';
import { canSpoil, firstWaiting, rowOf, type Database } from './tables.ts';

export const databaseSetup = setup({
  types: { context: {} as Database, events: {} as DatabaseInput, input: {} as RoleInput },
  actions: roleActions,
  delays: {
    minimumAge: delaysMs.minimumAge,
    backoff: ({ context }) => backoffMs(firstWaiting(context, 'backoff')?.attempts ?? 1),
    confirmationOverdue: delaysMs.confirmationOverdue,
    leaseTime: delaysMs.leaseTime,
    replicationLag: delaysMs.replicationLag,
  },
  guards: {
    isOpen: ({ context, event }) => 'tx' in event && context.orders[textOf(event['tx'])] === 'open',
    isCommitted: ({ context, event }) => 'tx' in event && context.orders[textOf(event['tx'])] === 'committed',
    mayWriteSecond: ({ context, event }) =>
      event.type === 'writeSecond' &&
      context.orders[event.tx] === (captureOf(context.settings) === 'row-first' ? 'open' : 'committed'),
    isUnfinished: ({ context, event }) =>
      event.type === 'confirmRow' &&
      context.rows.some((row) => row.tx === event.tx && row.event === event.event && row.status !== 'DONE'),
    waitsForPerson: ({ context, event }) => event.type === 'replay' && rowOf(context, event.id)?.wait === 'person',
    maySpoil: ({ context, event }) => event.type === 'spoil' && canSpoil(rowOf(context, event.id)),
    isSpoilt: ({ context, event }) => event.type === 'mend' && rowOf(context, event.id)?.fails === true,
    isBehindLog: ({ context }) => context.position < context.log.length,
    isBehind: ({ context }) => context.replica !== null,
    isAny: ({ context }, { wait }: { readonly wait: Wait }) => firstWaiting(context, wait) !== undefined,
    isNone: ({ context }, { wait }: { readonly wait: Wait }) => firstWaiting(context, wait) === undefined,
    isLeased: ({ context }) =>
      claimOf(context.settings) === 'lease' && context.rows.some(({ owner }) => owner !== null),
    isReturned: ({ context }) => context.rows.every(({ owner }) => owner === null),
  },
});
