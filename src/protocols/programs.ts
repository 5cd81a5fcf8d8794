/** What the load lab needs of every protocol and a run does not; apart from the protocols, because most readers never go there. */
import { program as halfMessage } from './half-message/program.ts';
import { program as localMessageTable } from './local-message-table/program.ts';
import { program as plainMq } from './plain-mq/program.ts';
import type { ProgramNotes } from './shared/program.ts';
import { program as twoPhaseCommit } from './two-phase-commit/program.ts';

/** By protocol; one that has none is not simulated. */
export const programNotes: ReadonlyMap<string, ProgramNotes> = new Map([
  ['half-message', halfMessage],
  ['local-message-table', localMessageTable],
  ['plain-mq', plainMq],
  ['two-phase-commit', twoPhaseCommit],
]);
