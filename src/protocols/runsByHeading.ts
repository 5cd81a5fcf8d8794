/** The headings under which the menu shows named runs, told by every protocol; apart from the protocols, for the menu alone. */
import { headings as halfMessage } from './half-message/headings.ts';
import { headings as localMessageTable } from './local-message-table/headings.ts';
import { headings as plainMq } from './plain-mq/headings.ts';
import type { RunsByHeading } from './shared/headings.ts';
import { headings as twoPhaseCommit } from './two-phase-commit/headings.ts';

export const runsByHeading: ReadonlyMap<string, RunsByHeading> = new Map([
  ['half-message', halfMessage],
  ['local-message-table', localMessageTable],
  ['plain-mq', plainMq],
  ['two-phase-commit', twoPhaseCommit],
]);
