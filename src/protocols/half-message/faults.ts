/** The faults of the comparison, in the steps of half messages. */
import type { Settings } from '../../engine/model.ts';
import type { Frame } from '../../engine/timeline.ts';
import type { Step } from '../../engine/step.ts';
import {
  afterNote,
  atOnce,
  crashOf,
  loses,
  restartOf,
  pointsDatabaseDown,
  schedule,
  type FaultSchedules,
} from '../shared/faults.ts';
import { processOf, PRODUCERS } from './instances.ts';

export const faults: FaultSchedules = {
  none: schedule(),
  'order-dies-after-commit': schedule(afterNote('order-committed', crashOf('order')), atOnce(restartOf('order'))),
  // What makes the message visible is the producer's endTransaction.
  'message-lost': schedule(loses('endTransaction', (message) => message['state'] === 'COMMIT')),
  // Its topics have their queues: what is stored can be delivered.
  'message-unroutable': schedule(),
  // The broker has the half message, and its sender does not know.
  'confirm-lost': schedule(loses('sendResult')),
  'ack-lost': schedule(loses('consumerOffset')),
  'consumer-dies-after-commit': schedule(afterNote('points-added', crashOf('points')), atOnce(restartOf('points'))),
  'broker-dies': schedule(afterNote('message-stored', crashOf('broker')), atOnce(restartOf('broker'))),
  'local-transaction-slow': schedule(keepsRunning),
  'local-transaction-fails': schedule(fails),
  'sender-stays-down': schedule(afterNote('order-committed', crashOf('order')), otherInstanceToo),
  'points-database-down': pointsDatabaseDown,
};

/** By default; with a second instance that can be asked; and without what recognises a duplicate. */
export const compared: readonly Settings[] = [{}, { producers: '2' }, { dedup: 'none' }];

function keepsRunning(frame: Frame): Step | null {
  return begins(frame) ? { kind: 'choose', role: 'producer', message: { type: 'keepRunning' } } : null;
}

/** The half message is stored by then. */
function fails(frame: Frame): Step | null {
  return begins(frame) ? { kind: 'choose', role: 'producer', message: { type: 'finish', outcome: 'rollback' } } : null;
}

function begins({ records }: Frame): boolean {
  return records.some((record) => record.kind === 'noted' && record.what === 'transaction-begun');
}

function otherInstanceToo({ world }: Frame): Step | null {
  const left = PRODUCERS.find((role) => world.roles[role] !== undefined && !world.crashed.includes(processOf(role)));
  return left === undefined ? null : crashOf(processOf(left));
}
