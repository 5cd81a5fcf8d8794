/**
 * The benchmark's participant: RM of Gray and Lamport's TwoPhase (TP-1 to TP-3). RMPrepare is the end of `work`,
 * RMChooseToAbort the end of `giveUp`; RMRcvCommitMsg and RMRcvAbortMsg are steps in every state.
 */
import { setup } from 'xstate';
import type { DataObject } from '../../../engine/data.ts';
import type { RoleId } from '../../../engine/model.ts';
import { roleActions, type RoleInput } from '../../shared/actions.ts';
import { BENCHMARK_TX, COORDINATOR, delaysMs, type Abort, type Commit } from '../vocabulary.ts';

interface ResourceManagerContext extends DataObject {
  readonly role: RoleId;
}

export const resourceManager = setup({
  types: { context: {} as ResourceManagerContext, events: {} as Commit | Abort, input: {} as RoleInput },
  actions: roleActions,
  delays: { work: delaysMs.work, giveUp: delaysMs.giveUp },
}).createMachine({
  id: 'resourceManager',
  context: ({ input }) => ({ role: input.role }),
  initial: 'working',
  states: {
    working: {
      after: {
        work: {
          target: 'prepared',
          actions: [
            { type: 'note', params: { what: 'promised', tx: BENCHMARK_TX } },
            {
              type: 'send',
              params: ({ context }) => ({ to: COORDINATOR, message: { type: 'prepared', from: context.role } }),
            },
          ],
        },
        giveUp: {
          target: 'aborted',
          actions: {
            type: 'note',
            params: { what: 'gave-up', tx: BENCHMARK_TX },
          },
        },
      },
      on: { commit: 'committed', abort: 'aborted' },
    },
    prepared: { on: { commit: 'committed', abort: 'aborted' } },
    // TP-2: received in every state, whatever it was
    committed: {
      entry: {
        type: 'note',
        params: { what: 'branch-committed', tx: BENCHMARK_TX },
      },
      on: { commit: { actions: { type: 'ignore', params: { reason: 'already-committed' } } }, abort: 'aborted' },
    },
    aborted: {
      entry: {
        type: 'note',
        params: { what: 'branch-aborted', tx: BENCHMARK_TX },
      },
      on: { abort: { actions: { type: 'ignore', params: { reason: 'already-aborted' } } }, commit: 'committed' },
    },
  },
});
