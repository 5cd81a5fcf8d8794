/** Breadth-first exploration of everything that can happen within a bound, with the shortest run to whatever it finds. */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import { budgetSlot } from './budget.ts';
import { findLoop, isOwnMove } from './loops.ts';
import type { Property } from './properties.ts';
import type { FaultBudget, Finding, Progress, Report } from './question.ts';
import { spaceOf, type Space } from './space.ts';
import { walkerOf, type Walker } from './walker.ts';

export interface Exploration {
  readonly engine: Engine;
  readonly ledger: (world: World) => readonly LedgerLine[];
  readonly properties: readonly Property[];
  readonly faults: FaultBudget;
  readonly orders: number;
  readonly statesMax: number;
  readonly stopsEarly: boolean;
}

/** A search in portions, so that whoever runs it can breathe, report and cancel in between. */
export interface Search {
  /** Expands up to this many states; true while there is more to do. */
  readonly advance: (states: number) => boolean;
  readonly progress: () => Progress;
  /** What is known now. */
  readonly report: () => Report;
}

export function explore(exploration: Exploration): Search {
  const space = spaceOf(exploration.engine);
  const walker = walkerOf(space, budgetSlot(exploration.faults, exploration.orders));
  const run: Run = {
    walker,
    sought: soughtIn(space, exploration),
    parents: new Int32Array(FIRST_PARENTS),
    next: 0,
    generated: 1,
    levelEnd: 1,
    depth: 1,
  };
  add(run, 0, -1);
  const size = walker.table.size;
  const isOver = (): boolean => {
    const knowsEnough =
      exploration.stopsEarly && run.sought.length > 0 && run.sought.every(({ foundAt }) => foundAt !== null);
    return knowsEnough || run.next >= size() || size() >= exploration.statesMax;
  };
  return {
    advance: (states) => {
      for (let count = 0; count < states && !isOver(); count += 1) expandNext(run);
      return !isOver();
    },
    progress: () => ({ states: size(), generated: run.generated, depth: run.depth }),
    report: () => reportOf(run),
  };
}

const FIRST_PARENTS = 1 << 12;

/** A property and the first state that decides it. */
interface Sought {
  readonly property: Property;
  readonly test: () => boolean;
  foundAt: number | null;
}

interface Run {
  readonly walker: Walker;
  readonly sought: readonly Sought[];
  /** The state from which each state was first reached. */
  parents: Int32Array;
  /** The next state to expand; states are numbered in the order in which they were found. */
  next: number;
  generated: number;
  levelEnd: number;
  depth: number;
}

function soughtIn(space: Space, { ledger, properties }: Exploration): readonly Sought[] {
  const lines = space.ask(ledger);
  return properties.map((property): Sought => {
    const test = property.looksAt === 'world' ? space.ask(property.test) : () => property.test(lines());
    return { property, test, foundAt: null };
  });
}

function expandNext(run: Run): void {
  const { walker } = run;
  if (run.next === run.levelEnd) {
    run.levelEnd = walker.table.size();
    run.depth += 1;
  }
  const state = run.next;
  run.next += 1;
  let movesByItself = false;
  walker.expand(state, (info, found) => {
    run.generated += 1;
    if (found < 0) add(run, -1 - found, state);
    if (found !== state && isOwnMove(info)) movesByItself = true;
  });
  if (!movesByItself) judge(run, state, (kind) => kind === 'settles');
}

function add(run: Run, state: number, parent: number): void {
  if (state >= run.parents.length) {
    const more = new Int32Array(run.parents.length * 2);
    more.set(run.parents);
    run.parents = more;
  }
  run.parents[state] = parent;
  judge(run, state, (kind) => kind !== 'settles');
}

function judge({ walker, sought }: Run, state: number, isMeant: (kind: Property['kind']) => boolean): void {
  walker.look(state);
  for (const item of sought) {
    const { kind } = item.property;
    if (item.foundAt === null && isMeant(kind) && item.test() === (kind === 'sometimes')) item.foundAt = state;
  }
}

function reportOf(run: Run): Report {
  const states = run.walker.table.size();
  const complete = run.next >= states;
  const bytes = run.walker.table.bytes() + run.parents.byteLength;
  return {
    states,
    generated: run.generated,
    depth: run.depth,
    complete,
    bytesPerState: Math.round(bytes / states),
    findings: run.sought.map((item) => findingOf(run, item, complete)),
  };
}

function findingOf(run: Run, { property: { id, kind }, test, foundAt }: Sought, isComplete: boolean): Finding {
  const nothing = { id, kind, run: null, loopsFrom: null };
  if (foundAt !== null) {
    return { ...nothing, verdict: kind === 'sometimes' ? 'holds' : 'violated', run: stepsTo(run, foundAt) };
  }
  if (!isComplete) return { ...nothing, verdict: 'unknown' };
  const loop = kind === 'settles' ? findLoop(run.walker, test) : null;
  if (loop !== null) {
    const prefix = stepsTo(run, loop.entry);
    return { ...nothing, verdict: 'violated', run: [...prefix, ...loop.steps], loopsFrom: prefix.length };
  }
  return { ...nothing, verdict: kind === 'sometimes' ? 'violated' : 'holds' };
}

/** The run that first reached a state: a shortest one. */
function stepsTo({ walker, parents }: Run, state: number): readonly Step[] {
  const path: number[] = [];
  for (let at = state; at > 0; at = parents[at] ?? 0) path.push(at);
  path.push(0);
  path.reverse();
  return path.slice(1).map((to, index) => stepBetween(walker, path[index] ?? 0, to));
}

/** Some step that leads from one state to the other. */
function stepBetween(walker: Walker, from: number, to: number): Step {
  const found: Step[] = [];
  walker.expand(from, (info, next) => {
    if (next === to) found.push(info.step);
  });
  const [step] = found;
  if (step === undefined) throw new Error(`Expected a step from state ${from} to state ${to}.`);
  return step;
}
