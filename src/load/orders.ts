/** What becomes of an order: attempts of its buyer, the answer, and what the two databases say. */
import { grown, newStrand, schedule } from './events.ts';
import type { Mark } from './instruction.ts';
import { FATE, OUTCOME, type Run } from './state.ts';

/** A strand with this place in the code is a buyer's patience that ends. */
export const TIME_OUT = -1;

export function arrive(run: Run): void {
  const order = run.orders;
  if (order === run.arrivedMs.length) growOrders(run);
  run.orders += 1;
  run.arrivedMs[order] = run.now;
  run.unfinished += 1;
  count(run, 1);
  if (!run.plan.isAsynchronous) run.backlog += 1;
  attempt(run, order, run.now);
}

function attempt(run: Run, order: number, atMs: number): void {
  run.attempts += 1;
  schedule(run, atMs, newStrand(run, order, 0));
  const { timeout } = run.numbers;
  if (timeout > 0) schedule(run, atMs + timeout, newStrand(run, order, TIME_OUT));
}

/** The buyer has waited long enough for this attempt. What was asked for is still being done. */
export function timeOut(run: Run, order: number, attemptOf: number): void {
  if (run.currentAttempt[order] === attemptOf && run.outcome[order] === OUTCOME.none)
    tryAgain(run, order, OUTCOME.gaveUp);
}

/** The buyer hears that there is no order. */
export function fail(run: Run, order: number, attemptOf: number): void {
  if (run.currentAttempt[order] === attemptOf && run.outcome[order] === OUTCOME.none)
    tryAgain(run, order, OUTCOME.failed);
}

function tryAgain(run: Run, order: number, otherwise: number): void {
  const made = (run.currentAttempt[order] ?? 0) + 1;
  if (made > run.numbers.retries) return outcome(run, order, otherwise);
  run.currentAttempt[order] = made;
  attempt(run, order, run.now + run.numbers['retry-pause']);
}

export function mark(run: Run, order: number, attemptOf: number, what: Exclude<Mark, 'failed'>): void {
  switch (what) {
    case 'committed':
      // Whoever tries again finds the order that is there already.
      if (run.fate[order] !== FATE.none) return;
      run.fate[order] = FATE.committed;
      run.committedMs[order] = run.now;
      if (run.plan.isAsynchronous) run.backlog += 1;
      return;
    case 'answered':
      if (run.currentAttempt[order] === attemptOf && run.outcome[order] === OUTCOME.none)
        outcome(run, order, OUTCOME.answered);
      return;
    case 'late':
      run.isLate[order] = 1;
      return;
    case 'points':
      if (run.fate[order] === FATE.points) {
        run.copies += 1;
        return;
      }
      run.pointsMs[order] = run.now;
      return end(run, order, FATE.points);
    case 'lost':
    case 'parked':
    case 'phantom':
      return end(run, order, FATE[what]);
  }
}

function outcome(run: Run, order: number, what: number): void {
  run.outcome[order] = what;
  run.outcomeMs[order] = run.now;
  count(run, -1);
  if (!run.plan.isAsynchronous) run.backlog -= 1;
  // Refused before there was an order, nothing will come of it; else something may still.
  if ((what === OUTCOME.failed && run.fate[order] === FATE.none) || isEnded(run, order)) settled(run, order);
}

function end(run: Run, order: number, fate: number): void {
  if (run.plan.isAsynchronous && run.fate[order] === FATE.committed) run.backlog -= 1;
  run.fate[order] = fate;
  if (run.outcome[order] !== OUTCOME.none) settled(run, order);
}

function settled(run: Run, order: number): void {
  if (run.settled[order] === 1) return;
  run.settled[order] = 1;
  run.unfinished -= 1;
}

/** Nothing more will be heard of its points. */
function isEnded(run: Run, order: number): boolean {
  return (run.fate[order] ?? 0) >= FATE.points;
}

/** Orders whose buyers wait, integrated over time: one side of Little's law. */
function count(run: Run, more: number): void {
  run.inSystemArea += run.inSystem * (run.now - run.inSystemSince);
  run.inSystemSince = run.now;
  run.inSystem += more;
}

function growOrders(run: Run): void {
  run.arrivedMs = grown(run.arrivedMs, new Float64Array(2 * run.arrivedMs.length));
  run.outcomeMs = grown(run.outcomeMs, new Float64Array(2 * run.outcomeMs.length).fill(NaN));
  run.committedMs = grown(run.committedMs, new Float64Array(2 * run.committedMs.length).fill(NaN));
  run.pointsMs = grown(run.pointsMs, new Float64Array(2 * run.pointsMs.length).fill(NaN));
  run.outcome = grown(run.outcome, new Uint8Array(2 * run.outcome.length));
  run.fate = grown(run.fate, new Uint8Array(2 * run.fate.length));
  run.currentAttempt = grown(run.currentAttempt, new Uint8Array(2 * run.currentAttempt.length));
  run.settled = grown(run.settled, new Uint8Array(2 * run.settled.length));
  run.joinCount = grown(run.joinCount, new Uint8Array(2 * run.joinCount.length));
  run.isLate = grown(run.isLate, new Uint8Array(2 * run.isLate.length));
  run.passed = grown(run.passed, new Uint8Array(2 * run.passed.length));
}
