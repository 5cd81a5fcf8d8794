/**
 * A path through a space without its dead parts, as a run of the whole model. Where a step of the path needs dead work to be
 * done before it, such as a check that waits behind one whose answer changes nothing, the run does that work.
 */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { BudgetSlot } from './budget.ts';
import { spaceOf } from './space.ts';
import { Walker } from './walker.ts';

/** `path`: states of `reduced`, each with a step to the next; it begins with the first state. */
export function liftedRun(engine: Engine, reduced: Walker, budgets: BudgetSlot, path: readonly number[]): Lifted {
  const whole = new Walker(spaceOf(engine, []), budgets);
  const steps: Step[] = [];
  const lengths = [0];
  let at = 0;
  for (const [index, to] of path.entries()) {
    const from = path[index - 1];
    if (from === undefined) continue;
    const way = wayTo(whole, reduced, { at, from, to });
    steps.push(...way.steps);
    lengths.push(steps.length);
    at = way.end;
  }
  return { steps, lengths };
}

export interface Lifted {
  readonly steps: readonly Step[];
  /** By the index of a state in the path, after how many steps the run is there. */
  readonly lengths: readonly number[];
}

interface Leg {
  /** A state of the whole space, and the one of the reduced space that stands for it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Way {
  readonly end: number;
  readonly steps: readonly Step[];
}

/** A shortest way whose last step leads to what `to` stands for, and whose other steps change nothing that is left. */
function wayTo(whole: Walker, reduced: Walker, { at, from, to }: Leg): Way {
  const seen = new Set([at]);
  const queue: Way[] = [{ end: at, steps: [] }];
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const { info, next } of whole.edges(way.end)) {
      if (seen.has(next)) continue;
      seen.add(next);
      const after = { end: next, steps: [...way.steps, info.step] };
      whole.look(next);
      const { view, slotCount } = whole.space;
      const standing = reduced.numberOf(whole.space.world(), view[slotCount] ?? 0);
      if (standing === to) return after;
      if (standing === from) queue.push(after);
    }
  }
  throw new Error(`Expected a step of the whole model from state ${from} to state ${to} of the reduced one.`);
}
