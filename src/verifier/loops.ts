/**
 * Runs that go round for ever without settling, under weak fairness: a step of the system (or the choice of an outcome)
 * that stays possible is taken at some time. Strongly connected components (Tarjan), then the fairness of each.
 */
import type { Step } from '../engine/step.ts';
import type { StepInfo } from './space.ts';
import type { Walker } from './walker.ts';

export interface Loop {
  /** A state on the loop. */
  readonly entry: number;
  /** From `entry` back to it. */
  readonly steps: readonly Step[];
}

/** A fair loop through states in which `isSettled` is false, or null. */
export function findLoop(walker: Walker, isSettled: () => boolean): Loop | null {
  const size = walker.table.size();
  const isUnsettled = new Uint8Array(size);
  for (let state = 0; state < size; state += 1) {
    walker.look(state);
    isUnsettled[state] = isSettled() ? 0 : 1;
  }
  for (const component of components(walker, isUnsettled)) {
    const members = new Set(component);
    if (isFair(walker, members)) return roundTrip(walker, members);
  }
  return null;
}

interface Edge {
  readonly info: StepInfo;
  readonly next: number;
}

/** Moves that come by themselves: of the system, and outcomes. Faults and people may stay away for ever. */
export function isOwnMove({ mover }: StepInfo): boolean {
  return mover === 'system' || mover === 'outcome';
}

function ownEdges(walker: Walker, state: number): readonly Edge[] {
  const edges: Edge[] = [];
  walker.expand(state, (info, next) => {
    if (isOwnMove(info)) edges.push({ info, next });
  });
  return edges;
}

interface Visit {
  readonly state: number;
  readonly targets: readonly number[];
  at: number;
}

/** The strongly connected components with more than one state, among the unsettled ones. Iterative, for deep graphs. */
function components(walker: Walker, isUnsettled: Uint8Array): readonly (readonly number[])[] {
  const size = walker.table.size();
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOnStack = new Uint8Array(size);
  const stack: number[] = [];
  const found: number[][] = [];
  let count = 0;
  const enter = (state: number): Visit => {
    order[state] = count;
    low[state] = count;
    count += 1;
    stack.push(state);
    isOnStack[state] = 1;
    const targets = ownEdges(walker, state)
      .map(({ next }) => next)
      .filter((next) => next !== state && isUnsettled[next] === 1);
    return { state, targets, at: 0 };
  };
  const lower = (state: number, value: number): void => {
    low[state] = Math.min(low[state] ?? 0, value);
  };
  const leave = (state: number): void => {
    if (low[state] !== order[state]) return;
    const component: number[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      isOnStack[member] = 0;
      component.push(member);
      if (member === state) break;
    }
    if (component.length > 1) found.push(component);
  };
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1 || isUnsettled[root] !== 1) continue;
    const visits: Visit[] = [enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.at];
      if (target === undefined) {
        visits.pop();
        leave(visit.state);
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent.state, low[visit.state] ?? 0);
        continue;
      }
      visit.at += 1;
      if (order[target] === -1) visits.push(enter(target));
      else if (isOnStack[target] === 1) lower(visit.state, order[target] ?? 0);
    }
  }
  return found;
}

/** Fair: no step stays possible in every state of the component without being taken inside it. */
function isFair(walker: Walker, members: ReadonlySet<number>): boolean {
  const takenInside = new Set<string>();
  const possible = [...members].map((state) => {
    const edges = ownEdges(walker, state);
    for (const { info, next } of edges) if (members.has(next)) takenInside.add(fairnessClass(info));
    return new Set(edges.map(({ info }) => fairnessClass(info)));
  });
  const [first = new Set<string>(), ...others] = possible;
  const always = [...first].filter((name) => others.every((names) => names.has(name)));
  return always.every((name) => takenInside.has(name));
}

/** Outcomes of one role are one choice: it is made at some time, whichever it is. */
function fairnessClass({ id, step, mover }: StepInfo): string {
  return mover === 'outcome' && step.kind === 'choose' ? `outcome ${step.role}` : String(id);
}

/** A shortest way from the first member back to itself, inside the component. */
function roundTrip(walker: Walker, members: ReadonlySet<number>): Loop {
  const entry = Math.min(...members);
  const cameBy = new Map<number, { readonly from: number; readonly step: Step }>();
  const queue = [entry];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const { info, next } of ownEdges(walker, state)) {
      if (next === state || !members.has(next)) continue;
      if (next === entry) return { entry, steps: [...stepsTo(cameBy, entry, state), info.step] };
      if (cameBy.has(next)) continue;
      cameBy.set(next, { from: state, step: info.step });
      queue.push(next);
    }
  }
  throw new Error('Expected a way round in a strongly connected component.');
}

function stepsTo(
  cameBy: ReadonlyMap<number, { readonly from: number; readonly step: Step }>,
  entry: number,
  state: number,
): readonly Step[] {
  const steps: Step[] = [];
  for (let at = state; at !== entry;) {
    const came = cameBy.get(at);
    if (came === undefined) throw new Error(`Expected state ${at} to have been reached.`);
    steps.unshift(came.step);
    at = came.from;
  }
  return steps;
}
