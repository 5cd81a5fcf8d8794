/** A database that takes part: it works, promises, waits, and does as it is told (rules TP-22 to TP-34). */
import { assign, setup } from 'xstate';
import { textOf } from '../../../engine/data.ts';
import type { Message } from '../../../engine/model.ts';
import { roleActions, type RoleInput } from '../../shared/actions.ts';
import { delaysMs, type Abort, type Commit, type Prepare, type Recover } from '../vocabulary.ts';

import {
  about,
  ack,
  decidedByHand,
  finished,
  firstContext,
  refused,
  stillHeld,
  told,
  vote,
  type ParticipantContext,
} from './participantState.ts';

type ByHand = Message & { readonly type: 'refuse' | 'heuristicCommit' | 'heuristicRollback' };
type ParticipantInput = Prepare | Commit | Abort | Recover | ByHand;

export const participant = setup({
  types: { context: {} as ParticipantContext, events: {} as ParticipantInput, input: {} as RoleInput },
  actions: roleActions,
  delays: { work: delaysMs.work },
  guards: {
    isPrepared: ({ context }) => context.isPrepared,
    isMine: ({ context, event }) => context.tx !== null && textOf(event['tx']) === context.tx,
    isFinished: ({ context, event }) => Object.hasOwn(context.rows, textOf(event['tx'])),
    isCommitted: ({ context, event }) => context.rows[textOf(event['tx'])] === 'committed',
    isAborted: ({ context, event }) => context.rows[textOf(event['tx'])] === 'aborted',
    wasCommittedByHand: ({ context, event }) => context.heuristics[textOf(event['tx'])] === 'committed',
    wasAbortedByHand: ({ context, event }) => context.heuristics[textOf(event['tx'])] === 'aborted',
  },
}).createMachine({
  id: 'participant',
  context: ({ input }) => firstContext(input),
  initial: 'starting',
  on: {
    recover: { actions: { type: 'send', params: ({ context }) => stillHeld(context) } },
    // about a branch that is over, or that never was
    commit: [
      {
        guard: 'wasAbortedByHand',
        actions: [
          { type: 'note', params: ({ event }) => about('heuristic-damage', event.tx) },
          { type: 'send', params: ({ context, event }) => ack(context, event.tx) },
          assign(({ context, event }) => told(context, event.tx)),
        ],
      },
      {
        guard: 'wasCommittedByHand',
        actions: [
          { type: 'note', params: ({ event }) => about('heuristic-agrees', event.tx) },
          { type: 'send', params: ({ context, event }) => ack(context, event.tx) },
          assign(({ context, event }) => told(context, event.tx)),
        ],
      },
      {
        guard: 'isCommitted', // TP-30: done before; the acknowledgement may have been lost
        actions: { type: 'send', params: ({ context, event }) => ack(context, event.tx) },
      },
      {
        guard: 'isAborted', // only a coordinator that has forgotten can say both
        actions: { type: 'note', params: ({ event }) => about('contradicted', event.tx) },
      },
      { actions: { type: 'ignore', params: { reason: 'no-such-branch' } } },
    ],
    abort: [
      {
        guard: 'wasCommittedByHand',
        actions: [
          { type: 'note', params: ({ event }) => about('heuristic-damage', event.tx) },
          assign(({ context, event }) => told(context, event.tx)),
        ],
      },
      {
        guard: 'wasAbortedByHand',
        actions: [
          { type: 'note', params: ({ event }) => about('heuristic-agrees', event.tx) },
          assign(({ context, event }) => told(context, event.tx)),
        ],
      },
      {
        guard: 'isCommitted',
        actions: { type: 'note', params: ({ event }) => about('contradicted', event.tx) },
      },
      { actions: { type: 'ignore', params: { reason: 'nothing-to-abort' } } },
    ],
    prepare: [
      { guard: 'isFinished', actions: { type: 'ignore', params: { reason: 'branch-finished' } } },
      {
        actions: [
          // TP-33: the rows are locked by another transaction
          {
            type: 'note',
            params: ({ context, event }) => ({ what: 'locked-out', tx: event.tx, holder: context.tx }),
          },
          { type: 'send', params: ({ context, event }) => vote(context, event.tx, 'no') },
          assign(({ context, event }) => refused(context, event.tx)),
        ],
      },
    ],
  },
  states: {
    starting: { always: [{ guard: 'isPrepared', target: 'prepared' }, { target: 'free' }] },
    free: {
      on: {
        prepare: [
          { guard: 'isFinished', actions: { type: 'ignore', params: { reason: 'branch-finished' } } },
          {
            target: 'working',
            actions: [
              assign({ tx: ({ event }) => event.tx }),
              { type: 'note', params: ({ event }) => about('branch-begun', event.tx) },
            ],
          },
        ],
      },
    },
    working: {
      after: {
        work: {
          target: 'prepared', // TP-22
          actions: [
            assign({ isPrepared: true }),
            { type: 'note', params: ({ context }) => about('prepared', context.tx) },
            { type: 'send', params: ({ context }) => vote(context, context.tx ?? '', 'yes') },
          ],
        },
      },
      on: {
        refuse: {
          target: 'free', // TP-23: until it has promised, it may say no
          actions: [
            { type: 'note', params: ({ context }) => about('refused', context.tx) },
            { type: 'send', params: ({ context }) => vote(context, context.tx ?? '', 'no') },
            assign(({ context }) => finished(context, 'aborted', false)),
          ],
        },
        prepare: { guard: 'isMine', actions: { type: 'ignore', params: { reason: 'already-working' } } },
        abort: {
          guard: 'isMine',
          target: 'free',
          actions: [
            { type: 'note', params: ({ event }) => about('branch-aborted', event.tx) },
            assign(({ context }) => finished(context, 'aborted', false)),
          ],
        },
      },
    },
    // TP-26: in doubt. Only the coordinator can end this, or a person
    prepared: {
      on: {
        commit: {
          guard: 'isMine',
          target: 'free',
          actions: [
            { type: 'note', params: ({ event }) => about('branch-committed', event.tx) },
            { type: 'send', params: ({ context, event }) => ack(context, event.tx) },
            assign(({ context, event }) => finished(context, 'committed', event.isRepeated)),
          ],
        },
        abort: {
          guard: 'isMine',
          target: 'free',
          actions: [
            { type: 'note', params: ({ event }) => about('branch-aborted', event.tx) },
            assign(({ context }) => finished(context, 'aborted', false)),
          ],
        },
        prepare: {
          guard: 'isMine', // the request was doubled, or the vote was lost
          actions: { type: 'send', params: ({ context, event }) => vote(context, event.tx, 'yes') },
        },
        heuristicCommit: {
          target: 'free', // TP-32
          actions: [
            { type: 'note', params: ({ context }) => about('committed-by-hand', context.tx) },
            assign(({ context }) => decidedByHand(context, 'committed')),
          ],
        },
        heuristicRollback: {
          target: 'free',
          actions: [
            { type: 'note', params: ({ context }) => about('aborted-by-hand', context.tx) },
            assign(({ context }) => decidedByHand(context, 'aborted')),
          ],
        },
      },
    },
  },
});
