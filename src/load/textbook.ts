/** One pool alone, as textbooks have it: simulated by the same simulator, beside its closed form and an exact recursion. */
import { openArrivals } from './arrivals.ts';
import { DRAW } from './draws.ts';
import type { Plan } from './plan.ts';
import { workMs } from './pools.ts';
import { simulate } from './simulate.ts';
import { FATE, type Run } from './state.ts';
import { INITIAL_CHOICES, INITIAL_NUMBERS, steady, type LoadScenario } from './settings.ts';

export const MODELS = ['mm1', 'md1', 'mmc', 'mm1k', 'dd1'] as const;
export type ModelId = (typeof MODELS)[number];

export interface Textbook {
  readonly model: ModelId;
  /** Per second. */
  readonly lambda: number;
  readonly mu: number;
  readonly servers: number;
  /** Places in all, of `mm1k`. */
  readonly places: number;
  readonly orders: number;
  readonly seed: number;
}

export interface Check {
  readonly model: ModelId;
  /** Mean time in the system. */
  readonly closedFormMs: number;
  readonly simulatedMs: number;
  /** Of the mean of so many orders. */
  readonly standardDeviationMs: number;
  /** The greatest difference of one order's time between the simulation and the recursion. */
  readonly exactRecursionDifferenceMs: number;
  /** Share of orders that found no place, of `mm1k`. */
  readonly refused: number;
  readonly refusedByClosedForm: number;
}

/** Work, the books, the end. Where places are few, whoever finds none is told so. */
const CODE: Plan['code'] = [
  { do: 'branch', on: 'full', to: 6 },
  { do: 'serve', pool: 'threads', ms: 0, draw: DRAW.order },
  { do: 'mark', mark: 'committed' },
  { do: 'mark', mark: 'points' },
  { do: 'mark', mark: 'answered' },
  { do: 'end' },
  { do: 'mark', mark: 'failed' },
  { do: 'end' },
];

function textbookRun({ model, lambda, mu, servers, places, orders, seed }: Textbook): Run {
  const isFixed = model === 'md1' || model === 'dd1';
  const count = serversOf(model, servers);
  const scenario: LoadScenario = {
    compared: ['call'],
    curve: steady(lambda, orders / lambda),
    numbers: {
      ...INITIAL_NUMBERS,
      threads: count,
      'waiting-max': model === 'mm1k' ? places - 1 : Number.MAX_SAFE_INTEGER,
      seed,
    },
    choices: {
      ...INITIAL_CHOICES,
      arrivals: model === 'dd1' ? 'even' : 'poisson',
      work: isFixed ? 'fixed' : 'exponential',
    },
    faults: [],
  };
  const code = CODE.map((instruction) =>
    instruction.do === 'serve' ? { ...instruction, ms: 1_000 / mu } : instruction,
  );
  return simulate(
    {
      code,
      relay: null,
      checker: null,
      asked: null,
      death: null,
      dogs: [],
      sentAgain: -1,
      joins: 0,
      isAsynchronous: false,
    },
    scenario,
  ).run;
}

export function check(textbook: Textbook): Check {
  const run = textbookRun(textbook);
  const times = timesOf(run);
  const served = times.filter((ms) => !Number.isNaN(ms));
  return {
    model: textbook.model,
    closedFormMs: closedFormMs(textbook),
    simulatedMs: meanOf(served),
    standardDeviationMs: standardDeviationMs(textbook, served),
    exactRecursionDifferenceMs: recursionDifference(textbook, run, times),
    refused: 1 - served.length / Math.max(1, run.orders),
    refusedByClosedForm: textbook.model === 'mm1k' ? refusedShare(textbook) : 0,
  };
}

function serversOf(model: ModelId, servers: number): number {
  return model === 'mmc' ? servers : 1;
}

