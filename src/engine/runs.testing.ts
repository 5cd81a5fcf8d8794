/** Random runs for property tests: chance only picks which of the enabled steps comes next. */
import * as fc from 'fast-check';
import type { Engine } from './engine.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** What chance picked, to be read against any engine. */
export const picksArbitrary = (maxLength = 40): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat({ max: 10_000 }), { maxLength });

export interface RandomRun {
  readonly steps: readonly Step[];
  /** One more than steps: the start comes first. */
  readonly worlds: readonly World[];
}

/** Takes one enabled step per pick; ends early where nothing is enabled. */
export function randomRun(engine: Engine, picks: readonly number[]): RandomRun {
  const steps: Step[] = [];
  const worlds: World[] = [engine.initial.world];
  let world = engine.initial.world;
  for (const pick of picks) {
    const enabled = engine.enabled(world);
    const step = enabled[pick % enabled.length];
    if (step === undefined) break;
    const outcome = engine.apply(world, step);
    if (!outcome.ok) throw new Error(`Expected an enabled step to apply; got ${JSON.stringify(outcome.refusal)}.`);
    steps.push(step);
    world = outcome.world;
    worlds.push(world);
  }
  return { steps, worlds };
}
