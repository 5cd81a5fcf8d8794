/**
 * The benchmark's coordinator: TM of Gray and Lamport's TwoPhase (TP-1 to TP-5). TMRcvPrepared is the reading of
 * `prepared`, TMCommit the end of `decideCommit`, TMAbort the end of `decideAbort`.
 */
import { assign, setup } from 'xstate';
import type { Data, DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import { roleActions, type RoleInput, type WithSettings } from '../../shared/actions.ts';
import { forcesLog, participantsOf } from '../settings.ts';
import { BENCHMARK_TX, delaysMs, type Fate, type Prepared } from '../vocabulary.ts';

export interface TransactionManagerContext extends DataObject {
  /** tmPrepared: from whom Prepared was received, sorted. */
  readonly received: readonly RoleId[];
  readonly decision: Fate | null;
}

type Context = WithSettings<TransactionManagerContext>;

export const transactionManager = setup({
  types: { context: {} as Context, events: {} as Prepared, input: {} as RoleInput },
  actions: roleActions,
  delays: { decideCommit: delaysMs.decide, decideAbort: delaysMs.giveUp },
  guards: {
    hasReceivedAll: ({ context }) => context.received.length === participantsOf(context.settings).length,
    hasCommitted: ({ context }) => context.decision === 'committed',
    hasAborted: ({ context }) => context.decision === 'aborted',
  },
}).createMachine({
  id: 'transactionManager',
  context: ({ input }) => ({
    settings: input.settings,
    received: [],
    decision: recoveredDecision(input.recovered),
  }),
  initial: 'starting',
  states: {
    starting: {
      always: [
        { guard: 'hasCommitted', target: 'committed' },
        { guard: 'hasAborted', target: 'aborted' },
        { target: 'undecided' },
      ],
    },
    undecided: {
      initial: 'collecting',
      after: {
        decideAbort: {
          target: 'aborted',
          actions: [
            assign({ decision: 'aborted' }),
            { type: 'note', params: { what: 'decided-abort', tx: BENCHMARK_TX, why: 'patience' } },
            { type: 'sendAll', params: ({ context }) => ({ envelopes: toAll(context, 'abort') }) },
          ],
        },
      },
      on: {
        // also when it was received before
        prepared: { actions: assign({ received: ({ context, event }) => withOne(context.received, event.from) }) },
      },
      states: {
        collecting: { always: { guard: 'hasReceivedAll', target: 'ready' } },
        ready: {
          after: {
            decideCommit: {
              target: '#transactionManager.committed',
              actions: [
                assign({ decision: 'committed' }),
                { type: 'note', params: { what: 'decided-commit', tx: BENCHMARK_TX } },
                { type: 'sendAll', params: ({ context }) => ({ envelopes: toAll(context, 'commit') }) },
              ],
            },
          },
        },
      },
    },
    // TP-2: TMRcvPrepared is a step only while the TM has not decided
    committed: { on: { prepared: {} } },
    aborted: { on: { prepared: {} } },
  },
});

/** TP-10: a forced log keeps the decision; who has voted is forgotten in any case. */
export function durableTransactionManager({ settings, decision }: Context): Data {
  return forcesLog(settings) ? decision : null;
}

function recoveredDecision(survived: Data): Fate | null {
  return survived === 'committed' || survived === 'aborted' ? survived : null;
}

/** One message of the set, readable by every participant: put on all their channels at once (TP-3). */
function toAll({ settings }: Context, type: 'commit' | 'abort') {
  return participantsOf(settings).map((to) => ({ to, message: { type, tx: BENCHMARK_TX, isRepeated: false } }));
}

function withOne(received: readonly RoleId[], from: RoleId): readonly RoleId[] {
  return received.includes(from) ? received : [...received, from].sort();
}
