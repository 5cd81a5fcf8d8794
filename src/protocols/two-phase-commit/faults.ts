/** The mishaps of the comparison, in the steps of two-phase commit. The order service hosts the coordinator. */
import type { RoleId, Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { atOnce, crashOf, loses, mishap, restartOf, type FaultSchedules, type Part } from '../shared/faults.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

const DECIDED = ['commit-logged', 'commit-remembered'] as const;

export const faults: FaultSchedules = {
  none: mishap(),
  // Its commit is the decision; nobody has been told.
  'order-dies-after-commit': mishap(
    afterNoteBy(COORDINATOR, DECIDED, crashOf(COORDINATOR_PROCESS)),
    atOnce(restartOf(COORDINATOR_PROCESS)),
  ),
  // What makes the points appear is the commit.
  'message-lost': mishap(losesTo('points-db', 'commit')),
  'ack-lost': mishap(loses('ack')),
  'consumer-dies-after-commit': mishap(
    afterNoteBy('points-db', ['branch-committed'], crashOf('points-db')),
    atOnce(restartOf('points-db')),
  ),
  // There is no broker that could die.
  'broker-dies': mishap(),
  // The coordinator waits no longer than its timeout.
  'local-transaction-slow': mishap(
    afterNoteBy('order-db', ['branch-begun'], { kind: 'fire', role: COORDINATOR, delay: 'voteTimeout' }),
  ),
  'sender-stays-down': mishap(afterNoteBy(COORDINATOR, DECIDED, crashOf(COORDINATOR_PROCESS))),
};

export const compared: readonly Settings[] = [{}];

function afterNoteBy(role: RoleId, whats: readonly string[], step: Step): Part {
  return ({ records }) => {
    const isNoted = records.some(
      (record) => record.kind === 'noted' && record.role === role && whats.includes(record.what),
    );
    return isNoted ? step : null;
  };
}

function losesTo(role: RoleId, type: string): Part {
  return ({ packets }) => {
    const packet = packets.find(({ to, message }) => to === role && message.type === type);
    return packet === undefined ? null : { kind: 'drop', from: packet.from, to: packet.to, message: packet.message };
  };
}
