import { loadBeliefs } from '../../protocols/beliefs.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import type { BeliefNotes } from '../../protocols/shared/beliefs.ts';
import { perKey } from '../part/perKey.ts';

const beliefs = perKey(loadBeliefs);

export function beliefsOf(protocol: string): Promise<BeliefNotes> {
  return beliefs(protocolIds.find((known) => known === protocol) ?? protocolIds[0]);
}
