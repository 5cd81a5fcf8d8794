/** The events that are due, earliest first; at equal times in the order in which they were scheduled. And strands. */
import { leaveAll } from './mates.ts';
import type { Run } from './state.ts';

/** Strands with this number and above are no order's: what the surroundings do next. */
export const OUTSIDE = 1 << 30;

/** Numbers of events that come after all others at their time. */
const LAST = 2 ** 52;

export function schedule(run: Run, atMs: number, strand: number): void {
  push(run, atMs, run.events, strand);
}

/** After everything else that happens at this time, whenever that was scheduled; `rank` decides among those. */
export function scheduleLast(run: Run, atMs: number, strand: number, rank: number): void {
  push(run, atMs, LAST + rank, strand);
}

function push(run: Run, atMs: number, number: number, strand: number): void {
  if (run.heapSize === run.heapTime.length) growHeap(run);
  const { heapTime, heapNumber, heapStrand } = run;
  run.events += 1;
  let at = run.heapSize;
  run.heapSize += 1;
  while (at > 0) {
    const parent = (at - 1) >> 2;
    const difference = (heapTime[parent] ?? 0) - atMs;
    if (difference < 0 || (difference === 0 && (heapNumber[parent] ?? 0) < number)) break;
    heapTime[at] = heapTime[parent] ?? 0;
    heapNumber[at] = heapNumber[parent] ?? 0;
    heapStrand[at] = heapStrand[parent] ?? 0;
    at = parent;
  }
  heapTime[at] = atMs;
  heapNumber[at] = number;
  heapStrand[at] = strand;
}

/** Takes the earliest event off the heap, sets the clock to it and returns its strand; the heap must not be empty. */
export function nextEvent(run: Run): number {
  const { heapTime, heapNumber, heapStrand } = run;
  const first = heapStrand[0] ?? 0;
  run.now = heapTime[0] ?? 0;
  const size = run.heapSize - 1;
  run.heapSize = size;
  const time = heapTime[size] ?? 0;
  const number = heapNumber[size] ?? 0;
  const strand = heapStrand[size] ?? 0;
  let at = 0;
  for (;;) {
    const firstChild = 4 * at + 1;
    if (firstChild >= size) break;
    const last = firstChild + 4 < size ? firstChild + 4 : size;
    let least = firstChild;
    for (let child = firstChild + 1; child < last; child += 1) {
      const difference = (heapTime[child] ?? 0) - (heapTime[least] ?? 0);
      if (difference < 0 || (difference === 0 && (heapNumber[child] ?? 0) < (heapNumber[least] ?? 0))) least = child;
    }
    const childTime = heapTime[least] ?? 0;
    if (time < childTime || (time === childTime && number < (heapNumber[least] ?? 0))) break;
    heapTime[at] = childTime;
    heapNumber[at] = heapNumber[least] ?? 0;
    heapStrand[at] = heapStrand[least] ?? 0;
    at = least;
  }
  heapTime[at] = time;
  heapNumber[at] = number;
  heapStrand[at] = strand;
  return first;
}

function growHeap(run: Run): void {
  run.heapTime = grown(run.heapTime, new Float64Array(2 * run.heapTime.length));
  run.heapNumber = grown(run.heapNumber, new Float64Array(2 * run.heapNumber.length));
  run.heapStrand = grown(run.heapStrand, new Int32Array(2 * run.heapStrand.length));
}

/** A new strand of an order (−1 for an actor's), which will begin at `pc`. */
export function newStrand(run: Run, order: number, pc: number): number {
  let strand = run.freeStrand;
  if (strand >= 0) run.freeStrand = run.next[strand] ?? -1;
  else {
    strand = run.strands;
    run.strands += 1;
    if (strand === run.order.length) growStrands(run);
  }
  run.order[strand] = order;
  run.pc[strand] = pc;
  run.serving[strand] = 0;
  run.tries[strand] = 0;
  run.zone[strand] = 0;
  run.holds[strand] = 0;
  run.doom[strand] = 0;
  run.attempt[strand] = order < 0 ? 0 : (run.currentAttempt[order] ?? 0);
  return strand;
}

/** The order of a strand that has ended. */
export const ENDED = -2;

export function endStrand(run: Run, strand: number): void {
  leaveAll(run, strand);
  run.order[strand] = ENDED;
  run.next[strand] = run.freeStrand;
  run.freeStrand = strand;
}

function growStrands(run: Run): void {
  run.order = grown(run.order, new Int32Array(2 * run.order.length));
  run.pc = grown(run.pc, new Int32Array(2 * run.pc.length));
  run.next = grown(run.next, new Int32Array(2 * run.next.length));
  run.serving = grown(run.serving, new Int32Array(2 * run.serving.length));
  run.attempt = grown(run.attempt, new Uint8Array(2 * run.attempt.length));
  run.tries = grown(run.tries, new Uint16Array(2 * run.tries.length));
  run.zone = grown(run.zone, new Uint8Array(2 * run.zone.length));
  run.holds = grown(run.holds, new Uint16Array(2 * run.holds.length));
  run.doom = grown(run.doom, new Uint8Array(2 * run.doom.length));
  for (const watch of run.watches) {
    watch.entry = grown(watch.entry, new Int32Array(2 * watch.entry.length));
    watch.mate = grown(watch.mate, new Int32Array(2 * watch.mate.length));
  }
}

/** A copy of a column with room for as much again. */
export function grown<Of extends Float64Array | Int32Array | Uint8Array | Uint16Array>(from: Of, to: Of): Of {
  to.set(from);
  return to;
}