/** Time in the system by order; NaN for those that were refused. */
function timesOf({ orders, arrivedMs, outcomeMs, fate }: Run): Float64Array {
  return Float64Array.from({ length: orders }, (_, order) =>
    fate[order] === FATE.points ? (outcomeMs[order] ?? NaN) - (arrivedMs[order] ?? 0) : NaN,
  );
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function closedFormMs(textbook: Textbook): number {
  const { model, lambda, mu, servers } = textbook;
  const load = lambda / (mu * serversOf(model, servers));
  const serviceMs = 1_000 / mu;
  if (load >= 1 && model !== 'mm1k') return Infinity;
  switch (model) {
    case 'mm1':
      return serviceMs / (1 - load);
    case 'md1':
      return serviceMs + (load * serviceMs) / (2 * (1 - load));
    case 'mmc':
      return serviceMs + (erlangC(servers, lambda / mu) * serviceMs) / (servers * (1 - load));
    case 'mm1k':
      return boundedMs(textbook);
    case 'dd1':
      return serviceMs;
  }
}

/** The probability that whoever comes has to wait. */
export function erlangC(servers: number, offered: number): number {
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (offered * blocked) / (count + offered * blocked);
  return blocked / (1 - (offered / servers) * (1 - blocked));
}

/** The probabilities of 0 … K in the system. */
function occupancy({ lambda, mu, places }: Textbook): readonly number[] {
  const weights = [1];
  for (let count = 1; count <= places; count += 1) weights.push(((weights.at(-1) ?? 0) * lambda) / mu);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function refusedShare(textbook: Textbook): number {
  return occupancy(textbook).at(-1) ?? 0;
}

function boundedMs(textbook: Textbook): number {
  const inside = occupancy(textbook).reduce((sum, share, count) => sum + share * count, 0);
  return (inside / (textbook.lambda * (1 - refusedShare(textbook)))) * 1_000;
}

const BATCHES = 20;

/** For M/M/1 the classical formula for the mean wait (Whitt 1989) with the work's own part; else from batches. */
function standardDeviationMs(textbook: Textbook, served: Float64Array): number {
  const { model, lambda, mu } = textbook;
  const load = lambda / mu;
  if (model === 'mm1' && load < 1) {
    const waitMs = closedFormMs(textbook) - 1_000 / mu;
    const relative =
      Math.sqrt((2 + 5 * load - 4 * load * load + load * load * load) / (load * served.length)) / (1 - load);
    return Math.sqrt((relative * waitMs) ** 2 + (1_000 / mu) ** 2 / served.length);
  }
  const size = Math.floor(served.length / BATCHES);
  const means = Array.from({ length: BATCHES }, (_, batch) =>
    meanOf(served.subarray(batch * size, (batch + 1) * size)),
  );
  const mean = means.reduce((sum, value) => sum + value, 0) / BATCHES;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (BATCHES - 1);
  return Math.sqrt(variance / BATCHES);
}

/** Lindley for one server, Kiefer–Wolfowitz for more, on the same draws; with few places, who finds them taken leaves. */
function recursionDifference(textbook: Textbook, run: Run, times: Float64Array): number {
  const { model, mu, places, seed } = textbook;
  const free = Array.from({ length: serversOf(model, textbook.servers) }, () => 0);
  const arrivals = openArrivals(run.scenario.curve, seed, model === 'dd1');
  const leaving: number[] = [];
  let most = 0;
  for (let order = 0; order < run.orders; order += 1) {
    const atMs = arrivals.next();
    while (leaving.length > 0 && (leaving[0] ?? 0) <= atMs) leaving.shift();
    const isRefused = model === 'mm1k' && leaving.length >= places;
    if (isRefused !== Number.isNaN(times[order])) return Infinity;
    if (isRefused) continue;
    const begins = Math.max(atMs, free[0] ?? 0);
    const ends = begins + workMs(run, DRAW.order, order, 1_000 / mu);
    free[0] = ends;
    if (free.length > 1) free.sort((left, right) => left - right);
    if (model === 'mm1k') leaving.push(ends);
    most = Math.max(most, Math.abs(ends - atMs - (times[order] ?? 0)));
  }
  return most;
}
