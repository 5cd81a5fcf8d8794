/** What needs no simulation: how long one order holds each pool, which of them is full first, and how many orders that allows. */
import { remembered } from '../engine/remembered.ts';
import type { Caught, Cost, Holding } from '../protocols/shared/program.ts';
import type { Operation, Program } from './operation.ts';
import { POOLS, type PoolId } from './instruction.ts';
import { ordersOf, secondsOf, type LoadScenario, type Numbers } from './settings.ts';

export interface Limits {
  /** Milliseconds per order in each pool when nobody else is there. */
  readonly demandMs: { readonly [pool in PoolId]: number };
  readonly bottleneck: PoolId | 'relay';
  /** Orders per second that the relay allows; null where there is none. */
  readonly relayPerS: number | null;
  /** Orders per second that the bottleneck allows. */
  readonly capacityPerS: number;
  /** Orders that a crash of the order service would catch half-way at each moment: λ · window, by Little's law. */
  readonly caught: { readonly orders: number; readonly fate: Caught } | null;
  /** A lone order, on average: until the buyer has the answer, and until the points are there. */
  readonly aloneMs: { readonly buyer: number; readonly points: number };
}

export const POOL_OF: { readonly [holding in Holding]: PoolId } = {
  'order-thread': 'threads',
  'order-connection': 'connections',
  'order-row': 'rows',
  consumer: 'consumers',
  'points-thread': 'points-threads',
  'points-connection': 'points-connections',
};

/** Asked for by everything that answers at once, and computed once per load. */
export const limitsOf = remembered((program: Program, scenario: LoadScenario): Limits => {
  const { numbers } = scenario;
  const done = finishTimes(program.operations, scenario);
  const demandMs = nothing();
  for (const operation of program.operations) {
    for (const cost of operation.costs) {
      const pool = servedBy(cost);
      if (pool !== null && !operation.inBatch) demandMs[pool] += costMs(cost, scenario);
    }
    for (const what of operation.takes) {
      demandMs[POOL_OF[what]] += heldMs(program.operations, operation, what, done, scenario);
    }
  }
  const batch = program.operations.filter(({ inBatch }) => inBatch);
  const relay = batch.length > 0 ? relayPerS(batch, scenario) : null;
  const least = allowedBy({ demandMs, relayPerS: relay }, numbers).reduce<Allowed>(
    (first, next) => (next.perS < first.perS ? next : first),
    { pool: 'threads', perS: Infinity },
  );
  const at = (test: (operation: Operation) => boolean): number => done.get(program.operations.find(test)?.id ?? 0) ?? 0;
  return {
    demandMs,
    bottleneck: least.pool,
    relayPerS: relay,
    capacityPerS: least.perS,
    caught: caughtOf(program, done, scenario),
    aloneMs: { buyer: at(({ isAnswer }) => isAnswer), points: at(({ pointsThere }) => pointsThere) },
  };
});

/** Orders per second that something allows. */
export interface Allowed {
  readonly pool: PoolId | 'relay';
  readonly perS: number;
}

/** By each pool that an order needs: its places by the time that one order holds one; and by the relay. */
export function allowedBy(
  { demandMs, relayPerS: relay }: Pick<Limits, 'demandMs' | 'relayPerS'>,
  numbers: Numbers,
): readonly Allowed[] {
  const needed = POOLS.filter((pool) => demandMs[pool] > 0 && (pool !== 'rows' || numbers.rows > 0));
  const pools = needed.map((pool) => ({ pool, perS: (numbers[pool] / demandMs[pool]) * 1_000 }));
  return relay === null ? pools : [...pools, { pool: 'relay', perS: relay }];
}

function nothing(): { [pool in PoolId]: number } {
  return {
    threads: 0,
    connections: 0,
    'order-cores': 0,
    'broker-writers': 0,
    consumers: 0,
    'points-threads': 0,
    'points-connections': 0,
    'points-cores': 0,
    'check-threads': 0,
    rows: 0,
    queues: 0,
  };
}

function caughtOf(
  { operations, caught }: Program,
  done: ReadonlyMap<number, number>,
  scenario: LoadScenario,
): Limits['caught'] {
  if (caught === null) return null;
  const at = (name: string): number => done.get(operations.find((operation) => operation.name === name)?.id ?? 0) ?? 0;
  const windowMs = at(caught.to) - at(caught.from);
  const perMs = ordersOf(scenario.curve) / Math.max(secondsOf(scenario.curve) * 1_000, 1);
  return { orders: perMs * windowMs, fate: caught.fate };
}

