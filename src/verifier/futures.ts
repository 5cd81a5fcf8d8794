/**
 * How a run can go on from each of its moments when nothing more goes wrong: what is down may restart, orders that the run
 * still begins may begin, and there are no further faults or persons. Whole worlds, nothing forgotten.
 */
import { playToRest } from '../engine/autoplay.ts';
import { keyOf } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import { extend, stepsOf, truncate, type Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import { budgetSlot } from './budget.ts';
import { components, isFair, isOwnMove, type Graph } from './loops.ts';
import { EVERYTHING, spaceOf, type StepInfo } from './space.ts';
import { Walker, type Edge } from './walker.ts';

/** Bits of questions, for everything that may follow on a state. */
export interface Outlook {
  /** Some fair run from there ends well. */
  readonly well: number;
  /** Some fair run from there ends badly. */
  readonly badly: number;
  /** There is more to come than was looked at. */
  readonly isOpen: boolean;
}

export interface Futures {
  readonly states: number;
  /** What may follow on each moment of the run, the start first. */
  readonly outlooks: readonly Outlook[];
  /** The steps that come by themselves at a moment and change something, each with what may follow on it. */
  readonly ways: (moment: number) => readonly Way[];
  /** A shortest way from this step of a moment to an end that is good for all of these questions; empty where none is known. */
  readonly wayTo: (moment: number, first: Step, bits: number) => readonly Step[];
}

export interface Way {
  readonly step: Step;
  readonly outlook: Outlook;
}

export interface Asked {
  /** A bit for each question to which a world is a good answer. */
  readonly goodIn: (world: World) => number;
  /** All bits. */
  readonly questions: number;
  /** No more states than this are looked at. */
  readonly statesMax: number;
}

export function futuresOf(timeline: Timeline, { goodIn, questions, statesMax }: Asked): Futures {
  const found = exploredFrom(timeline, statesMax);
  const { moments, graph, walker } = found;
  const good = Uint8Array.from({ length: graph.size }, (_, state) => {
    walker.look(state);
    return goodIn(walker.space.world());
  });
  const ends = endsOf(graph, good, questions);
  const outlooks = backwards(graph, ends);
  const at = (state: number): Outlook => outlooks[state] ?? OPEN;
  return {
    states: graph.size,
    outlooks: moments.map(at),
    ways: (moment) => {
      const state = moments[moment] ?? 0;
      const own = graph.edges(state).filter(({ info, next }) => isOwnMove(info) && next !== state);
      return own.map(({ info, next }) => ({ step: info.step, outlook: at(next) }));
    },
    wayTo: (moment, first, bits) => {
      const edge = graph.edges(moments[moment] ?? 0).find(({ info }) => keyOf(info.step) === keyOf(first));
      return edge === undefined ? [] : shortestWay(graph, ends, edge.next, bits);
    },
  };
}

const OPEN: Outlook = { well: 0, badly: 0, isOpen: true };

interface Found {
  readonly walker: Walker;
  readonly graph: Graph;
  /** The state of each moment of the run. */
  readonly moments: readonly number[];
}

/** Everything that can follow on the moments of a run, those at its end first, as far as the bound allows. */
function exploredFrom(timeline: Timeline, statesMax: number): Found {
  const orders = ordersBegun(timeline);
  const budgets = budgetSlot({ crash: 0, drop: 0, duplicate: 0 }, orders.at(-1) ?? 0);
  const walker = new Walker(spaceOf(timeline.engine, EVERYTHING), budgets);
  const spent = (count: number): number => (count === 0 ? 0 : budgets.spend(spent(count - 1), 'order'));
  const moments = timeline.frames.map(({ world }, index) => walker.enter(world, spent(orders[index] ?? 0)));
  const edges: (readonly Edge[])[] = [];
  const edgesOf = (state: number): readonly Edge[] => (edges[state] ??= walker.edges(state));
  // What comes when nobody interferes is looked at in any case: it ends soon.
  for (const [index, state] of moments.entries()) {
    let at = state;
    for (const step of undisturbed(truncate(timeline, index))) {
      const edge = edgesOf(at).find(({ info }) => keyOf(info.step) === keyOf(step));
      if (edge === undefined) break;
      at = edge.next;
    }
    edgesOf(at);
    for (const { info } of edgesOf(state).filter((edge) => isOwnMove(edge.info))) lookAhead(edgesOf, state, info);
  }
  const seen = new Set<number>();
  for (const state of moments.toReversed()) {
    const queue = seen.has(state) ? [] : [state];
    seen.add(state);
    for (let index = 0; index < queue.length && walker.table.size < statesMax; index += 1) {
      for (const { next } of edgesOf(queue[index] ?? 0)) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return {
    walker,
    moments,
    graph: {
      size: walker.table.size,
      edges: (state) => edges[state] ?? [],
      isKnown: (state) => edges[state] !== undefined,
    },
  };
}

const TRAIL_MAX = 200;

/** Looks at what follows where one step comes as late as it can: others overtake it, as when a message is slow. */
function lookAhead(edgesOf: (state: number) => readonly Edge[], from: number, late: StepInfo): void {
  const seen = new Set([from]);
  let at = from;
  for (let count = 0; count < TRAIL_MAX; count += 1) {
    const edges = edgesOf(at).filter(({ info, next }) => isOwnMove(info) && !seen.has(next));
    const haste = ({ info }: Edge): number => (info === late ? HASTE.length : HASTE.indexOf(info.step.kind));
    const [soonest] = edges.toSorted((one, other) => haste(one) - haste(other));
    if (soonest === undefined) return;
    at = soonest.next;
    seen.add(at);
  }
}

/** Of two steps, which comes first in such a run. */
const HASTE: readonly Step['kind'][] = ['restart', 'deliver', 'choose', 'fire'];

/** How many orders have begun at each moment. */
function ordersBegun({ engine, frames }: Timeline): readonly number[] {
  let count = 0;
  return frames.map(({ step }, index) => {
    const before = frames[index - 1]?.world;
    if (step !== null && before !== undefined && isOrder(engine, before, step)) count += 1;
    return count;
  });
}

function isOrder(engine: Engine, world: World, step: Step): boolean {
  if (step.kind !== 'choose') return false;
  return engine.explored(world).some((choice) => {
    const { role, message } = choice;
    return choice.class === 'order' && role === step.role && keyOf(message) === keyOf(step.message);
  });
}

const REST_MAX = 500;

/** The steps that follow when what is down restarts and nobody interferes. */
export function undisturbed(timeline: Timeline): readonly Step[] {
  const { crashed } = timeline.frames.at(-1)?.world ?? { crashed: [] };
  const restarted = crashed.reduce((before, process) => {
    const extended = extend(before, { kind: 'restart', process });
    return extended.ok ? extended.timeline : before;
  }, timeline);
  const taken = timeline.frames.length - 1;
  return stepsOf(playToRest(restarted, taken + REST_MAX)).slice(taken);
}

/** Where fair runs can stay for ever: for which questions that is well, and for which it is not; null where none can. */
type Ends = readonly (Pick<Outlook, 'well' | 'badly'> | null)[];

function endsOf(graph: Graph, good: Uint8Array, questions: number): Ends {
  const ends: (Pick<Outlook, 'well' | 'badly'> | null)[] = Array.from({ length: graph.size }, () => null);
  const known = Uint8Array.from({ length: graph.size }, (_, state) => (graph.isKnown(state) ? 1 : 0));
  const alone = Array.from(known.keys())
    .filter((state) => known[state] === 1)
    .map((state) => [state]);
  for (const component of [...alone, ...components(graph, known)]) {
    if (!isFair(graph, new Set(component))) continue;
    // A run that stays can choose among the states of a loop where to be; what it may show, it is said to show.
    const well = component.reduce((bits, state) => bits | (good[state] ?? 0), 0);
    const badly = component.reduce((bits, state) => bits | (questions & ~(good[state] ?? 0)), 0);
    for (const state of component) {
      const before = ends[state] ?? { well: 0, badly: 0 };
      ends[state] = { well: before.well | well, badly: before.badly | badly };
    }
  }
  return ends;
}

/** What may follow on each state: what follows on those to which a step leads, until nothing new is learned. */
function backwards(graph: Graph, ends: Ends): readonly Outlook[] {
  const outlooks = ends.map((end, state): { well: number; badly: number; isOpen: boolean } => {
    return { well: end?.well ?? 0, badly: end?.badly ?? 0, isOpen: !graph.isKnown(state) };
  });
  const sources: number[][] = ends.map(() => []);
  for (const state of ends.keys()) for (const { next } of graph.edges(state)) sources[next]?.push(state);
  const queue = [...ends.keys()];
  for (let index = 0; index < queue.length; index += 1) {
    const state = queue[index] ?? 0;
    const after = outlooks[state];
    if (after === undefined) continue;
    for (const source of sources[state] ?? []) {
      const outlook = outlooks[source];
      if (outlook === undefined) continue;
      const well = outlook.well | after.well;
      const badly = outlook.badly | after.badly;
      const isOpen = outlook.isOpen || after.isOpen;
      if (well === outlook.well && badly === outlook.badly && isOpen === outlook.isOpen) continue;
      Object.assign(outlook, { well, badly, isOpen });
      queue.push(source);
    }
  }
  return outlooks;
}

function shortestWay(graph: Graph, ends: Ends, from: number, bits: number): readonly Step[] {
  const cameBy = new Map<number, readonly Step[]>([[from, []]]);
  for (const [state, way] of cameBy) {
    const end = ends[state] ?? null;
    if (end !== null && (end.well & bits) === bits && (end.badly & bits) === 0) return way;
    for (const { info, next } of graph.edges(state)) {
      if (isOwnMove(info) && !cameBy.has(next)) cameBy.set(next, [...way, info.step]);
    }
  }
  return [];
}
