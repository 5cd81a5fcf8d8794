/**
 * What follows on each step, found in a way that is obviously right: whole worlds in a map, and ends as the parts that no
 * step which has to come leaves.
 */
import { stable } from '../engine/data.ts';
import { choiceStep } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { propertiesOf } from './properties.ts';
import type { Label } from './why.ts';

const PROMISES = ['no-lost', 'no-phantom', 'no-duplicate'];

/** For runs that begin no second order; labels of a promise, or of all where none is named. */
export function explorePlainFutures(
  protocol: Protocol,
  { engine, frames }: Timeline,
  property: string | null,
): readonly Label[] {
  const meant = property === null ? PROMISES : [property];
  const tests = propertiesOf(protocol).filter(({ id }) => meant.includes(id));
  const isGood = (world: World): boolean => {
    const lines = protocol.ledger(world, engine.model.settings);
    return tests.every((test) => test.looksAt === 'ledger' && test.test(lines));
  };
  return frames.slice(1).map(({ world }) => {
    const reached = reachable(engine, [world]);
    const ends = [...reached.values()].filter((end) => {
      const after = reachable(engine, [end], 'due');
      return [...after.values()].every((other) => reachable(engine, [other]).has(stable(end)));
    });
    const good = ends.filter(isGood).length;
    return good === ends.length ? 'safe' : good === 0 ? 'doomed' : 'at-risk';
  });
}

/** `due`: without what is optional. */
function reachable(engine: Engine, from: readonly World[], by: 'own' | 'due' = 'own'): ReadonlyMap<string, World> {
  const known = new Map(from.map((world) => [stable(world), world]));
  for (const world of known.values()) {
    for (const step of ownSteps(engine, world, by)) {
      const outcome = engine.apply(world, step);
      if (!outcome.ok) throw new Error('An enabled step does not apply.');
      known.set(stable(outcome.world), known.get(stable(outcome.world)) ?? outcome.world);
    }
  }
  return known;
}

/** Deliveries, timers, restarts and outcomes. */
function ownSteps(engine: Engine, world: World, by: 'own' | 'due'): readonly Step[] {
  const outcomes = engine.explored(world).flatMap((choice): readonly Step[] => {
    const step = choiceStep(choice);
    if (by === 'due' && choice.isOptional === true) return [];
    return choice.class === 'outcome' && engine.isTaken(world, step) ? [step] : [];
  });
  const others = engine.enabled(world).filter(({ kind }) => ['deliver', 'fire', 'restart'].includes(kind));
  return [...others, ...outcomes];
}
