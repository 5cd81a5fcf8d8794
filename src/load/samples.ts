/** What is looked at again and again while a simulation runs: who waits where, and how old the oldest message is. */
import { POOLS } from './instruction.ts';
import { FATE, type Run } from './state.ts';

/** More than this are not drawn; then every second one is forgotten. */
const SAMPLES_MAX = 600;

export interface Samples {
  stepMs: number;
  nextMs: number;
  /** Sample k stands for the time k · `stepMs`. */
  readonly backlog: number[];
  readonly buyers: number[];
  /** Milliseconds since the oldest order was committed whose points are still to come. */
  readonly oldestMs: number[];
  /** By pool: places in use, and who waits. */
  readonly inUse: number[][];
  readonly waiting: number[][];
  oldest: number;
  backlogMax: number;
}

export function createSamples({ endMs }: Run): Samples {
  return {
    stepMs: endMs / (SAMPLES_MAX / 2),
    nextMs: 0,
    backlog: [],
    buyers: [],
    oldestMs: [],
    inUse: POOLS.map(() => []),
    waiting: POOLS.map(() => []),
    oldest: 0,
    backlogMax: 0,
  };
}

/** Writes down how things have stood since the last event, at every step of the clock up to now. */
export function sample(run: Run, samples: Samples): void {
  const pools = POOLS.map((_, pool) => poolNow(run, pool));
  const oldest = oldestCommitted(run, samples);
  for (let count = 0; samples.nextMs <= run.now && count <= SAMPLES_MAX; count += 1) {
    samples.backlog.push(run.backlog);
    samples.buyers.push(run.inSystem);
    samples.oldestMs.push(Number.isNaN(oldest) ? 0 : Math.max(0, samples.nextMs - oldest));
    pools.forEach(({ inUse, waiting }, pool) => {
      samples.inUse[pool]?.push(inUse);
      samples.waiting[pool]?.push(waiting);
    });
    samples.nextMs += samples.stepMs;
    if (samples.backlog.length === SAMPLES_MAX) halve(samples);
  }
}

function poolNow(
  { places, firstOf, countOf }: Run,
  pool: number,
): { readonly inUse: number; readonly waiting: number } {
  let inUse = 0;
  let waiting = 0;
  const first = firstOf[pool] ?? 0;
  for (let place = first; place < first + (countOf[pool] ?? 0); place += 1) {
    inUse += (places.capacity[place] ?? 0) - (places.free[place] ?? 0);
    waiting += places.waiting[place] ?? 0;
  }
  return { inUse, waiting };
}

/** When the oldest order was committed whose points are still to come; NaN for none. */
function oldestCommitted({ orders, fate, committedMs }: Run, samples: Samples): number {
  while (samples.oldest < orders && fate[samples.oldest] !== FATE.committed && fate[samples.oldest] !== FATE.none)
    samples.oldest += 1;
  for (let order = samples.oldest; order < orders; order += 1) {
    if (fate[order] === FATE.committed) return committedMs[order] ?? NaN;
    if (order > samples.oldest + LOOKED_AT) break;
  }
  return NaN;
}

/** Orders without a commit that are passed over in search of the oldest one with. */
const LOOKED_AT = 1_000;

function halve(samples: Samples): void {
  for (const curve of [samples.backlog, samples.buyers, samples.oldestMs, ...samples.inUse, ...samples.waiting]) {
    const kept = curve.filter((_, index) => index % 2 === 0);
    curve.splice(0, curve.length, ...kept);
  }
  samples.stepMs *= 2;
  samples.nextMs = samples.backlog.length * samples.stepMs;
}
