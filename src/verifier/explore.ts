/** Breadth-first exploration of everything that can happen within a bound, with the shortest run to whatever it finds. */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import { budgetSlot, type BudgetSlot } from './budget.ts';
import { PlacesError } from './decisions.ts';
import { liftedRun, type Lifted } from './lift.ts';
import { findLoop } from './loops.ts';
import type { Property } from './properties.ts';
import type { FaultBudget, Finding, MishapBudget, Progress, Reduction, Report } from './question.ts';
import { spaceOf, type Kept, type Space } from './space.ts';
import { Walker } from './walker.ts';

export interface Exploration {
  readonly engine: Engine;
  readonly ledger: (world: World) => readonly LedgerLine[];
  readonly properties: readonly Property[];
  readonly faults: FaultBudget;
  readonly mishaps?: MishapBudget;
  /** The kinds without a budget, to be named in the report. */
  readonly leftOut?: readonly string[];
  readonly orders: number;
  readonly reduction: Reduction;
  /** What that leaves of worlds. */
  readonly kept: Kept;
  readonly statesMax: number;
  readonly depthMax?: number;
  readonly bytesMax?: number;
  readonly stopsEarly: boolean;
}

/** A search in portions, so that whoever runs it can breathe, report and cancel in between. */
export interface Search {
  /** Expands up to this many states; true while there is more to do. */
  readonly advance: (states: number) => boolean;
  readonly progress: () => Progress;
  /** What is known now. */
  readonly report: () => Report;
  /** There is no more memory: nothing more is explored, and what is open stays so. */
  readonly stop: () => void;
}

export function explore(exploration: Exploration): Search {
  const { engine, faults, mishaps, orders, kept, reduction, stopsEarly } = exploration;
  const budgets = budgetSlot(faults, orders, mishaps);
  const space = spaceOf(engine, kept, budgets.isAsked);
  const walker = new Walker(space, budgets, prefersMore(reduction));
  const judges = judgesOf(space, exploration);
  const run: Run = {
    exploration,
    budgets,
    walker,
    judges,
    parents: new Int32Array(FIRST_STATES),
    answers: new Uint16Array(judges.sought.length > 0 ? FIRST_STATES : 0),
    next: 0,
    generated: 1,
    levelEnd: 1,
    depth: 1,
    wants: null,
  };
  add(run, 0, -1);
  const { table } = walker;
  const isOver = (): boolean => {
    const knowsEnough =
      stopsEarly && judges.sought.length > 0 && judges.sought.every(({ foundAt }) => foundAt !== null);
    return knowsEnough || run.next >= table.size || boundOf(run) !== null;
  };
  return {
    advance: (states) => {
      for (let count = 0; count < states && !isOver(); count += 1) expandNext(run);
      return !isOver();
    },
    progress: () => ({ states: table.size, generated: run.generated, depth: run.depth }),
    report: () => reportOf(run),
    stop: () => {
      if (run.next < table.size) run.wants ??= 'memory';
    },
  };
}

/** Who has more faults left can do all that one with fewer can. Only where nothing is counted: a count is of all states. */
export const prefersMore = (reduction: Reduction): boolean => reduction === 'uncounted' || reduction === 'trusting';

const FIRST_STATES = 1 << 12;

/** A property, the bit of its answer, and the first state that decides it. */
interface Sought {
  readonly property: Property;
  readonly bit: number;
  foundAt: number | null;
  /** The run to there, once it was asked for; `none` where the model has none. */
  run: readonly Step[] | 'none' | null;
}

interface Judges {
  readonly sought: readonly Sought[];
  /** The answers of all tests about the state in the view, a bit for each. */
  readonly answers: () => number;
}

interface Run {
  readonly exploration: Exploration;
  readonly budgets: BudgetSlot;
  readonly walker: Walker;
  readonly judges: Judges;
  /** The state from which each state was first reached. */
  parents: Int32Array;
  /** What the tests say of each state; empty where nothing is asked. */
  answers: Uint16Array;
  /** The next state to expand; states are numbered in the order in which they were found. */
  next: number;
  generated: number;
  levelEnd: number;
  depth: number;
  /** What there is no more of, so that it cannot go on. */
  wants: 'memory' | 'places' | null;
}

/** As many as there are bits for the answers about one state. */
const PROPERTIES_MAX = 16;

function judgesOf(space: Space, { ledger, properties }: Exploration): Judges {
  if (properties.length > PROPERTIES_MAX) {
    throw new Error(`Expected at most ${PROPERTIES_MAX} properties; got ${properties.length}.`);
  }
  const sought = properties.map((property, index): Sought => ({ property, bit: 1 << index, foundAt: null, run: null }));
  const ofLedger = space.ask((world) => {
    const lines = ledger(world);
    return sought.reduce(
      (bits, { property, bit }) => (property.looksAt === 'ledger' && property.test(lines) ? bits | bit : bits),
      0,
    );
  });
  const ofWorld = sought.flatMap(({ property, bit }) => {
    return property.looksAt === 'world' ? [space.ask((world) => (property.test(world) ? bit : 0))] : [];
  });
  return { sought, answers: () => ofWorld.reduce((bits, answer) => bits | answer(), ofLedger()) };
}

