/** What a search tells of a property, with the run that decides it. */
import type { World } from '../engine/world.ts';
import type { Run, Sought } from './exploration.ts';
import { liftedRun, type Lifted } from './lift.ts';
import type { Loop } from './loops.ts';
import type { Property } from './properties.ts';
import type { Finding } from './question.ts';

export function findingOf(run: Run, sought: Sought, isExplored: boolean): Finding {
  const { property, foundAt, loop } = sought;
  const { id, kind } = property;
  const nothing = { id, kind, run: null, loopsFrom: null, reduction: run.exploration.reduction };
  if (foundAt !== null) {
    const lifted = sought.run ?? runAlong(run, pathTo(run, foundAt), property)?.steps ?? 'none';
    sought.run = lifted;
    if (lifted === 'none') return { ...nothing, verdict: 'unknown' };
    return { ...nothing, verdict: kind === 'sometimes' ? 'holds' : 'violated', run: lifted };
  }
  if (!isExplored) return { ...nothing, verdict: 'unknown' };
  if (kind !== 'settles') return { ...nothing, verdict: kind === 'sometimes' ? 'violated' : 'holds' };
  if (loop === null || 'next' in loop) return { ...nothing, verdict: 'unknown' };
  return { ...nothing, ...(loop.found === null ? { verdict: 'holds' } : roundTold(run, property, loop.found)) };
}

/** A loop as a run that repeats from somewhere on; `unknown` where the model has none. */
function roundTold(run: Run, property: Property, { states }: Loop): Pick<Finding, 'verdict' | 'run' | 'loopsFrom'> {
  const prefix = pathTo(run, states[0] ?? 0);
  const lifted = runAlong(run, [...prefix, ...states.slice(1)], property, prefix.length - 1);
  if (lifted === null) return { verdict: 'unknown', run: null, loopsFrom: null };
  return { verdict: 'violated', run: lifted.steps, loopsFrom: lifted.lengths[prefix.length - 1] ?? 0 };
}

/** The states through which a state was first reached: on a shortest path. */
function pathTo({ parents }: Run, state: number): readonly number[] {
  const path: number[] = [];
  for (let at = state; at > 0; at = parents[at] ?? 0) path.push(at);
  path.push(0);
  return path.toReversed();
}

/** A run along a path, to a world that decides the property; null where the model has none. */
function runAlong(
  { exploration, walker, budgets }: Run,
  path: readonly number[],
  property: Property,
  roundFrom?: number,
): Lifted | null {
  const { engine, ledger } = exploration;
  const isDecisive = (world: World): boolean => {
    const isTrue = property.looksAt === 'ledger' ? property.test(ledger(world)) : property.test(world);
    return isTrue === (property.kind === 'sometimes');
  };
  const wanted = { isShown: isDecisive, ...(roundFrom === undefined ? {} : { roundFrom }) };
  return liftedRun({ engine, walker, budgets }, path, wanted);
}
