/** A small breadth-first search for tests: plain worlds, their keys in a map, nothing clever. */
import type { Engine } from '../../engine/engine.ts';
import type { Step } from '../../engine/step.ts';
import { worldKey, type World } from '../../engine/world.ts';

/** One kind of fault or choice that a run may make at most `times` times. */
export interface Budget {
  readonly name: string;
  readonly times: number;
  readonly covers: (step: Step, world: World) => boolean;
}

export interface Explored {
  readonly states: number;
  /** 1 for the initial state and one for every step of every state, also where nothing changes. */
  readonly generated: number;
  /** Levels of the search, the initial state being 1. */
  readonly depth: number;
  readonly worlds: readonly World[];
  /** The worlds in which nothing but faults can change anything. */
  readonly settled: readonly World[];
  /** How many steps it takes to the first world that answers; null when none does. */
  readonly stepsTo: (answers: (world: World) => boolean) => number | null;
}

export interface Exploration {
  /** Steps that are made whenever they are possible. */
  readonly isFree: (step: Step, world: World) => boolean;
  readonly budgets?: readonly Budget[];
  /** One step may stand for several, such as a crash and the restart after it. */
  readonly follow?: (step: Step) => readonly Step[];
  readonly statesMax?: number;
}

interface Visited {
  readonly world: World;
  readonly left: readonly number[];
  readonly level: number;
}

const STATES_MAX = 60_000;

export function explore(engine: Engine, exploration: Exploration): Explored {
  const { isFree, budgets = [], follow = () => [], statesMax = STATES_MAX } = exploration;
  const first: Visited = { world: engine.initial.world, left: budgets.map(({ times }) => times), level: 1 };
  const found = new Map<string, Visited>([[keyOf(first), first]]);
  const settled: World[] = [];
  let generated = 1;
  for (const visited of found.values()) {
    let isSettled = true;
    for (const step of engine.enabled(visited.world)) {
      const isSystem = isFree(step, visited.world);
      const left = isSystem ? visited.left : paid(budgets, visited, step);
      if (left === null) continue;
      generated += 1;
      const world = [step, ...follow(step)].reduce((before, each) => applied(engine, before, each), visited.world);
      const next: Visited = { world, left, level: visited.level + 1 };
      if (isSystem && worldKey(world) !== worldKey(visited.world)) isSettled = false;
      if (!found.has(keyOf(next))) found.set(keyOf(next), next);
    }
    if (isSettled) settled.push(visited.world);
    if (found.size > statesMax) throw new Error(`Expected at most ${statesMax} states.`);
  }
  const all = [...found.values()];
  return {
    states: all.length,
    generated,
    depth: Math.max(...all.map(({ level }) => level)),
    worlds: all.map(({ world }) => world),
    settled,
    stepsTo: (answers) => {
      const levels = all.filter(({ world }) => answers(world)).map(({ level }) => level - 1);
      return levels.length === 0 ? null : Math.min(...levels);
    },
  };
}

function keyOf({ world, left }: Visited): string {
  return `${left.join(',')} ${worldKey(world)}`;
}

/** What is left of the budgets after a step; null when none of them permits it. */
function paid(budgets: readonly Budget[], { world, left }: Visited, step: Step): readonly number[] | null {
  const index = budgets.findIndex(({ covers }, place) => (left[place] ?? 0) > 0 && covers(step, world));
  return index < 0 ? null : left.with(index, (left[index] ?? 0) - 1);
}

function applied(engine: Engine, world: World, step: Step): World {
  const outcome = engine.apply(world, step);
  if (!outcome.ok) throw new Error(`Expected ${JSON.stringify(step)} to be possible; got ${outcome.refusal.code}.`);
  return outcome.world;
}
