/**
 * A path through a space without its dead parts, as a run of the whole model. Where a step of the path needs dead work to be
 * done before it, such as a check that waits behind one whose answer changes nothing, the run does that work.
 */
import { keyOf } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { BudgetSlot } from './budget.ts';
import { fairnessClass, isOwnMove } from './loops.ts';
import { EVERYTHING, spaceOf } from './space.ts';
import { Walker } from './walker.ts';

export interface Reduced {
  readonly engine: Engine;
  readonly walker: Walker;
  readonly budgets: BudgetSlot;
}

export interface Lifted {
  readonly steps: readonly Step[];
  /** By the index of a state in the path, after how many steps the run is there. */
  readonly lengths: readonly number[];
}

/** What a run is lifted for. */
export interface Wanted {
  readonly isShown: (world: World) => boolean;
  /** For a run that goes round: the index in the path from which it repeats. */
  readonly roundFrom?: number;
}

/**
 * `path`: states of the reduced space, each with a step to the next; it begins with the first state. The run ends in a world
 * for which `isShown` holds; where it goes round, what stays possible all the way is taken on it, or changes nothing that is left.
 * Null where none is found: a space that does not count has runs that the model has not.
 */
export function liftedRun(
  { engine, walker, budgets }: Reduced,
  path: readonly number[],
  { isShown, roundFrom }: Wanted,
): Lifted | null {
  const whole = new Walker(spaceOf(engine, EVERYTHING, budgets.isAsked), budgets);
  const isShownAt = (state: number): boolean => {
    whole.look(state);
    return isShown(whole.space.world());
  };
  const steps: Step[] = [];
  const lengths = [0];
  const ends = [0];
  let at = 0;
  for (const [index, to] of path.entries()) {
    const from = path[index - 1];
    if (from === undefined) continue;
    const isLast = index === path.length - 1;
    const way = wayTo({ whole, reduced: walker }, { at, from, to }, (state) => !isLast || isShownAt(state));
    if (way === null) return null;
    steps.push(...way.steps);
    lengths.push(steps.length);
    at = way.end;
    ends.push(at);
  }
  if (roundFrom === undefined || walker.space.cleanings.length === 0) return { steps, lengths };
  const round = { from: ends[roundFrom] ?? 0, steps: steps.slice(lengths[roundFrom] ?? 0), standing: path.at(-1) ?? 0 };
  return isFairRound({ whole, reduced: walker }, round) ? { steps, lengths } : null;
}

export interface Round {
  /** The state of the whole space where it begins. */
  readonly from: number;
  readonly steps: readonly Step[];
  /** What stands for its end. */
  readonly standing: number;
}

/** Whether what is possible in every state of a round is taken on it, or could be taken and changes nothing that is left. */
export function isFairRound({ whole, reduced }: Walkers, { from, steps, standing }: Round): boolean {
  const taken = new Set<string>();
  let pending = pendingAt(whole, from);
  let at = from;
  for (const step of steps) {
    const made = whole.edges(at).find(({ info }) => keyOf(info.step) === keyOf(step));
    if (made === undefined) throw new Error('Expected that a lifted run is one of the whole space.');
    taken.add(fairnessClass(made.info));
    at = made.next;
    const now = pendingAt(whole, at);
    pending = new Map([...now].filter(([name]) => pending.has(name)));
  }
  return [...pending].every(([name, next]) => taken.has(name) || standingFor({ whole, reduced }, next) === standing);
}

/** What has to come, by its name, and where it leads. */
function pendingAt(whole: Walker, state: number): ReadonlyMap<string, number> {
  const due = whole.edges(state).filter(({ info }) => isOwnMove(info) && !info.isOptional);
  return new Map(due.map(({ info, next }) => [fairnessClass(info), next]));
}

/** The state of the reduced space that stands for one of the whole space. */
function standingFor({ whole, reduced }: Walkers, state: number): number {
  whole.look(state);
  const { view, slotCount } = whole.space;
  return reduced.numberOf(whole.space.world(), view[slotCount] ?? 0);
}

interface Walkers {
  readonly whole: Walker;
  readonly reduced: Walker;
}

interface Leg {
  /** A state of the whole space, and the one of the reduced space that stands for it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Way {
  readonly end: number;
  /** What stands for its end. */
  readonly standing: number;
  readonly steps: readonly Step[];
}

/** More states than this are not looked at for one step of the path. */
const STATES_MAX = 100_000;

/** A shortest way to a state for which `to` stands and which is an end; its other steps change nothing that is left. */
function wayTo({ whole, reduced }: Walkers, { at, from, to }: Leg, isEnd: (state: number) => boolean): Way | null {
  const seen = new Set([at]);
  const queue: Way[] = [{ end: at, standing: from, steps: [] }];
  for (let way = queue.shift(); way !== undefined && seen.size < STATES_MAX; way = queue.shift()) {
    for (const { info, next } of whole.edges(way.end)) {
      if (seen.has(next)) continue;
      seen.add(next);
      const standing = standingFor({ whole, reduced }, next);
      const after = { end: next, standing, steps: [...way.steps, info.step] };
      if (standing === to && isEnd(next)) return after;
      if (standing === way.standing || standing === to) queue.push(after);
    }
  }
  return null;
}
