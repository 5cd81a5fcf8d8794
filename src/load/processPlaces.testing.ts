/** Places of pools in the second simulator, and what stands in an order's way. */
import { DRAW, uniform } from './draws.ts';
import type { Obstacle, PoolId } from './instruction.ts';
import type { Bench, Own, Place } from './processBench.testing.ts';

export function placeFor({ scenario: { numbers }, places }: Bench, pool: PoolId, order: number): Place {
  const isGroup = pool === 'rows' || pool === 'queues';
  const draw = isGroup
    ? Math.floor(uniform(numbers.seed, order, pool === 'rows' ? DRAW.row : DRAW.queue) * Math.max(1, numbers[pool]))
    : 0;
  const key = `${pool} ${draw}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const hasNoLimit = pool === 'rows' && numbers.rows === 0;
  const size = hasNoLimit ? Infinity : isGroup ? 1 : numbers[pool];
  const place: Place = { pool, size, free: size, isOpen: true, waiting: [] };
  places.set(key, place);
  return place;
}

export function letIn(place: Place): void {
  while (place.isOpen && place.free > 0) {
    const next = place.waiting.shift();
    if (next === undefined) return;
    place.free -= 1;
    next.go();
  }
}

export function giveBack(bench: Bench, own: Own, pool: PoolId): void {
  own.holds.delete(pool);
  const place = placeFor(bench, pool, own.order);
  place.free += 1;
  letIn(place);
}

export function stands(bench: Bench, on: Obstacle, own: Own): boolean {
  const { scenario, orders } = bench;
  const { numbers } = scenario;
  const isFull = (pool: PoolId, max: number): boolean => {
    const place = placeFor(bench, pool, own.order);
    return place.free <= 0 && place.waiting.length >= max;
  };
  switch (on) {
    case 'full':
      return isFull('threads', numbers['waiting-max']);
    case 'checks-full':
      return isFull('check-threads', numbers['check-queue']);
    case 'no-token':
      return !hasToken(bench);
    case 'order-down':
      return bench.isDown;
    case 'poisoned':
      return uniform(numbers.seed, own.order, DRAW.poison) * 1_000 < numbers.poison;
    case 'not-committed':
      return orders[own.order]?.fate === 'none';
    case 'orphaned':
      return own.isOrphan;
    case 'end-lost':
      return isInFault(bench, 'ends-lost');
    case 'points-down':
    case 'broker-away':
      return isInFault(bench, on);
  }
}

/** The same bucket as a virtual schedule: a token is there unless too many were taken ahead of it. */
function hasToken(bench: Bench): boolean {
  const { clock, scenario } = bench;
  const everyMs = 1_000 / scenario.numbers['door-per-s'];
  const fromMs = Math.max(bench.tokenAtMs, clock.now);
  if (fromMs - clock.now > (scenario.numbers['door-burst'] - 1) * everyMs + ROUNDED_MS) return false;
  bench.tokenAtMs = fromMs + everyMs;
  return true;
}

/** Sums of so many milliseconds are not met to the last digit. */
const ROUNDED_MS = 1e-6;

function isInFault({ scenario, clock }: Bench, kind: string): boolean {
  return scenario.faults.some(
    (fault) => fault.kind === kind && clock.now >= fault.fromS * 1_000 && clock.now < fault.toS * 1_000,
  );
}
