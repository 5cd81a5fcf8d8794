/** The faults of the comparison, in the steps of the local message table. */
import type { Message, Settings } from '../../engine/model.ts';
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
  unroutable,
  type FaultSchedules,
} from '../shared/faults.ts';

const COMMITTED = 'order-and-row-committed';

export const faults: FaultSchedules = {
  none: schedule(),
  'order-dies-after-commit': schedule(afterNote(COMMITTED, crashOf('order')), atOnce(restartOf('order'))),
  'message-lost': schedule(loses('publish')),
  'message-unroutable': unroutable,
  'confirm-lost': schedule(loses('confirm')),
  'ack-lost': schedule(losesAck),
  'consumer-dies-after-commit': schedule(afterNote('points-added', crashOf('points')), atOnce(restartOf('points'))),
  'broker-dies': schedule(afterNote('message-stored', crashOf('broker')), atOnce(restartOf('broker'))),
  'local-transaction-slow': schedule(keepsRunning),
  'local-transaction-fails': schedule(fails),
  // It is the relays that send: their rows wait in the table until one of them is back.
  'sender-stays-down': schedule(afterNote(COMMITTED, crashOf('relay')), otherRelayToo),
  'points-database-down': pointsDatabaseDown,
};

/** By default; with the confirmation of the consumer; and without what recognises a duplicate. */
export const compared: readonly Settings[] = [{}, { confirm: 'consumer-ack' }, { dedup: 'none' }];

/** What the row waits for: the consumer's confirmation, or else only the broker's acknowledgement. */
function losesAck(frame: Frame): Step | null {
  return loses('pointsConfirmed')(frame) ?? loses('consumerOffset')(frame);
}

function keepsRunning(frame: Frame): Step | null {
  return toBegun(frame, { type: 'keepRunning' });
}

function fails(frame: Frame): Step | null {
  return toBegun(frame, { type: 'finish', outcome: 'rollback' });
}

/** A choice about the transaction that has just begun. */
function toBegun({ records }: Frame, message: Message): Step | null {
  for (const record of records) {
    if (record.kind !== 'noted' || record.what !== 'transaction-begun') continue;
    return { kind: 'choose', role: 'order-service', message: { ...message, tx: record.fields['tx'] ?? null } };
  }
  return null;
}

function otherRelayToo({ world }: Frame): Step | null {
  return world.roles['relay-b'] === undefined || world.crashed.includes('relay-b') ? null : crashOf('relay-b');
}
