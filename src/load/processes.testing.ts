/**
 * The second simulator: every strand of an order is a process of its own, a generator that says what it waits for. It is
 * written without a look at the first one's tables, ten times slower, and must agree with it order by order.
 */
import { openArrivals } from './arrivals.ts';
import type { Plan } from './plan.ts';
import { newOwn, type Bench, type ProcessOrder } from './processBench.testing.ts';
import { attempt } from './processBuyers.testing.ts';
import { Clock } from './processClock.testing.ts';
import { beAgain, die } from './processDeath.testing.ts';
import { letIn, placeFor } from './processPlaces.testing.ts';
import { start } from './processStrand.testing.ts';
import { ordersOf, secondsOf, stopsAtEnd, type LoadScenario } from './settings.ts';

/** Every order of the run, in the order of arrival. */
export function simulateProcesses(plan: Plan, scenario: LoadScenario): readonly ProcessOrder[] {
  const { numbers, choices, curve } = scenario;
  const clock = new Clock();
  const arrivals = openArrivals(curve, numbers.seed, choices.arrivals === 'even');
  const bench: Bench = {
    plan,
    scenario,
    clock,
    orders: [],
    places: new Map(),
    alive: new Set(),
    relay: { rows: [], batch: [], wake: null },
    half: { list: [], open: new Map(), running: [], delivered: new Set(), discarded: new Set(), cursor: 0 },
    tokenAtMs: 0,
    isDown: false,
    inDoubt: [],
    hasEnded: false,
    start: (own, pc, atMs) => start(bench, own, pc, atMs),
    comes: () => {
      if (choices.arrivals === 'closed' && (bench.orders.length >= ordersOf(curve) || bench.hasEnded)) return;
      bench.orders.push(newOrder(clock.now));
      attempt(bench, bench.orders.length - 1, clock.now);
      expectNext();
    },
  };
  const expectNext = (): void => {
    const next = choices.arrivals === 'closed' ? Infinity : arrivals.next();
    if (next < Infinity) clock.at(next, bench.comes);
  };
  clock.at(secondsOf(curve) * 1_000, () => {
    bench.hasEnded = true;
  });
  expectFaults(bench);
  for (const entry of [plan.relay, plan.checker]) if (entry !== null) bench.start(newOwn(-1, 0), entry, 0);
  if (choices.arrivals === 'closed')
    for (let client = 0; client < numbers.clients; client += 1) clock.at(0, bench.comes);
  else expectNext();
  let settled = 0;
  clock.run(() => {
    while (bench.orders[settled]?.isSettled === true) settled += 1;
    return bench.hasEnded && (stopsAtEnd(scenario) || settled === bench.orders.length);
  });
  return bench.orders;
}

function newOrder(arrivedMs: number): ProcessOrder {
  return {
    arrivedMs,
    outcome: 'none',
    outcomeMs: NaN,
    committedMs: NaN,
    pointsMs: NaN,
    fate: 'none',
    attempt: 0,
    isSettled: false,
    joins: new Map(),
    pockets: new Map(),
    isLate: false,
    passed: null,
  };
}

/** What begins and ends with an event of its own; other faults are asked about when somebody runs into them. */
function expectFaults(bench: Bench): void {
  const { clock, scenario } = bench;
  for (const { kind, fromS, toS } of scenario.faults) {
    if (kind === 'consumers-away') {
      const isOpen = (open: boolean) => (): void => {
        const consumers = placeFor(bench, 'consumers', 0);
        consumers.isOpen = open;
        letIn(consumers);
      };
      clock.at(fromS * 1_000, isOpen(false));
      clock.at(toS * 1_000, isOpen(true));
    }
    if (kind === 'order-dies') {
      clock.at(fromS * 1_000, () => die(bench));
      clock.at(toS * 1_000, () => beAgain(bench));
    }
  }
}
