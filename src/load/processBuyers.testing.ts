/** Buyers and orders in the second simulator: attempts, answers, and what the two databases say. */
import type { Mark } from './instruction.ts';
import { newOwn, type Bench, type Own, type ProcessOrder } from './processBench.testing.ts';

export function attempt(bench: Bench, order: number, atMs: number): void {
  const { clock, orders, scenario } = bench;
  const { timeout } = scenario.numbers;
  const made = orders[order]?.attempt ?? 0;
  bench.start(newOwn(order, made), 0, atMs);
  if (timeout === 0) return;
  clock.at(atMs + timeout, () => {
    if (isWaiting(bench, order, made)) again(bench, order, 'gave-up');
  });
}

/** The buyer hears that it failed. */
export function fails(bench: Bench, { order, attempt: made }: Own): void {
  if (isWaiting(bench, order, made)) again(bench, order, 'failed');
}

export function marked(bench: Bench, mark: Mark, own: Own): void {
  const known = bench.orders[own.order];
  if (known === undefined) return;
  switch (mark) {
    case 'answered':
      if (isWaiting(bench, own.order, own.attempt)) hears(bench, known, 'answered');
      return;
    case 'failed':
      return fails(bench, own);
    case 'committed':
      if (known.fate !== 'none') return;
      known.fate = 'committed';
      known.committedMs = bench.clock.now;
      return;
    case 'late':
      known.isLate = true;
      return;
    case 'points':
      if (known.fate === 'points') return;
      known.pointsMs = bench.clock.now;
      break;
    case 'lost':
    case 'parked':
    case 'phantom':
      break;
  }
  known.fate = mark;
  if (known.outcome !== 'none') known.isSettled = true;
}

function again(bench: Bench, order: number, otherwise: 'failed' | 'gave-up'): void {
  const { clock, orders, scenario } = bench;
  const known = orders[order];
  if (known === undefined) return;
  if (known.attempt + 1 > scenario.numbers.retries) return hears(bench, known, otherwise);
  known.attempt += 1;
  attempt(bench, order, clock.now + scenario.numbers['retry-pause']);
}

function hears({ clock, scenario, comes }: Bench, known: ProcessOrder, outcome: ProcessOrder['outcome']): void {
  known.outcome = outcome;
  known.outcomeMs = clock.now;
  const isOver = known.fate !== 'none' && known.fate !== 'committed';
  if (isOver || (outcome === 'failed' && known.fate === 'none')) known.isSettled = true;
  if (scenario.choices.arrivals === 'closed') clock.at(clock.now, comes);
}

function isWaiting({ orders }: Bench, order: number, made: number): boolean {
  const known = orders[order];
  return known?.attempt === made && known.outcome === 'none';
}
