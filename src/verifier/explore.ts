/** Breadth-first exploration of everything that can happen within a bound, with the shortest run to whatever it finds. */
import { budgetSlot } from './budget.ts';
import { PlacesError } from './decisions.ts';
import type { Exploration, Judges, Run, Sought } from './exploration.ts';
import { findingOf } from './findings.ts';
import { searchLoop } from './loops.ts';
import type { Property } from './properties.ts';
import type { Progress, Reduction, Report } from './question.ts';
import { spaceOf, type Space } from './space.ts';
import { Walker } from './walker.ts';

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
    looked: 0,
    leavesLoops: null,
  };
  add(run, 0, -1);
  const { table } = walker;
  const isOver = (): boolean => {
    const knowsEnough =
      stopsEarly && judges.sought.length > 0 && judges.sought.every(({ foundAt }) => foundAt !== null);
    return knowsEnough || (run.next >= table.size ? !hasLoopsToFind(run) : boundOf(run) !== null);
  };
  return {
    advance: (states) => {
      for (let count = 0; count < states && !isOver(); count += 1) {
        if (run.next < table.size) expandNext(run);
        else lookForLoops(run);
      }
      return !isOver();
    },
    progress: () => ({ states: table.size, generated: run.generated, depth: run.depth }),
    report: () => reportOf(run),
    stop: () => {
      if (isOver()) return;
      if (run.next < table.size) run.wants ??= 'memory';
      else run.leavesLoops = 'memory';
    },
  };
}

/** Who has more faults left can do all that one with fewer can. Only where nothing is counted: a count is of all states. */
export const prefersMore = (reduction: Reduction): boolean => reduction === 'uncounted' || reduction === 'trusting';

const FIRST_STATES = 1 << 12;

/** As many as there are bits for the answers about one state. */
const PROPERTIES_MAX = 16;

function judgesOf(space: Space, { ledger, properties }: Exploration): Judges {
  if (properties.length > PROPERTIES_MAX) {
    throw new Error(`Expected at most ${PROPERTIES_MAX} properties; got ${properties.length}.`);
  }
  const sought = properties.map((property, index): Sought => ({
    property,
    bit: 1 << index,
    foundAt: null,
    run: null,
    loop: null,
  }));
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
    run.wants = wantIn(error);
    return;
  }
  if (!movesByItself) judge(run, state, (kind) => kind === 'settles');
}

/** What settles at the ends of all runs may still go round for ever. */
function toLoopIn({ judges: { sought } }: Run): Sought | undefined {
  return sought.find(({ property: { kind }, foundAt, loop }) => {
    return kind === 'settles' && foundAt === null && (loop === null || 'next' in loop);
  });
}

function hasLoopsToFind(run: Run): boolean {
  return run.wants === null && run.leavesLoops === null && toLoopIn(run) !== undefined;
}

function lookForLoops(run: Run): void {
  const sought = toLoopIn(run);
  if (sought === undefined) return;
  try {
    const isSettled = (state: number): boolean => ((run.answers[state] ?? 0) & sought.bit) !== 0;
    if (sought.loop === null || !('next' in sought.loop)) sought.loop = searchLoop(run.walker, isSettled);
    const { done, value } = sought.loop.next();
    if (done === true) sought.loop = { found: value };
    else run.looked = value;
  } catch (error) {
    run.leavesLoops = wantIn(error);
  }
}

/** What an exception says that there is no more of. */
function wantIn(error: unknown): 'memory' | 'places' {
  if (!(error instanceof RangeError)) throw error;
  return error instanceof PlacesError ? 'places' : 'memory';
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
  const isExplored = run.next >= states && run.wants === null;
  const isComplete = isExplored && toLoopIn(run) === undefined;
  return {
    states,
    generated: run.generated,
    depth: run.depth,
    reduction: run.exploration.reduction,
    complete: isComplete,
    stoppedBy: isExplored ? run.leavesLoops : boundOf(run),
    bytes: bytesOf(run),
    bytesPerState: Math.round(bytesOf(run) / states),
    leftOut: run.exploration.leftOut ?? [],
    alone: [],
    asking: null,
    ...(isExplored && hasLoopsToFind(run) ? { looked: run.looked } : {}),
    findings: run.judges.sought.map((item) => findingOf(run, item, isExplored)),
  };
}
