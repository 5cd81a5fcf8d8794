/** The faults of the comparison, in the steps of plain messaging. */
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import type { Frame } from '../../engine/timeline.ts';
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
import { read } from './read.ts';

export const faults: FaultSchedules = {
  none: schedule(),
  'order-dies-after-commit': schedule(afterNote('order-committed', crashOf('order')), atOnce(restartOf('order'))),
  'message-lost': schedule(loses('publish')),
  'message-unroutable': unroutable,
  'confirm-lost': schedule(loses('confirm')),
  'ack-lost': schedule(loses('consumerOffset')),
  'consumer-dies-after-commit': schedule(afterNote('points-added', crashOf('points')), atOnce(restartOf('points'))),
  'broker-dies': schedule(afterNote('message-stored', crashOf('broker')), atOnce(restartOf('broker'))),
  // Nobody asks and nothing waits for it: a slow transaction is only late.
  'local-transaction-slow': schedule(),
  'local-transaction-fails': schedule(failsToCommit),
  // Between the two steps, whichever comes first.
  'sender-stays-down': schedule(afterFirstStep),
  'points-database-down': pointsDatabaseDown,
};

/** At the commit: publishing first, the message is out by then. */
function failsToCommit({ world }: Frame): Step | null {
  if (read(world).phase !== 'working') return null;
  return { kind: 'choose', role: 'order-service', message: { type: 'finish', outcome: 'rollback' } };
}

/** The order service has done the first of its two steps. */
function afterFirstStep(frame: Frame): Step | null {
  const crash = crashOf('order');
  return afterNote('order-committed', crash)(frame) ?? afterNote('message-stored', crash)(frame);
}

/** Both orders of the first two steps. */
export const compared: readonly Settings[] = [{}, { order: 'publish-then-commit' }];
