/**
 * Runs that go round for ever without settling, under weak fairness: a step of the system (or the choice of an outcome)
 * that stays possible is taken at some time. Strongly connected components (Tarjan), then the fairness of each.
 *
 * What is forgotten may give a step another name. So in a space that forgets, a step counts as one that stays possible only as far
 * as nothing was renamed where it stands (`isCarried`); a loop that is fair because of that is judged again on the run that it is
 * lifted to (`lift.ts`).
 */
import type { StepInfo } from './space.ts';
import type { Edge, Walker } from './walker.ts';

/** States, numbered from 0, and the steps that lead from each to others. */
export interface Graph {
  readonly size: number;
  /** None where they are not known. */
  readonly edges: (state: number) => readonly Edge[];
  readonly isKnown: (state: number) => boolean;
  /** Whether a step that is possible before and after another one is the same one; always where nothing is forgotten. */
  readonly isCarried?: (state: number, edge: Edge, step: StepInfo) => boolean;
}

export interface Loop {
  /** The states from one on the loop back to it. */
  readonly states: readonly number[];
}

/** What is searched so far, in states; at the end, what was found. */
export type LoopSearch = Generator<number, Loop | null, undefined>;

/**
 * A fair loop through states in which `isSettled` is false, or null; in portions of one state each. States that are settled are
 * not looked at, and where all are, nothing is searched.
 */
export function* searchLoop(walker: Walker, isSettled: (state: number) => boolean): LoopSearch {
  const { size } = walker.table;
  const isUnsettled = Uint8Array.from({ length: size }, (_, state) => (isSettled(state) ? 0 : 1));
  if (!isUnsettled.includes(1)) return null;
  const graph: Graph = {
    size,
    edges: (state) => walker.edges(state),
    isKnown: () => true,
    ...(walker.space.cleanings.length === 0
      ? {}
      : { isCarried: (state, edge, step) => walker.isCarried(state, edge, step) }),
  };
  let looked = 0;
  for (const found of componentsIn(graph, isUnsettled)) {
    looked += 1;
    yield looked;
    if (found === null) continue;
    const members = new Set(found);
    const fairness = fairnessOf(graph, members);
    let said = fairness.next();
    for (; said.done !== true; said = fairness.next()) yield looked;
    if (said.value) return fairTrip(graph, members);
  }
  return null;
}

/** Moves that nobody pays for: of the system, and outcomes. Faults and people may stay away for ever. */
export function isOwnMove({ mover }: StepInfo): boolean {
  return mover === 'system' || mover === 'outcome';
}

/** Without those that only say that another one is left: the step itself is among them. */
function ownEdges(graph: Graph, state: number): readonly Edge[] {
  return graph.edges(state).filter(({ info }) => isOwnMove(info) && !info.isKept);
}

/** Those that a run can make for ever. What the model counts is possible, but comes to an end. */
function endlessEdges(graph: Graph, state: number): readonly Edge[] {
  return ownEdges(graph, state).filter(({ isCounted }) => !isCounted);
}

interface Visit {
  readonly state: number;
  readonly targets: readonly number[];
  at: number;
}

/** The strongly connected components with more than one state, among those that are meant. */
export function components(graph: Graph, isMeant: Uint8Array): readonly (readonly number[])[] {
  return [...componentsIn(graph, isMeant)].filter((found) => found !== null);
}

/** The same in portions: null for each state that was looked at. Iterative, for deep graphs. */
function* componentsIn(graph: Graph, isMeant: Uint8Array): Generator<readonly number[] | null> {
  const { size } = graph;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOnStack = new Uint8Array(size);
  const stack: number[] = [];
  let count = 0;
  const enter = (state: number): Visit => {
    order[state] = count;
    low[state] = count;
    count += 1;
    stack.push(state);
    isOnStack[state] = 1;
    const targets = endlessEdges(graph, state)
      .map(({ next }) => next)
      .filter((next) => next !== state && isMeant[next] === 1);
    return { state, targets, at: 0 };
  };
  const lower = (state: number, value: number): void => {
    low[state] = Math.min(low[state] ?? 0, value);
  };
  /** The component whose first state this is; null where it is none, or alone. */
  const leave = (state: number): readonly number[] | null => {
    if (low[state] !== order[state]) return null;
    const component: number[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      isOnStack[member] = 0;
      component.push(member);
      if (member === state) break;
    }
    return component.length > 1 ? component : null;
  };
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1 || isMeant[root] !== 1) continue;
    const visits: Visit[] = [enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.at];
      if (target === undefined) {
        visits.pop();
        yield leave(visit.state);
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent.state, low[visit.state] ?? 0);
        continue;
      }
      visit.at += 1;
      if (order[target] === -1) visits.push(enter(target));
      else if (isOnStack[target] === 1) lower(visit.state, order[target] ?? 0);
    }
  }
}

