/**
 * A load as a fluid: what comes beyond the capacity of a stage piles up before it, and runs off when there is room again. It
 * needs no orders, so a whole day is no longer than a minute. Chance, patience and refusing are not in it.
 */
import { limitsOf, POOL_OF, ratesAlong } from './capacity.ts';
import type { Operation, Program } from './operation.ts';
import { POOLS, type PoolId } from './instruction.ts';
import { secondsOf, type LoadScenario } from './settings.ts';

/** One stage of a flow, step by step. */
export interface Stage {
  /** Orders per second that come out. */
  readonly outPerS: readonly number[];
  /** Orders that wait before it at the end of a step. */
  readonly waiting: readonly number[];
  /** Seconds that whoever comes in a step waits before it. */
  readonly waitS: readonly number[];
}

export interface Flow {
  readonly stepS: number;
  readonly inPerS: readonly number[];
  /** Up to the buyer's answer, and from there to the points; of a call the second is nothing. */
  readonly buyers: Stage;
  readonly messages: Stage | null;
  readonly backlogMax: number;
  /** Seconds since the start; null where nothing piles up, or where it never runs off. */
  readonly drainedAtS: number | null;
  readonly longestWaitS: number;
}

/** Steps of the load's own time, and how many such times it is followed at most. */
const STEPS = 2_000;
const TIMES_MAX = 4;

export function flowOf(program: Program, scenario: LoadScenario): Flow {
  const { curve } = scenario;
  const endS = secondsOf(curve);
  const stepS = Math.max(endS, 1) / STEPS;
  const [buyers, messages] = [newStage(), isMessaging(program) ? newStage() : null];
  const capacities = capacitiesOf(program, scenario);
  const rateAt = ratesAlong(curve);
  const inPerS: number[] = [];
  let drainedAtS: number | null = null;
  let wasWaiting = false;
  for (let step = 0; step < TIMES_MAX * STEPS; step += 1) {
    const atS = (step + 0.5) * stepS;
    const comePerS = rateAt(atS);
    inPerS.push(comePerS);
    const answeredPerS = flowsThrough(buyers, comePerS, capacities.buyers(atS), stepS);
    if (messages !== null) flowsThrough(messages, answeredPerS, capacities.messages(atS), stepS);
    const waiting = (buyers.waiting[step] ?? 0) + (messages?.waiting[step] ?? 0);
    if (wasWaiting && waiting === 0) drainedAtS = (step + 1) * stepS;
    wasWaiting = waiting > 0;
    if (!wasWaiting && atS > endS) break;
  }
  waitsOf(inPerS, buyers, stepS);
  if (messages !== null) waitsOf(buyers.outPerS, messages, stepS);
  const last = messages ?? buyers;
  return {
    stepS,
    inPerS,
    buyers,
    messages,
    backlogMax: most(last.waiting),
    drainedAtS: wasWaiting ? null : drainedAtS,
    longestWaitS: most(last.waitS),
  };
}

/** What piles up at most, and who waits longest: what a page says at once; nothing is followed where nothing can pile up. */
export function pileOf(program: Program, scenario: LoadScenario): Pick<Flow, 'backlogMax' | 'longestWaitS'> {
  const { curve, faults } = scenario;
  const isRoomy =
    faults.length === 0 && most(curve.map(({ perS }) => perS)) <= limitsOf(program, scenario).capacityPerS;
  return isRoomy ? { backlogMax: 0, longestWaitS: 0 } : flowOf(program, scenario);
}

/** Whether the answer comes before the points: then what waits is messages. */
export function isMessaging({ operations }: Program): boolean {
  return operations.some(({ takes }) => takes.includes('consumer'));
}

type Filling = { readonly [name in keyof Stage]: number[] };

function newStage(): Filling {
  return { outPerS: [], waiting: [], waitS: [] };
}

