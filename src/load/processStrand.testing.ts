/** One strand as a process: a generator that stops wherever it has to wait. */
import { retryAfterMs } from './advance.ts';
import { OWN_POOLS, type Instruction } from './instruction.ts';
import { pointsDoneAt, workMs } from './pools.ts';
import { askNext, hand, settle } from './processActors.testing.ts';
import { newOwn, takeOver, type Bench, type Own, type Row } from './processBench.testing.ts';
import { marked } from './processBuyers.testing.ts';
import { giveBack, letIn, placeFor, stands } from './processPlaces.testing.ts';
import { breaksOff, keeps, passOn, promise } from './processWatches.testing.ts';

type Process = Generator<undefined, void, undefined>;

/** Begins at a time, or, without one, now and within the same event. */
export function start(bench: Bench, own: Own, pc: number, atMs: number | null): void {
  let running: Process | null = null;
  bench.alive.add(own);
  const resume = (): void => {
    running ??= strand(bench, own, pc, resume);
    if (running.next().done !== true) return;
    bench.alive.delete(own);
    breaksOff(own);
  };
  if (atMs === null) resume();
  else bench.clock.at(atMs, resume);
}

function* strand(bench: Bench, own: Own, begin: number, resume: () => void): Process {
  const { plan, clock } = bench;
  /** What this strand publishes, if it is a relay. */
  let batch: readonly Row[] = [];
  for (let pc = begin; ;) {
    if (own.isDead) return;
    const instruction = plan.code[pc];
    if (instruction === undefined) throw new Error(`Expected an instruction at ${pc}.`);
    pc += 1;
    switch (instruction.do) {
      case 'wait':
        clock.at(clock.now + instruction.ms, resume);
        yield;
        break;
      case 'tick':
        clock.at((Math.floor(clock.now / instruction.ms) + 1) * instruction.ms, resume);
        yield;
        break;
      case 'take': {
        const place = placeFor(bench, instruction.pool, own.order);
        const holds = (): void => void own.holds.add(place.pool);
        if (place.isOpen && place.free > 0) {
          place.free -= 1;
          holds();
        } else {
          place.waiting.push({
            own,
            go: () => {
              holds();
              clock.at(clock.now, resume);
            },
          });
          yield;
        }
        break;
      }
      case 'return':
        if (!own.holds.has(instruction.pool)) break;
        if (!own.isOrphan || !OWN_POOLS.has(instruction.pool)) giveBack(bench, own, instruction.pool);
        break;
      case 'watch':
        promise(bench, own, instruction.dog);
        break;
      case 'met':
        if (!keeps(own, instruction.dog)) pc = instruction.to;
        break;
      case 'give':
        if (!own.isOrphan || !OWN_POOLS.has(instruction.pool)) giveBack(bench, own, instruction.pool);
        break;
      case 'serve':
        yield* work(bench, own, instruction, resume);
        break;
      case 'mark':
        marked(bench, instruction.mark, own);
        break;
      case 'zone':
        if (![...own.promises].some(({ hasPassed }) => hasPassed)) own.zone = instruction.zone;
        break;
      case 'let-go':
        for (const pool of own.holds) giveBack(bench, own, pool);
        break;
      case 'fork': {
        const other = newOwn(own.order, own.attempt);
        passOn(own, other, instruction);
        for (const pool of instruction.carries) if (own.holds.delete(pool)) other.holds.add(pool);
        bench.start(other, instruction.to, clock.now);
        break;
      }
      case 'join': {
        const { joins, pockets } = bench.orders[own.order] ?? { joins: new Map<string, number>(), pockets: new Map() };
        const key = `${own.attempt} ${instruction.slot}`;
        const count = (joins.get(key) ?? 0) + 1;
        joins.set(key, count === instruction.need ? 0 : count);
        if (count < instruction.need) {
          pockets.set(own.attempt, new Set([...(pockets.get(own.attempt) ?? []), ...own.holds]));
          return;
        }
        takeOver(bench, own);
        break;
      }
      case 'jump':
        pc = instruction.to;
        break;
      case 'branch':
        if (stands(bench, instruction.on, own)) pc = instruction.to;
        break;
      case 'hand':
        if (!hand(bench, instruction.actor, own, resume)) return;
        yield;
        break;
      case 'retry':
        own.tries += 1;
        if (bench.scenario.numbers.tries > 0 && own.tries >= bench.scenario.numbers.tries) pc = instruction.to;
        else {
          clock.at(clock.now + retryAfterMs(bench.scenario.choices['on-failure'], own.tries), resume);
          yield;
        }
        break;
      case 'end':
        return;
      case 'gather':
        yield* gather(bench, resume);
        ({ batch } = bench.relay);
        break;
      case 'release':
        for (const { goOn } of batch) clock.at(clock.now, goOn);
        break;
      case 'again':
        for (const { order } of bench.relay.batch) {
          const known = bench.orders[order];
          if (known !== undefined) known.passed = plan.dogs[0]?.delay ?? null;
          bench.start(newOwn(order, known?.attempt ?? 0), instruction.to, clock.now);
        }
        break;
      case 'rest':
        yield* rest(bench, resume);
        break;
      case 'ask':
        if (askNext(bench)) {
          clock.at(clock.now + instruction.ms, resume);
          yield;
        } else pc = instruction.to;
        break;
      case 'settle':
        settle(bench, own.order);
        break;
    }
  }
}

/** Work goes on to its end, whoever has died meanwhile. */
function* work(bench: Bench, own: Own, serve: Extract<Instruction, { do: 'serve' }>, resume: () => void): Process {
  const { clock, scenario } = bench;
  const place = placeFor(bench, serve.pool, own.order);
  const begin = (): void => {
    const ms = workMs({ scenario, seed: scenario.numbers.seed }, serve.draw, own.order, serve.ms);
    const isAtPoints = serve.pool === 'points-cores';
    clock.at(isAtPoints ? pointsDoneAt({ scenario, now: clock.now }, ms) : clock.now + ms, resume);
  };
  if (place.isOpen && place.free > 0) {
    place.free -= 1;
    begin();
  } else place.waiting.push({ own, go: begin });
  yield;
  place.free += 1;
  letIn(place);
}

function* gather({ relay, clock, scenario: { choices, numbers } }: Bench, resume: () => void): Process {
  while (relay.rows.length === 0) {
    if (choices.hint === 'on') relay.wake = resume;
    else clock.at(clock.now + numbers['poll-every'], resume);
    yield;
  }
  relay.batch = relay.rows.splice(0, numbers.batch);
}

function* rest({ relay, clock, scenario: { choices, numbers } }: Bench, resume: () => void): Process {
  const looksAgain = choices['look-again'] === 'on' && relay.batch.length === numbers.batch;
  if (choices.hint === 'on' || looksAgain) return;
  clock.at(clock.now + numbers['poll-every'], resume);
  yield;
}