/**
 * Fair: no step stays possible in every state of the component without being taken inside it. It is enough to look at whole
 * components: what is possible everywhere and never taken in one is so in each of its parts too. A state whose own steps all
 * lead back to it is no loop but the end of a run, and is judged as one; where one of them leads away, staying is not fair.
 */
export function isFair(graph: Graph, members: ReadonlySet<number>): boolean {
  const fairness = fairnessOf(graph, members);
  let said = fairness.next();
  while (said.done !== true) said = fairness.next();
  return said.value;
}

/** The same in portions of one state. */
function* fairnessOf(graph: Graph, members: ReadonlySet<number>): Generator<undefined, boolean, undefined> {
  const takenInside = new Set<string>();
  let always: readonly string[] | null = null;
  for (const state of members) {
    const edges = ownEdges(graph, state);
    for (const { info, next, isCounted } of edges) {
      if (members.has(next) && !isCounted) takenInside.add(fairnessClass(info));
    }
    const possible = new Set(edges.filter(mustCome).map(({ info }) => fairnessClass(info)));
    always = always === null ? [...possible] : always.filter((name) => possible.has(name));
    yield undefined;
  }
  return always === null || always.every((name) => takenInside.has(name) || !isOneStep(graph, members, name));
}

/** Whether what this name stands for is the same all the way round. */
function isOneStep(graph: Graph, members: ReadonlySet<number>, name: string): boolean {
  if (graph.isCarried === undefined) return true;
  for (const state of members) {
    const edges = ownEdges(graph, state);
    const named = edges.find(({ info }) => fairnessClass(info) === name);
    const inside = edges.filter((edge) => members.has(edge.next) && edge.next !== state && !edge.isCounted);
    if (named !== undefined && inside.some((edge) => !carries(graph, state, edge, named.info))) return false;
  }
  return true;
}

function carries({ isCarried }: Graph, state: number, edge: Edge, step: StepInfo): boolean {
  return isCarried === undefined || isCarried(state, edge, step);
}

function classesAt(graph: Graph, state: number): ReadonlySet<string> {
  const edges = ownEdges(graph, state).filter(mustCome);
  return new Set(edges.map(({ info }) => fairnessClass(info)));
}

/** What is optional may stay away for ever, though it stays possible. */
function mustCome({ info }: Edge): boolean {
  return !info.isOptional;
}

/** The outcomes of one thing, such as a local transaction, are one choice: it is made at some time, whichever it is. */
export function fairnessClass({ id, step, mover }: StepInfo): string {
  return mover === 'outcome' && step.kind === 'choose' ? `outcome ${step.role} ${step.message.type}` : String(id);
}

/**
 * A way from the first member back to itself that is fair in itself: each class that is possible at its start is taken on
 * the way, or the way leads through a state where it is not possible, or where it may be another one of this name.
 */
function fairTrip(graph: Graph, members: ReadonlySet<number>): Loop {
  const entry = Math.min(...members);
  const trip: Edge[] = [];
  const here = (): number => trip.at(-1)?.next ?? entry;
  for (const name of classesAt(graph, entry)) {
    const stepAt = (state: number): StepInfo | null =>
      ownEdges(graph, state).find(({ info }) => fairnessClass(info) === name)?.info ?? null;
    const isDealtWith = (edge: Edge, from: number): boolean => {
      const step = stepAt(from);
      const isNamed = fairnessClass(edge.info) === name || stepAt(edge.next) === null || step === null;
      return isNamed || !carries(graph, from, edge, step);
    };
    const isOnTrip = trip.some((edge, index) => isDealtWith(edge, trip[index - 1]?.next ?? entry));
    if (!isOnTrip) trip.push(...wayInside(graph, members, here(), isDealtWith));
  }
  if (here() !== entry || trip.length === 0) {
    trip.push(...wayInside(graph, members, here(), ({ next }) => next === entry));
  }
  return { states: [entry, ...trip.map(({ next }) => next)] };
}

/** A shortest way from a member that ends in an edge of this kind. */
function wayInside(
  graph: Graph,
  members: ReadonlySet<number>,
  from: number,
  isGoal: (edge: Edge, from: number) => boolean,
): readonly Edge[] {
  const cameBy = new Map<number, Way>();
  const queue: { readonly state: number; readonly way: Way | null }[] = [{ state: from, way: null }];
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    for (const edge of endlessEdges(graph, place.state)) {
      if (!members.has(edge.next)) continue;
      const way: Way = { edge, before: place.way };
      if (isGoal(edge, place.state)) return waysEdges(way);
      if (edge.next === from || cameBy.has(edge.next)) continue;
      cameBy.set(edge.next, way);
      queue.push({ state: edge.next, way });
    }
  }
  throw new Error('Expected a way inside a strongly connected component.');
}

/** An edge and those before it. */
interface Way {
  readonly edge: Edge;
  readonly before: Way | null;
}

function waysEdges(last: Way): readonly Edge[] {
  const edges: Edge[] = [];
  for (let way: Way | null = last; way !== null; way = way.before) edges.unshift(way.edge);
  return edges;
}