function expandNext(run: Run): void {
  const { walker } = run;
  if (run.next === run.levelEnd) {
    run.levelEnd = walker.table.size;
    run.depth += 1;
  }
  const state = run.next;
  run.next += 1;
  let movesByItself = false;
  try {
    const count = walker.expand(state);
    run.generated += count;
    for (let index = 0; index < count; index += 1) {
      const found = walker.targets[index] ?? 0;
      if (found < 0) add(run, -1 - found, state);
      const id = walker.steps[index] ?? 0;
      // What the model counts moves on there, though here it leads back.
      movesByItself ||= walker.space.isOwn[id] === true && (found !== state || walker.space.isCounted(id));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    run.wants = error instanceof PlacesError ? 'places' : 'memory';
    return;
  }
  if (!movesByItself) judge(run, state, (kind) => kind === 'settles');
}

function add(run: Run, state: number, parent: number): void {
  if (state >= run.parents.length) run.parents = doubled(run.parents, new Int32Array(state * 2));
  run.parents[state] = parent;
  if (run.judges.sought.length === 0) return;
  if (state >= run.answers.length) run.answers = doubled(run.answers, new Uint16Array(state * 2));
  run.walker.look(state);
  run.answers[state] = run.judges.answers();
  judge(run, state, (kind) => kind !== 'settles');
}

function doubled<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, more: Numbers): Numbers {
  more.set(numbers);
  return more;
}

function judge(
  { judges: { sought }, answers }: Run,
  state: number,
  isMeant: (kind: Property['kind']) => boolean,
): void {
  const given = answers[state] ?? 0;
  for (const item of sought) {
    const { kind } = item.property;
    const isTrue = (given & item.bit) !== 0;
    if (item.foundAt === null && isTrue === (kind === 'sometimes') && isMeant(kind)) item.foundAt = state;
  }
}

/** The bound that the search has reached. */
function boundOf(run: Run): Report['stoppedBy'] {
  const { exploration, walker } = run;
  const { statesMax, depthMax = Infinity, bytesMax = Infinity } = exploration;
  if (run.wants !== null) return run.wants;
  if (bytesOf(run) >= bytesMax) return 'memory';
  if (walker.table.size > statesMax) return 'states';
  return run.next === run.levelEnd && run.depth >= depthMax ? 'depth' : null;
}

function bytesOf({ walker, parents, answers }: Run): number {
  return walker.table.bytes + walker.space.bytes() + parents.byteLength + answers.byteLength;
}

function reportOf(run: Run): Report {
  const states = run.walker.table.size;
  const isComplete = run.next >= states && run.wants === null;
  return {
    states,
    generated: run.generated,
    depth: run.depth,
    reduction: run.exploration.reduction,
    complete: isComplete,
    stoppedBy: isComplete ? null : boundOf(run),
    bytes: bytesOf(run),
    bytesPerState: Math.round(bytesOf(run) / states),
    leftOut: run.exploration.leftOut ?? [],
    alone: [],
    asking: null,
    findings: run.judges.sought.map((item) => findingOf(run, item, isComplete)),
  };
}

function findingOf(run: Run, sought: Sought, isComplete: boolean): Finding {
  const { property, bit, foundAt } = sought;
  const { id, kind } = property;
  const nothing = { id, kind, run: null, loopsFrom: null, reduction: run.exploration.reduction };
  if (foundAt !== null) {
    const lifted = sought.run ?? runAlong(run, pathTo(run, foundAt), property)?.steps ?? 'none';
    sought.run = lifted;
    if (lifted === 'none') return { ...nothing, verdict: 'unknown' };
    return { ...nothing, verdict: kind === 'sometimes' ? 'holds' : 'violated', run: lifted };
  }
  if (!isComplete) return { ...nothing, verdict: 'unknown' };
  const isSettled = (state: number): boolean => ((run.answers[state] ?? 0) & bit) !== 0;
  const loop = kind === 'settles' ? findLoop(run.walker, isSettled) : null;
  if (loop !== null) {
    const prefix = pathTo(run, loop.states[0] ?? 0);
    const lifted = runAlong(run, [...prefix, ...loop.states.slice(1)], property, prefix.length - 1);
    if (lifted === null) return { ...nothing, verdict: 'unknown' };
    const { steps, lengths } = lifted;
    return { ...nothing, verdict: 'violated', run: steps, loopsFrom: lengths[prefix.length - 1] ?? 0 };
  }
  return { ...nothing, verdict: kind === 'sometimes' ? 'violated' : 'holds' };
}

/** The states through which a state was first reached: on a shortest path. */
function pathTo({ parents }: Run, state: number): readonly number[] {
  const path: number[] = [];
  for (let at = state; at > 0; at = parents[at] ?? 0) path.push(at);
  path.push(0);
  return path.toReversed();
}

/** A run along a path, to a world that decides the property; null where the model has none. */
function runAlong(
  { exploration, walker, budgets }: Run,
  path: readonly number[],
  property: Property,
  roundFrom?: number,
): Lifted | null {
  const { engine, ledger } = exploration;
  const isDecisive = (world: World): boolean => {
    const isTrue = property.looksAt === 'ledger' ? property.test(ledger(world)) : property.test(world);
    return isTrue === (property.kind === 'sometimes');
  };
  const wanted = { isShown: isDecisive, ...(roundFrom === undefined ? {} : { roundFrom }) };
  return liftedRun({ engine, walker, budgets }, path, wanted);
}
