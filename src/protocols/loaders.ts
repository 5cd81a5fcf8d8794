/**
 * The protocols one by one, for the page, which carries only those that its reader opens. The commands and the tests take
 * all of them from `registry.ts`; `loaders.test.ts` holds the two together.
 */
import type { Protocol } from './protocol.ts';

/** In the order of the tabs. */
export const protocolIds = ['half-message', 'local-message-table', 'plain-mq', 'two-phase-commit'] as const;
export type ProtocolId = (typeof protocolIds)[number];

export async function loadProtocol(id: ProtocolId): Promise<Protocol> {
  switch (id) {
    case 'half-message':
      return (await import('./half-message/protocol.ts')).halfMessage;
    case 'local-message-table':
      return (await import('./local-message-table/protocol.ts')).localMessageTable;
    case 'plain-mq':
      return (await import('./plain-mq/protocol.ts')).plainMq;
    case 'two-phase-commit':
      return (await import('./two-phase-commit/protocol.ts')).twoPhaseCommit;
  }
}
