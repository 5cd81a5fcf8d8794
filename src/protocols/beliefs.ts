/** Who holds what of an order, one protocol at a time, for whoever opens it. */
import type { ProtocolId } from './loaders.ts';
import type { BeliefNotes } from './shared/beliefs.ts';

export async function loadBeliefs(id: ProtocolId): Promise<BeliefNotes> {
  switch (id) {
    case 'half-message':
      return (await import('./half-message/beliefs.ts')).beliefs;
    case 'local-message-table':
      return (await import('./local-message-table/beliefs.ts')).beliefs;
    case 'plain-mq':
      return (await import('./plain-mq/beliefs.ts')).beliefs;
    case 'two-phase-commit':
      return (await import('./two-phase-commit/beliefs.ts')).beliefs;
  }
}
