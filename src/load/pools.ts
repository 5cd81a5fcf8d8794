/** Places in pools: taken at once or waited for, first come, first served. */
import { DRAW, exponential, heavy, uniform } from './draws.ts';
import { schedule } from './events.ts';
import { OPS } from './opcodes.ts';
import { POOLS } from './instruction.ts';
import type { Run } from './state.ts';

const ROWS = POOLS.indexOf('rows');
const QUEUES = POOLS.indexOf('queues');
const POINTS_CORES = POOLS.indexOf('points-cores');

/** The place of a pool that an order goes through. */
export function placeOf(run: Run, pool: number, order: number): number {
  const first = run.firstOf[pool] ?? 0;
  if (pool < ROWS) return first;
  const draw = uniform(run.seed, order, pool === QUEUES ? DRAW.queue : DRAW.row);
  return first + Math.floor(draw * (run.countOf[pool] ?? 1));
}

/** True when the place is taken; else the strand waits for it, and will go on behind the instruction. */
export function takePlace(run: Run, place: number, strand: number): boolean {
  const { places } = run;
  const free = places.free[place] ?? 0;
  if (free > 0 && (places.closed[place] ?? 0) === 0) {
    occupy(run, place, 1);
    return true;
  }
  const tail = places.tail[place] ?? -1;
  if (tail < 0) places.head[place] = strand;
  else run.next[tail] = strand;
  places.tail[place] = strand;
  run.next[strand] = -1;
  const waiting = (places.waiting[place] ?? 0) + 1;
  places.waiting[place] = waiting;
  if (waiting > (places.waitingMax[place] ?? 0)) places.waitingMax[place] = waiting;
  return false;
}

/** The strand has a place that it keeps until it gives it back. */
export function holdsNow(run: Run, strand: number, pool: number): void {
  run.holds[strand] = (run.holds[strand] ?? 0) | (1 << pool);
  if (pool !== ROWS) return;
  run.locks += 1;
  if (run.locks > run.locksMax) run.locksMax = run.locks;
}

/** No longer waits for a place; false where it does not wait for any. */
export function leaveQueue(run: Run, strand: number): boolean {
  const { places, next, code } = run;
  const pc = run.pc[strand] ?? 0;
  if (code.op[pc] !== OPS.take && code.op[pc] !== OPS.serve) return false;
  const place = placeOf(run, code.a[pc] ?? 0, run.order[strand] ?? 0);
  let before = -1;
  for (let at = places.head[place] ?? -1; at >= 0; at = next[at] ?? -1) {
    if (at === strand) {
      const after = next[strand] ?? -1;
      if (before < 0) places.head[place] = after;
      else next[before] = after;
      if (after < 0) places.tail[place] = before;
      places.waiting[place] = (places.waiting[place] ?? 0) - 1;
      return true;
    }
    before = at;
  }
  return false;
}

/** A place that is held goes to whoever has waited longest. */
export function giveBack(run: Run, strand: number, pool: number): void {
  run.holds[strand] = (run.holds[strand] ?? 0) & ~(1 << pool);
  if (pool === ROWS) run.locks -= 1;
  givePlace(run, placeOf(run, pool, run.order[strand] ?? 0));
}

/** The place goes to whoever has waited longest. */
export function givePlace(run: Run, place: number): void {
  occupy(run, place, -1);
  letIn(run, place);
}

/** Whoever waits comes in, as long as there is room. */
export function letIn(run: Run, place: number): void {
  const { places } = run;
  while ((places.closed[place] ?? 0) === 0 && (places.free[place] ?? 0) > 0 && (places.waiting[place] ?? 0) > 0) {
    const strand = places.head[place] ?? -1;
    const next = run.next[strand] ?? -1;
    places.head[place] = next;
    if (next < 0) places.tail[place] = -1;
    places.waiting[place] = (places.waiting[place] ?? 0) - 1;
    occupy(run, place, 1);
    const pc = run.pc[strand] ?? 0;
    if (run.code.op[pc] === OPS.serve) beginWork(run, place, strand);
    else {
      holdsNow(run, strand, run.code.a[pc] ?? 0);
      run.pc[strand] = pc + 1;
      schedule(run, run.now, strand);
    }
  }
}

/** The strand has its place; it goes on behind the instruction when the work is done. */
export function beginWork(run: Run, place: number, strand: number): void {
  const pc = run.pc[strand] ?? 0;
  const { a, b, ms } = run.code;
  const work = workMs(run, b[pc] ?? 0, run.order[strand] ?? 0, ms[pc] ?? 0);
  run.serving[strand] = place + 1;
  run.pc[strand] = pc + 1;
  schedule(run, a[pc] === POINTS_CORES ? pointsDoneAt(run, work) : run.now + work, strand);
}

export function workMs(
  { scenario, seed }: Pick<Run, 'scenario' | 'seed'>,
  draw: number,
  order: number,
  meanMs: number,
): number {
  if (draw === 0) return meanMs;
  switch (scenario.choices.work) {
    case 'exponential':
      return meanMs * exponential(seed, order, draw);
    case 'fixed':
      return meanMs;
    case 'heavy':
      return meanMs * heavy(seed, order, draw);
  }
}

/** When work at the points database that begins now is done: it may be slow, or nothing may happen there for a while. */
export function pointsDoneAt({ scenario, now }: Pick<Run, 'scenario' | 'now'>, lengthMs: number): number {
  let left = lengthMs;
  let at = now;
  for (const fault of scenario.faults) {
    if (fault.kind === 'points-slow' && now >= fault.fromS * 1_000 && now < fault.toS * 1_000) left *= fault.factor;
  }
  for (const fault of scenario.faults) {
    if (fault.kind !== 'points-stall') continue;
    const periodMs = fault.toS * 1_000;
    const runsMs = periodMs - fault.fromS * 1_000;
    for (;;) {
      const inside = at - Math.floor(at / periodMs) * periodMs;
      const rest = runsMs - inside;
      if (left <= rest) break;
      if (rest > 0) left -= rest;
      at += periodMs - inside;
    }
  }
  return at + left;
}

export function occupy(run: Run, place: number, more: number): void {
  const { places } = run;
  const inUse = (places.capacity[place] ?? 0) - (places.free[place] ?? 0);
  places.area[place] = (places.area[place] ?? 0) + inUse * (run.now - (places.since[place] ?? 0));
  places.since[place] = run.now;
  places.free[place] = (places.free[place] ?? 0) - more;
}
