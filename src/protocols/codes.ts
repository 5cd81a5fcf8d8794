/** The reader's own code beside a run, one protocol at a time, for whoever opens it. */
import type { ProtocolId } from './loaders.ts';
import type { CodeNotes } from './shared/code.ts';

export async function loadCode(id: ProtocolId): Promise<CodeNotes> {
  switch (id) {
    case 'half-message':
      return (await import('./half-message/code.ts')).code;
    case 'local-message-table':
      return (await import('./local-message-table/code.ts')).code;
    case 'plain-mq':
      return (await import('./plain-mq/code.ts')).code;
    case 'two-phase-commit':
      return (await import('./two-phase-commit/code.ts')).code;
  }
}
