/** Deadlines in the second simulator: each a promise of its own, kept by whoever works for it. */
import { newOwn, takeOver, type Bench, type Own } from './processBench.testing.ts';

export interface Promised {
  readonly kind: number;
  readonly order: number;
  readonly attempt: number;
  readonly dueMs: number;
  readonly by: Set<Own>;
  hasPassed: boolean;
}

export function promise(bench: Bench, own: Own, kind: number): void {
  const dog = bench.plan.dogs[kind];
  if (dog === undefined) throw new Error(`Expected a deadline ${kind}.`);
  const { order, attempt } = own;
  const promised: Promised = {
    kind,
    order,
    attempt,
    dueMs: bench.clock.now + dog.ms,
    by: new Set([own]),
    hasPassed: false,
  };
  own.promises.add(promised);
  // The broker looks at these when it comes round.
  if (dog.reaction === null) bench.half.running.push(promised);
  else
    bench.clock.atLast(promised.dueMs, kind, () => {
      if (promised.by.size > 0) passes(bench, promised);
    });
}

/** Whether somebody still waits for it. */
export function keeps(own: Own, kind: number): boolean {
  const promised = [...own.promises].find((known) => known.kind === kind);
  if (promised === undefined) return true;
  own.promises.delete(promised);
  if (promised.hasPassed) return false;
  promised.by.clear();
  return true;
}

export function passOn(
  own: Own,
  other: Own,
  { moves, shares }: { readonly moves: number; readonly shares: number },
): void {
  for (const promised of own.promises) {
    const [isMoved, isShared] = [moves, shares].map((bits) => (bits & (1 << promised.kind)) !== 0);
    if (isMoved !== true && isShared !== true) continue;
    other.promises.add(promised);
    if (!promised.hasPassed) promised.by.add(other);
    if (isMoved === true) {
      own.promises.delete(promised);
      promised.by.delete(own);
    }
  }
}

/** Nobody waits for this strand, or it is no more. */
export function breaksOff(own: Own): void {
  for (const promised of own.promises) promised.by.delete(own);
  own.promises.clear();
}

function passes(bench: Bench, promised: Promised): void {
  const { plan, places, orders, alive, clock } = bench;
  const dog = plan.dogs[promised.kind];
  const [first] = promised.by;
  if (dog === undefined || first === undefined) return;
  promised.hasPassed = true;
  const reaction = newOwn(first.order, first.attempt);
  if (dog.cancels) takeOver(bench, reaction);
  for (const own of promised.by) {
    for (const pool of dog.carries) if (own.holds.delete(pool)) reaction.holds.add(pool);
    own.zone = 'outside';
    if (!dog.cancels) continue;
    own.isDead = true;
    for (const place of places.values()) {
      if (!place.waiting.some((waiting) => waiting.own === own)) continue;
      place.waiting = place.waiting.filter((waiting) => waiting.own !== own);
      alive.delete(own);
    }
  }
  promised.by.clear();
  const order = orders[first.order];
  if (order !== undefined) order.passed = dog.delay;
  if (dog.cancels)
    for (const key of order?.joins.keys() ?? []) if (key.startsWith(`${first.attempt} `)) order?.joins.delete(key);
  bench.start(reaction, dog.reaction ?? -1, clock.now);
}
