/** The protocols of the page, in the order of its tabs, for commands and tests: with all their named runs. */
import { halfMessage } from './half-message/protocol.ts';
import { localMessageTable } from './local-message-table/protocol.ts';
import { plainMq } from './plain-mq/protocol.ts';
import type { Protocol } from './protocol.ts';
import { twoPhaseCommit } from './two-phase-commit/protocol.ts';

export const protocols: readonly [Protocol, ...Protocol[]] = [halfMessage, localMessageTable, plainMq, twoPhaseCommit];

await Promise.all(protocols.map(({ library }) => library.load()));
