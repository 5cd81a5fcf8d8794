/** What becomes of orders that the death of the order service caught half-way: where they go on once somebody has asked. */
import type { Assembler } from './assembler.ts';
import type { Caught } from '../protocols/shared/program.ts';
import type { Program } from './operation.ts';

export interface DeathPlan {
  readonly fate: Caught | null;
  /** Where an order goes on about which the broker has asked, or that recovery has found; null where nobody does. */
  readonly resume: number | null;
}

export function emitDeath(draft: Assembler, { caught }: Program): DeathPlan | null {
  if (!draft.mayDie()) return null;
  const fate = caught?.fate ?? null;
  if (fate === 'asked') return { fate, resume: emitAsked(draft) };
  if (fate === 'in-doubt') return { fate, resume: emitRecovered(draft) };
  return { fate, resume: null };
}

/** What has been asked about: without the row of the order there is nothing to go on with. */
export function emitAsked(draft: Assembler): number {
  const at = draft.here();
  const none = draft.branch('not-committed');
  draft.emit({ do: 'mark', mark: 'late' });
  draft.emit({ do: 'jump', to: draft.afterCheckBack });
  draft.aim(none, draft.here());
  draft.emit({ do: 'end' });
  return at;
}

/** Recovery asks what the participants still hold, and tells them what was decided: no commit record means abort. */
function emitRecovered(draft: Assembler): number {
  const at = draft.here();
  draft.cost('round-trip');
  draft.cost('round-trip');
  draft.cost('flush');
  draft.emit({ do: 'let-go' });
  const none = draft.branch('not-committed');
  draft.emit({ do: 'mark', mark: 'late' });
  draft.emit({ do: 'mark', mark: 'points' });
  draft.aim(none, draft.here());
  draft.emit({ do: 'end' });
  return at;
}