function flowsThrough({ outPerS, waiting }: Filling, inPerS: number, capacityPerS: number, stepS: number): number {
  const before = waiting.at(-1) ?? 0;
  const out = Math.min(capacityPerS, inPerS + before / stepS);
  // Less than a thousandth of an order is rounding.
  const after = before + (inPerS - out) * stepS;
  outPerS.push(out);
  waiting.push(after < 1e-3 ? 0 : after);
  return out;
}

/** Who comes in a step waits until as many have come out as came before, first come, first served. */
function waitsOf(inPerS: readonly number[], { outPerS, waiting, waitS }: Filling, stepS: number): void {
  let came = 0;
  let gone = 0;
  let at = 0;
  let wasWaiting = 0;
  for (let step = 0; step < inPerS.length; step += 1) {
    const comes = (inPerS[step] ?? 0) * stepS;
    const before = came + comes / 2;
    came += comes;
    while (at < outPerS.length && gone + (outPerS[at] ?? 0) * stepS < before) {
      gone += (outPerS[at] ?? 0) * stepS;
      at += 1;
    }
    const inside = (before - gone) / Math.max(outPerS[at] ?? 0, 1e-9);
    const isFree = wasWaiting === 0 && waiting[step] === 0;
    waitS.push(isFree ? 0 : Math.max(0, at * stepS + Math.min(stepS, inside) - (step + 0.5) * stepS));
    wasWaiting = waiting[step] ?? 0;
  }
}

function most(values: readonly number[]): number {
  let max = 0;
  for (const value of values) if (value > max) max = value;
  return max;
}

/** Orders per second that each stage allows at a time. */
function capacitiesOf(program: Program, scenario: LoadScenario) {
  const { demandMs, relayPerS } = limitsOf(program, scenario);
  const { numbers, faults } = scenario;
  const ofBuyers = isMessaging(program) ? poolsBefore(program) : new Set<PoolId>(POOLS);
  const perS = (pool: PoolId): number => (demandMs[pool] > 0 ? (numbers[pool] / demandMs[pool]) * 1_000 : Infinity);
  const least = (isIn: (pool: PoolId) => boolean): number =>
    Math.min(
      Infinity,
      ...POOLS.filter((pool) => isIn(pool) && pool !== 'points-cores' && (pool !== 'rows' || numbers.rows > 0)).map(
        perS,
      ),
    );
  // Only the points database is ever slower than at other times.
  const points = perS('points-cores');
  const isPointsWaitedFor = ofBuyers.has('points-cores');
  const buyers = least((pool) => ofBuyers.has(pool));
  const messages = Math.min(
    relayPerS ?? Infinity,
    least((pool) => !ofBuyers.has(pool)),
  );
  const isOn = (kind: string, atS: number): boolean =>
    faults.some((fault) => fault.kind === kind && atS >= fault.fromS && atS < fault.toS);
  const factorAt = (atS: number): number =>
    faults.reduce(
      (product, fault) =>
        fault.kind === 'points-slow' && atS >= fault.fromS && atS < fault.toS ? product * fault.factor : product,
      1,
    );
  return {
    buyers: (atS: number): number => (isPointsWaitedFor ? Math.min(buyers, points / factorAt(atS)) : buyers),
    messages: (atS: number): number => {
      if (isOn('consumers-away', atS) || isOn('points-down', atS)) return 0;
      return isPointsWaitedFor ? messages : Math.min(messages, points / factorAt(atS));
    },
  };
}

/** Pools that an order goes through before its buyer has the answer. */
function poolsBefore({ operations }: Program): ReadonlySet<PoolId> {
  const answer = operations.find(({ isAnswer }) => isAnswer);
  const before = (late: Operation | undefined): readonly Operation[] =>
    late === undefined ? [] : [late, ...operations.filter(({ id }) => late.causes.includes(id)).flatMap(before)];
  const pools = before(answer).flatMap(({ takes, costs }) => [
    ...takes.map((what) => POOL_OF[what]),
    ...costs.flatMap((cost): readonly PoolId[] => (cost.startsWith('order-work') ? ['order-cores'] : [])),
  ]);
  return new Set<PoolId>([...pools, 'broker-writers', 'rows']);
}
