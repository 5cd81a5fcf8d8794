/** Whether a run ends in a round that repeats for ever. Read off the run itself, so that a link to it says so as well. */
import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import type { Timeline } from '../engine/timeline.ts';
import { budgetSlot } from './budget.ts';
import { isFairRound } from './lift.ts';
import { isOwnMove } from './loops.ts';
import { EVERYTHING, spaceOf } from './space.ts';
import { Walker } from './walker.ts';

/**
 * The position from which a run repeats: there everything is as it is at its end, in between something changes, nobody interferes,
 * and what stays possible all the way round is taken on it. Null where it does not.
 */
export function roundOf({ engine, frames }: Timeline): number | null {
  const keys = frames.map(({ world }) => keyOf(world));
  const last = frames.at(-1);
  const starts = [...keys.keys()].filter((index) => keys[index] === keys.at(-1)).slice(0, -1);
  if (last === undefined || starts.length === 0) return null;
  const budgets = budgetSlot({ crash: 0, drop: 0, duplicate: 0 }, 0);
  const whole = new Walker(spaceOf(engine, EVERYTHING), budgets);
  const end = whole.enter(last.world, 0);
  const isRound = (start: number): boolean => {
    const steps = frames.slice(start + 1).flatMap(({ step }) => (step === null ? [] : [step]));
    if (keys.slice(start).every((key) => key === keys[start]) || !areOwn(whole, end, steps)) return false;
    return isFairRound({ whole, reduced: whole }, { from: end, steps, standing: end });
  };
  return starts.toReversed().find(isRound) ?? null;
}

/** Whether nobody interferes on the way. */
function areOwn(whole: Walker, from: number, steps: readonly Step[]): boolean {
  let at = from;
  return steps.every((step) => {
    const edge = whole.edges(at).find(({ info }) => isOwnMove(info) && keyOf(info.step) === keyOf(step));
    at = edge?.next ?? at;
    return edge !== undefined;
  });
}
