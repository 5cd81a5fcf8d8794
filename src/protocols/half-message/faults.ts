/** The mishaps of the comparison, in the steps of half messages. */
import type { Settings } from '../../engine/model.ts';
import type { Frame } from '../../engine/timeline.ts';
import type { Step } from '../../engine/step.ts';
import { afterNote, atOnce, crashOf, loses, mishap, restartOf, type FaultSchedules } from '../shared/faults.ts';

export const faults: FaultSchedules = {
  none: mishap(),
  'order-dies-after-commit': mishap(afterNote('order-committed', crashOf('order')), atOnce(restartOf('order'))),
  // What makes the message visible is the producer's endTransaction.
  'message-lost': mishap(loses('endTransaction', (message) => message['state'] === 'COMMIT')),
  'ack-lost': mishap(loses('consumerOffset')),
  'consumer-dies-after-commit': mishap(afterNote('points-added', crashOf('points')), atOnce(restartOf('points'))),
  'broker-dies': mishap(afterNote('message-stored', crashOf('broker')), atOnce(restartOf('broker'))),
  'local-transaction-slow': mishap(keepsRunning),
  'sender-stays-down': mishap(afterNote('order-committed', crashOf('order')), otherInstanceToo),
};

/** By default; with a second instance that can be asked; and without what recognises a duplicate. */
export const compared: readonly Settings[] = [{}, { producers: '2' }, { dedup: 'none' }];

function keepsRunning({ records }: Frame): Step | null {
  const begins = records.some((record) => record.kind === 'noted' && record.what === 'transaction-begun');
  return begins ? { kind: 'choose', role: 'producer', message: { type: 'keepRunning' } } : null;
}

function otherInstanceToo({ world }: Frame): Step | null {
  return world.roles['producer-b'] === undefined || world.crashed.includes('order-b') ? null : crashOf('order-b');
}
