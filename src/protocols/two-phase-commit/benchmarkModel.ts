/** Gray and Lamport's TwoPhase as roles and channels: nothing fails, and no message ever leaves the network (TP-1 to TP-5). */
import type { ChannelSpec, Model, Settings } from '../../engine/model.ts';
import { resourceManager } from './roles/resourceManager.ts';
import { durableTransactionManager, transactionManager } from './roles/transactionManager.ts';
import { participantsOf } from './settings.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

/**
 * The shared message set, dealt out: Prepared(r) lies on the channel from r, and Commit or Abort, which every participant
 * may read, lies on the channels to all of them from the same moment on. So each set of messages is one world, and each
 * reading one step, as in the original.
 */
export function benchmarkModel(settings: Settings): Model {
  const participants = participantsOf(settings);
  return {
    protocol: 'two-phase-commit',
    settings,
    processes: [COORDINATOR_PROCESS, ...participants].map((id) => ({ id, crashKinds: [] })),
    roles: [
      {
        id: COORDINATOR,
        process: COORDINATOR_PROCESS,
        machine: transactionManager,
        durable: durableTransactionManager,
      },
      ...participants.map((id) => ({ id, process: id, machine: resourceManager, durable: () => null })),
    ],
    channels: participants.flatMap((id): readonly ChannelSpec[] => [
      { from: id, to: COORDINATOR, kind: 'set' },
      { from: COORDINATOR, to: id, kind: 'set' },
    ]),
    choices: () => [],
  };
}
