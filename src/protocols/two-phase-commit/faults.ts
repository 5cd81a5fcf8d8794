/** The faults of the comparison, in the steps of two-phase commit. The order service hosts the coordinator. */
import type { RoleId, Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { atOnce, crashOf, loses, restartOf, schedule, type FaultSchedules, type Part } from '../shared/faults.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

const DECIDED = ['commit-logged', 'commit-remembered'] as const;

export const faults: FaultSchedules = {
  none: schedule(),
  // Its commit is the decision; nobody has been told.
  'order-dies-after-commit': schedule(
    afterNoteBy(COORDINATOR, DECIDED, crashOf(COORDINATOR_PROCESS)),
    atOnce(restartOf(COORDINATOR_PROCESS)),
  ),
  // What makes the points appear is the commit.
  'message-lost': schedule(losesTo('points-db', 'commit')),
  // Nor one that could find no queue, or confirm anything.
  'message-unroutable': schedule(),
  'confirm-lost': schedule(),
  'ack-lost': schedule(loses('ack')),
  'consumer-dies-after-commit': schedule(
    afterNoteBy('points-db', ['branch-committed'], crashOf('points-db')),
    atOnce(restartOf('points-db')),
  ),
  // There is no broker that could die.
  'broker-dies': schedule(),
  // The coordinator waits no longer than its timeout.
  'local-transaction-slow': schedule(
    afterNoteBy('order-db', ['branch-begun'], { kind: 'fire', role: COORDINATOR, delay: 'voteTimeout' }),
  ),
  'local-transaction-fails': schedule(
    afterNoteBy('order-db', ['branch-begun'], { kind: 'choose', role: 'order-db', message: { type: 'refuse' } }),
  ),
  'sender-stays-down': schedule(afterNoteBy(COORDINATOR, DECIDED, crashOf(COORDINATOR_PROCESS))),
  // Its branch goes with it, so it votes no.
  'points-database-down': schedule(
    afterNoteBy('points-db', ['branch-begun'], crashOf('points-db')),
    atOnce(restartOf('points-db')),
  ),
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
