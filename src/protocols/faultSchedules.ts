/** What goes wrong in the comparison, told by every protocol; apart from the protocols, because most readers do not compare. */
import type { Settings } from '../engine/model.ts';
import * as halfMessage from './half-message/faults.ts';
import * as localMessageTable from './local-message-table/faults.ts';
import * as plainMq from './plain-mq/faults.ts';
import type { FaultSchedules } from './shared/faults.ts';
import * as twoPhaseCommit from './two-phase-commit/faults.ts';

interface Compared {
  /** In the protocol's own steps. */
  readonly faults: FaultSchedules;
  /** The settings that the comparison shows as columns, the most telling first. */
  readonly compared: readonly Settings[];
}

/** By protocol; one that has none is not compared. */
export const faultSchedules: ReadonlyMap<string, Compared> = new Map([
  ['half-message', halfMessage],
  ['local-message-table', localMessageTable],
  ['plain-mq', plainMq],
  ['two-phase-commit', twoPhaseCommit],
]);
