/**
 * The second simulator: every strand of an order is a process of its own, a generator that says what it waits for. It is
 * written without a look at the first one's tables, ten times slower, and must agree with it order by order.
 */
import { openArrivals } from './arrivals.ts';
import { retryAfterMs } from './advance.ts';
import { DRAW, uniform } from './draws.ts';
import type { Instruction, Mark, Obstacle, PoolId } from './instruction.ts';
import type { Plan } from './plan.ts';
import { pointsDoneAt, workMs } from './pools.ts';
import { ordersOf, secondsOf, stopsAtEnd, type LoadScenario } from './settings.ts';

export interface ProcessOrder {
  readonly arrivedMs: number;
  outcome: 'none' | 'answered' | 'failed' | 'gave-up';
  outcomeMs: number;
  committedMs: number;
  pointsMs: number;
  fate: 'none' | 'committed' | 'points' | 'lost' | 'parked';
  attempt: number;
  readonly joins: Map<number, number>;
}

interface Place {
  free: number;
  isOpen: boolean;
  readonly waiting: (() => void)[];
}

type Process = Generator<undefined, void, undefined>;

interface Strand {
  readonly order: number;
  readonly attempt: number;
  tries: number;
}

/** Every order of the run, in the order of arrival. */
export function simulateProcesses(plan: Plan, scenario: LoadScenario): readonly ProcessOrder[] {
  const { numbers, choices, faults, curve } = scenario;
  const endMs = secondsOf(curve) * 1_000;
  const due: { readonly atMs: number; readonly number: number; readonly go: () => void }[] = [];
  const orders: ProcessOrder[] = [];
  const places = new Map<string, Place>();
  const relay = { rows: [] as (() => void)[], batch: [] as (() => void)[], size: 0, wake: null as (() => void) | null };
  const half = {
    list: [] as number[],
    open: new Map<number, { asked: number; readonly goOn: () => void }>(),
    cursor: 0,
  };
  let now = 0;
  let scheduled = 0;
  let hasEnded = false;
  let settled = 0;

  const at = (atMs: number, go: () => void): void => {
    const entry = { atMs, number: scheduled, go };
    scheduled += 1;
    let child = due.push(entry) - 1;
    for (let parent = (child - 1) >> 1; child > 0 && isLater(due[parent], entry); parent = (child - 1) >> 1) {
      due[child] = due[parent] ?? entry;
      child = parent;
      due[child] = entry;
    }
  };
  const start = (process: (resume: () => void) => Process, atMs: number): void => {
    let running: Process | null = null;
    const resume = (): void => {
      running ??= process(resume);
      running.next();
    };
    at(atMs, resume);
  };
  const placeFor = (pool: PoolId, order: number): Place => {
    const isGroup = pool === 'rows' || pool === 'queues';
    const draw = isGroup
      ? Math.floor(uniform(numbers.seed, order, pool === 'rows' ? DRAW.row : DRAW.queue) * Math.max(1, numbers[pool]))
      : 0;
    const key = `${pool} ${draw}`;
    const known = places.get(key) ?? { free: isGroup ? 1 : numbers[pool], isOpen: true, waiting: [] };
    places.set(key, known);
    return known;
  };
  const letIn = (place: Place): void => {
    while (place.isOpen && place.free > 0) {
      const next = place.waiting.shift();
      if (next === undefined) return;
      place.free -= 1;
      next();
    }
  };
  const isInFault = (kind: string): boolean =>
    faults.some((fault) => fault.kind === kind && now >= fault.fromS * 1_000 && now < fault.toS * 1_000);
  const stands = (on: Obstacle, order: number): boolean => {
    const isFull = (pool: PoolId, max: number): boolean => {
      const place = placeFor(pool, order);
      return place.free <= 0 && place.waiting.length >= max;
    };
    switch (on) {
      case 'full':
        return isFull('threads', numbers['waiting-max']);
      case 'checks-full':
        return isFull('check-threads', numbers['check-queue']);
      case 'poisoned':
        return uniform(numbers.seed, order, DRAW.poison) * 1_000 < numbers.poison;
      case 'end-lost':
        return isInFault('ends-lost');
      case 'points-down':
      case 'broker-away':
        return isInFault(on);
    }
  };
  const attempt = (order: number, atMs: number): void => {
    const made = orders[order]?.attempt ?? 0;
    start((resume) => strand({ order, attempt: made, tries: 0 }, 0, resume), atMs);
    if (numbers.timeout > 0) {
      at(atMs + numbers.timeout, () => {
        const known = orders[order];
        if (known?.attempt === made && known.outcome === 'none') again(order, 'gave-up');
      });
    }
  };
  const again = (order: number, otherwise: 'failed' | 'gave-up'): void => {
    const known = orders[order];
    if (known === undefined) return;
    if (known.attempt + 1 > numbers.retries) return hears(order, otherwise);
    known.attempt += 1;
    attempt(order, now + numbers['retry-pause']);
  };
  const hears = (order: number, outcome: ProcessOrder['outcome']): void => {
    const known = orders[order];
    if (known === undefined) return;
    known.outcome = outcome;
    known.outcomeMs = now;
    if (choices.arrivals === 'closed') at(now, comes);
  };
  const marked = (mark: Mark, { order, attempt: made }: Strand): void => {
    const known = orders[order];
    if (known === undefined) return;
    const mayHear = known.attempt === made && known.outcome === 'none';
    switch (mark) {
      case 'answered':
        if (mayHear) hears(order, 'answered');
        return;
      case 'failed':
        if (mayHear) again(order, 'failed');
        return;
      case 'committed':
        if (known.fate !== 'none') return;
        known.fate = 'committed';
        known.committedMs = now;
        return;
      case 'points':
        if (known.fate === 'points') return;
        known.fate = 'points';
        known.pointsMs = now;
        return;
      case 'lost':
      case 'parked':
        known.fate = mark;
        return;
    }
  };
  const served = (
    { pool, ms, draw }: Extract<Instruction, { do: 'serve' }>,
    order: number,
    resume: () => void,
  ): void => {
    const work = workMs({ scenario, seed: numbers.seed }, draw, order, ms);
    at(pool === 'points-cores' ? pointsDoneAt({ scenario, now }, work) : now + work, resume);
  };

  function* strand(own: Strand, begin: number, resume: () => void): Process {
    const { order } = own;
    for (let pc = begin; ;) {
      const instruction = plan.code[pc];
      if (instruction === undefined) throw new Error(`Expected an instruction at ${pc}.`);
      pc += 1;
      switch (instruction.do) {
        case 'wait':
          at(now + instruction.ms, resume);
          yield;
          break;
        case 'tick':
          at((Math.floor(now / instruction.ms) + 1) * instruction.ms, resume);
          yield;
          break;
        case 'take': {
          const place = placeFor(instruction.pool, order);
          if (place.isOpen && place.free > 0) place.free -= 1;
          else {
            place.waiting.push(() => at(now, resume));
            yield;
          }
          break;
        }
        case 'give': {
          const place = placeFor(instruction.pool, order);
          place.free += 1;
          letIn(place);
          break;
        }
        case 'serve': {
          const place = placeFor(instruction.pool, order);
          if (place.isOpen && place.free > 0) {
            place.free -= 1;
            served(instruction, order, resume);
          } else place.waiting.push(() => served(instruction, order, resume));
          yield;
          place.free += 1;
          letIn(place);
          break;
        }
        case 'mark':
          marked(instruction.mark, own);
          break;
        case 'fork': {
          const other = { order, attempt: orders[order]?.attempt ?? 0, tries: 0 };
          start((go) => strand(other, instruction.to, go), now);
          break;
        }
        case 'join': {
          const joins = orders[order]?.joins ?? new Map<number, number>();
          const count = (joins.get(instruction.slot) ?? 0) + 1;
          joins.set(instruction.slot, count === instruction.need ? 0 : count);
          if (count < instruction.need) return;
          break;
        }
        case 'jump':
          pc = instruction.to;
          break;
        case 'branch':
          if (stands(instruction.on, order)) pc = instruction.to;
          break;
        case 'hand':
          if (instruction.actor === 'relay') {
            relay.rows.push(resume);
            if (choices.hint === 'on' && relay.wake !== null) {
              at(now, relay.wake);
              relay.wake = null;
            }
          } else {
            if (half.open.has(order)) return;
            half.list.push(order);
            half.open.set(order, { asked: 0, goOn: resume });
          }
          yield;
          break;
        case 'retry':
          own.tries += 1;
          if (numbers.tries > 0 && own.tries >= numbers.tries) pc = instruction.to;
          else {
            at(now + retryAfterMs(choices['on-failure'], own.tries), resume);
            yield;
          }
          break;
        case 'end':
          return;
        case 'gather':
          while (relay.rows.length === 0) {
            if (choices.hint === 'on') relay.wake = resume;
            else at(now + numbers['poll-every'], resume);
            yield;
          }
          relay.batch = relay.rows.splice(0, numbers.batch);
          relay.size = relay.batch.length;
          break;
        case 'release':
          for (const go of relay.batch.splice(0)) at(now, go);
          break;
        case 'rest': {
          const looksAgain = choices['look-again'] === 'on' && relay.size === numbers.batch;
          if (choices.hint === 'on' || looksAgain) break;
          at(now + numbers['poll-every'], resume);
          yield;
          break;
        }
        case 'ask':
          if (askNext()) {
            at(now + instruction.ms, resume);
            yield;
          } else pc = instruction.to;
          break;
        case 'settle': {
          const message = half.open.get(order);
          if (message === undefined) break;
          half.open.delete(order);
          at(now, message.goOn);
          break;
        }
      }
    }
  }
  const askNext = (): boolean => {
    while (half.cursor < half.list.length) {
      const order = half.list[half.cursor] ?? 0;
      half.cursor += 1;
      const message = half.open.get(order);
      if (message === undefined || now - (orders[order]?.committedMs ?? 0) < numbers['check-age']) continue;
      if (message.asked >= numbers['checks-max']) {
        half.open.delete(order);
        marked('parked', { order, attempt: 0, tries: 0 });
      } else {
        message.asked += 1;
        start(
          (resume) => strand({ order, attempt: orders[order]?.attempt ?? 0, tries: 0 }, plan.asked ?? 0, resume),
          now,
        );
      }
      return true;
    }
    half.list = half.list.filter((order) => half.open.has(order));
    half.cursor = 0;
    return false;
  };
  const arrivals = openArrivals(curve, numbers.seed, choices.arrivals === 'even');
  function comes(): void {
    if (choices.arrivals === 'closed' && (orders.length >= ordersOf(curve) || hasEnded)) return;
    orders.push({
      arrivedMs: now,
      outcome: 'none',
      outcomeMs: NaN,
      committedMs: NaN,
      pointsMs: NaN,
      fate: 'none',
      attempt: 0,
      joins: new Map(),
    });
    attempt(orders.length - 1, now);
    expectNext();
  }
  function expectNext(): void {
    const next = choices.arrivals === 'closed' ? Infinity : arrivals.next();
    if (next < Infinity) at(next, comes);
  }

  at(endMs, () => {
    hasEnded = true;
  });
  for (const { kind, fromS, toS } of faults) {
    if (kind !== 'consumers-away') continue;
    const isOpen = (open: boolean) => (): void => {
      const consumers = placeFor('consumers', 0);
      consumers.isOpen = open;
      letIn(consumers);
    };
    at(fromS * 1_000, isOpen(false));
    at(toS * 1_000, isOpen(true));
  }
  for (const entry of [plan.relay, plan.checker]) {
    if (entry !== null) start((resume) => strand({ order: -1, attempt: 0, tries: 0 }, entry, resume), 0);
  }
  if (choices.arrivals === 'closed') for (let client = 0; client < numbers.clients; client += 1) at(0, comes);
  else expectNext();
  for (let next = pop(due); next !== undefined; next = pop(due)) {
    now = next.atMs;
    next.go();
    while (isSettled(orders[settled])) settled += 1;
    if (hasEnded && (stopsAtEnd(scenario) || settled === orders.length)) break;
  }
  return orders;
}

function isSettled(order: ProcessOrder | undefined): boolean {
  if (order === undefined) return false;
  const { outcome, fate } = order;
  const isEnded = fate === 'points' || fate === 'lost' || fate === 'parked';
  return outcome === 'failed' || (outcome !== 'none' && isEnded);
}

interface Due {
  readonly atMs: number;
  readonly number: number;
  readonly go: () => void;
}

function isLater(one: Due | undefined, other: Due): boolean {
  if (one === undefined) return false;
  return one.atMs > other.atMs || (one.atMs === other.atMs && one.number > other.number);
}

function pop(due: Due[]): Due | undefined {
  const [first] = due;
  const last = due.pop();
  if (first === undefined || last === undefined || due.length === 0) return first;
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    const right = left + 1;
    const leftOne = due[left];
    if (leftOne === undefined) break;
    const rightOne = due[right];
    const least = rightOne !== undefined && isLater(leftOne, rightOne) ? right : left;
    const child = due[least];
    if (child === undefined || !isLater(last, child)) break;
    due[parent] = child;
    parent = least;
  }
  due[parent] = last;
  return first;
}