/** A full batch per pass; without a hint or a second look, one per interval. */
function relayPerS(batch: readonly Operation[], scenario: LoadScenario): number {
  const { numbers, choices } = scenario;
  const passMs = batch.flatMap(({ costs }) => costs).reduce((sum, cost) => sum + costMs(cost, scenario), 0);
  const again = choices.hint === 'on' || choices['look-again'] === 'on';
  return (numbers.batch / (again ? passMs : passMs + numbers['poll-every'])) * 1_000;
}

/** When each operation of a lone order is done. */
function finishTimes(operations: readonly Operation[], scenario: LoadScenario): ReadonlyMap<number, number> {
  const done = new Map<number, number>();
  const finish = (operation: Operation): number => {
    const known = done.get(operation.id);
    if (known !== undefined) return known;
    const before = operations.filter(({ id }) => operation.causes.includes(id)).map(finish);
    const own = operation.costs.reduce((sum, cost) => sum + costMs(cost, scenario), 0);
    const at = Math.max(0, ...before) + own;
    done.set(operation.id, at);
    return at;
  };
  for (const operation of operations) finish(operation);
  return done;
}

function heldMs(
  operations: readonly Operation[],
  from: Operation,
  what: Holding,
  done: ReadonlyMap<number, number>,
  scenario: LoadScenario,
): number {
  const to = operations.find(({ gives }) => gives.includes(what));
  const held = (done.get(to?.id ?? 0) ?? 0) - (done.get(from.id) ?? 0);
  return what === 'order-row' ? held - beforeTheLock(operations, scenario) : held;
}

/** The row is locked by the statement: what the operation of the order's work costs before it. */
function beforeTheLock(operations: readonly Operation[], scenario: LoadScenario): number {
  const isWork = (cost: Cost): boolean => servedBy(cost) === 'order-cores';
  const costs = operations.find((operation) => operation.costs.some(isWork))?.costs ?? [];
  return costs.slice(0, costs.findIndex(isWork)).reduce((sum, cost) => sum + costMs(cost, scenario), 0);
}

function servedBy(cost: Cost): PoolId | null {
  switch (cost) {
    case 'append':
    case 'append-two':
      return 'broker-writers';
    case 'order-work':
    case 'order-work-and-insert':
      return 'order-cores';
    case 'points-work':
      return 'points-cores';
    case 'network':
    case 'round-trip':
    case 'flush':
    case 'read-rows':
    case 'mark-rows':
    case 'look-up':
    case 'hint':
      return null;
  }
}

function costMs(cost: Cost, { numbers, choices }: Pick<LoadScenario, 'numbers' | 'choices'>): number {
  switch (cost) {
    case 'network':
      return numbers.network;
    case 'round-trip':
      return 2 * numbers.network;
    case 'append':
      return numbers.append;
    case 'append-two':
      return 2 * numbers.append;
    case 'flush':
      return numbers.flush;
    case 'order-work':
      return numbers['order-work'];
    case 'order-work-and-insert':
      return numbers['order-work'] + numbers.insert;
    case 'points-work':
      return numbers['points-work'];
    case 'read-rows':
      return numbers['read-rows'];
    case 'mark-rows':
      return 2 * numbers.network + numbers.flush;
    case 'look-up':
      return numbers['look-up'];
    case 'hint':
      return choices.hint === 'on' ? 2 * numbers.network : 0;
  }
}

/** Orders per second at a time of the curve; none after its end. */
export function rateAt(curve: LoadScenario['curve'], atS: number): number {
  return ratesAlong(curve)(atS);
}

/** The same for times that only grow. */
export function ratesAlong(curve: LoadScenario['curve']): (atS: number) => number {
  let next = 0;
  return (atS) => {
    while (next < curve.length && (curve[next]?.atS ?? 0) <= atS) next += 1;
    const from = curve[next - 1];
    const to = curve[next];
    if (from === undefined || to === undefined) return 0;
    return from.perS + ((to.perS - from.perS) * (atS - from.atS)) / Math.max(to.atS - from.atS, 1e-9);
  };
}
