/**
 * The simulation of one protocol: events in their order, what comes from outside, and samples of what curves are drawn from.
 * Pure: the same scenario gives the same run to the last digit.
 */
import { advance } from './advance.ts';
import { openArrivals, type Arrivals } from './arrivals.ts';
import { beAgain, die } from './death.ts';
import { endStrand, newStrand, nextEvent, OUTSIDE, schedule } from './events.ts';
import { arrive, TIME_OUT, timeOut } from './orders.ts';
import { POOLS } from './instruction.ts';
import type { Plan } from './plan.ts';
import { letIn } from './pools.ts';
import { createSamples, sample, type Samples } from './samples.ts';
import { createRun, OUTCOME, type Run } from './state.ts';
import { comesDue, DEADLINES } from './watches.ts';
import { ordersOf, stopsAtEnd, type LoadScenario } from './settings.ts';

export interface Simulation {
  readonly run: Run;
  readonly samples: Samples;
  /** The state of pools when the load ended: what is used is counted until there. */
  readonly atEnd: { area: Float64Array } | null;
  /** Whether it was stopped with something still to do. */
  readonly isCutShort: boolean;
}

/** What the surroundings do, beside the beginning and the end of faults, which come after these. */
const ARRIVAL = OUTSIDE;
const END_OF_LOAD = OUTSIDE + 1;
const EDGES = OUTSIDE + 2;

/** Simulated longer than this after the load has ended, it counts as unfinished. */
const AFTERMATH_MS = 7_200_000;
/** More events than this per order, and some for the actors, and it is stopped: nothing hangs. */
const EVENTS_PER_ORDER = 500;
const EVENTS_MIN = 2_000_000;

interface Engine {
  readonly run: Run;
  readonly samples: Samples;
  readonly arrivals: Arrivals | null;
  readonly eventsMax: number;
  readonly expected: number;
  nextArrivalMs: number;
  comesNoMore: boolean;
  areaAtEnd: Float64Array | null;
}

/** Runs a plan to its end. */
export function simulate(plan: Plan, scenario: LoadScenario): Simulation {
  const { go, result } = simulation(plan, scenario);
  while (!go(Infinity));
  return result();
}

/** The same in portions of events: for progress. Call `go` until it says that it is done. */
export function simulation(plan: Plan, scenario: LoadScenario) {
  const engine = begin(plan, scenario);
  return {
    go: (events: number): boolean => advanceSome(engine, events),
    /** Between 0 and 1. */
    progress: (): number => Math.min(1, engine.run.now / Math.max(1, engine.run.endMs)),
    result: (): Simulation => finished(engine),
  };
}

function begin(plan: Plan, scenario: LoadScenario): Engine {
  const run = createRun(plan, scenario);
  const { choices, curve, faults, numbers } = scenario;
  const expected = ordersOf(curve);
  const arrivals =
    choices.arrivals === 'closed' ? null : openArrivals(curve, numbers.seed, choices.arrivals === 'even');
  const engine: Engine = {
    run,
    samples: createSamples(run),
    arrivals,
    eventsMax: EVENTS_MIN + EVENTS_PER_ORDER * expected,
    expected,
    nextArrivalMs: 0,
    comesNoMore: false,
    areaAtEnd: null,
  };
  schedule(run, run.endMs, END_OF_LOAD);
  faults.forEach((fault, index) => {
    if (fault.kind !== 'consumers-away' && fault.kind !== 'order-dies') return;
    schedule(run, fault.fromS * 1_000, EDGES + 2 * index);
    schedule(run, fault.toS * 1_000, EDGES + 2 * index + 1);
  });
  for (const entry of [plan.relay, plan.checker]) if (entry !== null) schedule(run, 0, newStrand(run, -1, entry));
  if (arrivals !== null) comes(engine);
  else for (let client = 0; client < numbers.clients; client += 1) schedule(run, 0, ARRIVAL);
  return engine;
}

function comes({ run, arrivals }: Engine): void {
  const atMs = arrivals?.next() ?? Infinity;
  if (atMs < Infinity) schedule(run, atMs, ARRIVAL);
}

/** True when there is nothing more to do. */
function advanceSome(engine: Engine, portion: number): boolean {
  const { run, samples } = engine;
  const isOverAtEnd = stopsAtEnd(run.scenario);
  for (let done = 0; done < portion; done += 1) {
    if (run.heapSize === 0 || run.events > engine.eventsMax) return true;
    const strand = nextEvent(run);
    if (run.now > run.endMs + AFTERMATH_MS) return true;
    if (run.now >= samples.nextMs) sample(run, samples);
    run.hash = Math.imul(run.hash ^ strand, 0x01000193) ^ (run.now * 4_096);
    if (strand >= OUTSIDE) outside(engine, strand);
    else happens(engine, strand);
    if (engine.areaAtEnd !== null && (isOverAtEnd || run.unfinished === 0)) return true;
  }
  return false;
}

function happens(engine: Engine, strand: number): void {
  const { run } = engine;
  const order = run.order[strand] ?? 0;
  const isWaitedFor = engine.arrivals === null && order >= 0 && run.outcome[order] === OUTCOME.none;
  if (run.pc[strand] === TIME_OUT) {
    timeOut(run, order, run.attempt[strand] ?? 0);
    endStrand(run, strand);
  } else advance(run, strand);
  // Where arrivals are closed, the buyer who has an answer comes again.
  if (isWaitedFor && run.outcome[order] !== OUTCOME.none) schedule(run, run.now, ARRIVAL);
}

function outside(engine: Engine, event: number): void {
  const { run } = engine;
  if (event >= DEADLINES) return comesDue(run, event - DEADLINES);
  if (event === ARRIVAL) {
    if (engine.arrivals === null && (run.orders >= engine.expected || engine.areaAtEnd !== null)) return;
    arrive(run);
    comes(engine);
  } else if (event === END_OF_LOAD) engine.areaAtEnd = areaNow(run);
  else edge(engine, event - EDGES);
}

function areaNow({ places, now }: Run): Float64Array {
  return places.area.map((area, place) => {
    const inUse = (places.capacity[place] ?? 0) - (places.free[place] ?? 0);
    return area + inUse * (now - (places.since[place] ?? 0));
  });
}

/** The consumers go, or come back; the order service dies, or is started again. */
function edge({ run, arrivals }: Engine, which: number): void {
  const ends = which % 2 === 1;
  if (run.scenario.faults[which >> 1]?.kind === 'order-dies') {
    if (ends) return beAgain(run);
    // Where arrivals are closed, the buyer who hears that it failed comes again.
    return die(run, () => {
      if (arrivals === null) schedule(run, run.now, ARRIVAL);
    });
  }
  const consumers = run.firstOf[POOLS.indexOf('consumers')] ?? 0;
  run.places.closed[consumers] = ends ? 0 : 1;
  if (ends) letIn(run, consumers);
}

function finished({ run, samples, areaAtEnd }: Engine): Simulation {
  return { run, samples, atEnd: areaAtEnd === null ? null : { area: areaAtEnd }, isCutShort: run.unfinished > 0 };
}
