/**
 * Every world that a model can reach when chance, people and a few faults have their way: for tests that state which
 * outcomes a setting has. Slow and simple; the product's verifier is another thing.
 */
import type { Applied } from './apply.ts';
import type { Engine } from './engine.ts';
import type { RunRecord } from './record.ts';
import type { Step } from './step.ts';
import { keyOf } from './data.ts';
import type { World } from './world.ts';

export interface Exploration {
  readonly engine: Engine;
  /** Whether a step may be taken: always, as one of the faults of a kind, or never. */
  readonly kindOf: (world: World, step: Step) => 'free' | 'never' | { readonly fault: string };
  /** How many faults of each kind a run may have. */
  readonly budget?: { readonly [fault: string]: number };
  /** What a run counts, such as copies stored; part of an outcome, though no world knows it. */
  readonly counts?: (record: RunRecord) => number;
  /** Steps that belong to one and are taken with it, such as the restart after a crash. */
  readonly follow?: (step: Step) => readonly Step[];
}

export interface Outcome {
  readonly world: World;
  readonly count: number;
}

export interface Explored {
  readonly states: number;
  /** 1 for the initial state and one for every step of every state, also where nothing changes. */
  readonly generated: number;
  /** Steps that change nothing. */
  readonly selfLoops: number;
  /** Levels of the search, the initial state being 1. */
  readonly depth: number;
  /** How many steps it takes to the first world that answers; null when none does. */
  readonly stepsTo: (answers: (world: World) => boolean) => number | null;
  /** Whether no run ever comes back to where it was, apart from steps that change nothing. */
  readonly isAcyclic: () => boolean;
  /** Where no step but a fault changes anything. */
  readonly settled: readonly Outcome[];
  readonly worlds: readonly World[];
}

/** A model that needs more is not for this. */
const STATES_MAX = 200_000;

export function explore(exploration: Exploration): Explored {
  const { engine, budget = {} } = exploration;
  const first: Node = { world: engine.initial.world, count: 0, left: budget, level: 1 };
  const seen = new Map([[keyOfNode(first), 0]]);
  const successors: number[][] = [];
  const queue: Node[] = [first];
  const settled: Outcome[] = [];
  let generated = 1;
  let selfLoops = 0;
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index];
    if (node === undefined) break;
    if (queue.length > STATES_MAX) throw new Error(`Expected at most ${STATES_MAX} states.`);
    const { next, isSettled } = expand(exploration, node);
    if (isSettled) settled.push({ world: node.world, count: node.count });
    generated += next.length;
    const places = next.map((other) => {
      const key = keyOfNode(other);
      const place = seen.get(key) ?? queue.length;
      if (place === queue.length) queue.push(other);
      seen.set(key, place);
      return place;
    });
    selfLoops += places.filter((place) => place === index).length;
    successors.push(places.filter((place) => place !== index));
  }
  return {
    states: queue.length,
    generated,
    selfLoops,
    depth: queue.at(-1)?.level ?? 1,
    stepsTo: (answers) => {
      const nearest = queue.find(({ world }) => answers(world));
      return nearest === undefined ? null : nearest.level - 1;
    },
    isAcyclic: () => isAcyclic(successors),
    settled,
    worlds: queue.map(({ world }) => world),
  };
}

/** Takes away what nothing leads to, as long as there is such a thing; a cycle stays. */
function isAcyclic(successors: readonly (readonly number[])[]): boolean {
  const incoming = successors.map(() => 0);
  for (const place of successors.flat()) incoming[place] = (incoming[place] ?? 0) + 1;
  const free = incoming.flatMap((count, place) => (count === 0 ? [place] : []));
  for (let index = 0; index < free.length; index += 1) {
    for (const place of successors[free[index] ?? 0] ?? []) {
      incoming[place] = (incoming[place] ?? 0) - 1;
      if (incoming[place] === 0) free.push(place);
    }
  }
  return free.length === successors.length;
}

interface Node {
  readonly world: World;
  readonly count: number;
  readonly left: { readonly [fault: string]: number };
  readonly level: number;
}

function keyOfNode({ world, count, left }: Node): string {
  return `${shortKey(world)} ${count} ${Object.values(left).join(' ')}`;
}

const numbers = new WeakMap<object, number>();
const known = new Map<string, number>();

/** Equal content has equal numbers; worlds share most of their parts, so each is looked at once. */
function numberOf(part: object): number {
  const remembered = numbers.get(part);
  if (remembered !== undefined) return remembered;
  const key = keyOf(part);
  const number = known.get(key) ?? known.size;
  known.set(key, number);
  numbers.set(part, number);
  return number;
}

const keys = new WeakMap<World, string>();

function shortKey(world: World): string {
  const key = keys.get(world) ?? shortKeyNow(world);
  keys.set(world, key);
  return key;
}

function shortKeyNow({ roles, network, timers, crashed }: World): string {
  const parts = [roles, network, timers].map((places) =>
    Object.entries(places)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([place, part]) => `${place}:${numberOf(part)}`)
      .join(),
  );
  return `${parts.join('|')}|${crashed.join()}`;
}

function expand(
  { engine, kindOf, counts = () => 0, follow = () => [] }: Exploration,
  { world, count, left, level }: Node,
): { next: Node[]; isSettled: boolean } {
  const next: Node[] = [];
  const records: readonly RunRecord[] = [];
  let isSettled = true;
  for (const step of engine.enabled(world)) {
    const kind = kindOf(world, step);
    if (kind === 'never' || (kind !== 'free' && (left[kind.fault] ?? 0) === 0)) continue;
    const after = [step, ...follow(step)].reduce((before, each) => applied(engine, before, each), { world, records });
    if (kind === 'free' && shortKey(after.world) !== shortKey(world)) isSettled = false;
    const spent = kind === 'free' ? left : { ...left, [kind.fault]: (left[kind.fault] ?? 0) - 1 };
    const counted = after.records.reduce((sum, record) => sum + counts(record), count);
    next.push({ world: after.world, count: counted, left: spent, level: level + 1 });
  }
  return { next, isSettled };
}

function applied(engine: Engine, { world, records }: Applied, step: Step): Applied {
  const outcome = engine.apply(world, step);
  if (!outcome.ok) throw new Error(`Expected an enabled step to apply; got ${JSON.stringify(outcome.refusal)}.`);
  return { world: outcome.world, records: [...records, ...outcome.records] };
}
