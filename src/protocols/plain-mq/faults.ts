/** The mishaps of the comparison, in the steps of plain messaging. */
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import type { Frame } from '../../engine/timeline.ts';
import { afterNote, atOnce, crashOf, loses, mishap, restartOf, type FaultSchedules } from '../shared/faults.ts';

export const faults: FaultSchedules = {
  none: mishap(),
  'order-dies-after-commit': mishap(afterNote('order-committed', crashOf('order')), atOnce(restartOf('order'))),
  'message-lost': mishap(loses('publish')),
  'ack-lost': mishap(loses('consumerOffset')),
  'consumer-dies-after-commit': mishap(afterNote('points-added', crashOf('points')), atOnce(restartOf('points'))),
  'broker-dies': mishap(afterNote('message-stored', crashOf('broker')), atOnce(restartOf('broker'))),
  // Nobody asks and nothing waits for it: a slow transaction is only late.
  'local-transaction-slow': mishap(),
  // Between the two steps, whichever comes first.
  'sender-stays-down': mishap(afterFirstStep),
};

/** The order service has done the first of its two steps. */
function afterFirstStep(frame: Frame): Step | null {
  const crash = crashOf('order');
  return afterNote('order-committed', crash)(frame) ?? afterNote('message-stored', crash)(frame);
}

/** Both orders of the first two steps. */
export const compared: readonly Settings[] = [{}, { order: 'publish-then-commit' }];
