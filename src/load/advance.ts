/** What a strand does from one event to the next: instruction by instruction, until it has to wait. */
import { ask, gather, hand, onceMore, release, rest, settle } from './actors.ts';
import { isOwn, letGo } from './death.ts';
import { hasToken } from './door.ts';
import { DRAW, uniform } from './draws.ts';
import { endStrand, newStrand, schedule } from './events.ts';
import { joined } from './joins.ts';
import { OPS } from './opcodes.ts';
import { fail, mark } from './orders.ts';
import { MARKS, OBSTACLES, POOLS } from './instruction.ts';
import { beginWork, giveBack, givePlace, holdsNow, placeOf, takePlace } from './pools.ts';
import { DOOM, FATE, type Run } from './state.ts';
import { arm, divide, isTooLate, meets } from './watches.ts';

/** Pools before the groups have one place each, at their own index. */
const THREADS = POOLS.indexOf('threads');
const CHECK_THREADS = POOLS.indexOf('check-threads');

export function advance(run: Run, strand: number): void {
  const place = run.serving[strand] ?? 0;
  if (place > 0) {
    run.serving[strand] = 0;
    givePlace(run, place - 1);
  }
  if (run.doom[strand] === DOOM.doomed) return endStrand(run, strand);
  const { op, a, b, ms } = run.code;
  for (;;) {
    const pc = run.pc[strand] ?? 0;
    switch (op[pc] ?? OPS.end) {
      case OPS.wait:
        run.pc[strand] = pc + 1;
        return schedule(run, run.now + (ms[pc] ?? 0), strand);
      case OPS.take:
        if (!takePlace(run, placeOf(run, a[pc] ?? 0, run.order[strand] ?? 0), strand)) return;
        holdsNow(run, strand, a[pc] ?? 0);
        run.pc[strand] = pc + 1;
        break;
      case OPS.serve: {
        const core = placeOf(run, a[pc] ?? 0, run.order[strand] ?? 0);
        if (takePlace(run, core, strand)) beginWork(run, core, strand);
        return;
      }
      case OPS.give:
        give(run, strand, a[pc] ?? 0);
        run.pc[strand] = pc + 1;
        break;
      case OPS.mark:
        note(run, strand, a[pc] ?? 0);
        run.pc[strand] = pc + 1;
        break;
      case OPS.fork:
        fork(run, strand, pc);
        run.pc[strand] = pc + 1;
        break;
      case OPS.join:
        if (!joined(run, strand, a[pc] ?? 0, b[pc] ?? 0)) return endStrand(run, strand);
        run.pc[strand] = pc + 1;
        break;
      case OPS.jump:
        run.pc[strand] = a[pc] ?? 0;
        break;
      case OPS.branch:
        run.pc[strand] = stands(run, strand, b[pc] ?? 0) ? (a[pc] ?? 0) : pc + 1;
        break;
      case OPS.watch:
        arm(run, strand, b[pc] ?? 0);
        run.pc[strand] = pc + 1;
        break;
      case OPS.met:
        run.pc[strand] = meets(run, strand, b[pc] ?? 0) ? pc + 1 : (a[pc] ?? 0);
        break;
      case OPS.end:
        return endStrand(run, strand);
      default:
        if (!advanceRarely(run, strand, pc)) return;
    }
  }
}

/** Instructions of actors and of what goes wrong; true when the strand goes on at once. */
function advanceRarely(run: Run, strand: number, pc: number): boolean {
  const { op, a, ms } = run.code;
  switch (op[pc] ?? OPS.end) {
    case OPS.tick: {
      const period = ms[pc] ?? 1;
      run.pc[strand] = pc + 1;
      schedule(run, (Math.floor(run.now / period) + 1) * period, strand);
      return false;
    }
    case OPS.hand:
      run.pc[strand] = pc + 1;
      hand(run, strand, a[pc] ?? 0);
      return false;
    case OPS.retry:
      return retry(run, strand, pc);
    case OPS.gather:
      return gather(run, strand, pc);
    case OPS.release:
      release(run, strand);
      run.pc[strand] = pc + 1;
      return true;
    case OPS.rest:
      run.pc[strand] = pc + 1;
      return rest(run, strand);
    case OPS.ask:
      return ask(run, strand, pc);
    case OPS.zone:
      if (!isTooLate(run, strand)) run.zone[strand] = a[pc] ?? 0;
      run.pc[strand] = pc + 1;
      return true;
    case OPS['let-go']:
      letGo(run, strand);
      run.pc[strand] = pc + 1;
      return true;
    case OPS.return:
      if (((run.holds[strand] ?? 0) & (1 << (a[pc] ?? 0))) !== 0) give(run, strand, a[pc] ?? 0);
      run.pc[strand] = pc + 1;
      return true;
    case OPS.again:
      onceMore(run, a[pc] ?? 0);
      run.pc[strand] = pc + 1;
      return true;
    case OPS.settle:
      settle(run, run.order[strand] ?? 0);
      run.pc[strand] = pc + 1;
      return true;
    default:
      throw new Error(`Expected a known instruction at ${pc}.`);
  }
}

/** The places of a service that has died are empty already. */
function give(run: Run, strand: number, pool: number): void {
  if (run.doom[strand] !== DOOM.orphan || !isOwn(pool)) giveBack(run, strand, pool);
}

function fork(run: Run, strand: number, pc: number): void {
  const { a, b, c } = run.code;
  const other = newStrand(run, run.order[strand] ?? 0, a[pc] ?? 0);
  run.attempt[other] = run.attempt[strand] ?? 0;
  const deadlines = c[pc] ?? 0;
  if (deadlines !== 0) divide(run, strand, other, { moves: deadlines & 0xff, shares: deadlines >> 8 });
  const carried = (run.holds[strand] ?? 0) & (b[pc] ?? 0);
  run.holds[other] = carried;
  run.holds[strand] = (run.holds[strand] ?? 0) & ~carried;
  schedule(run, run.now, other);
}

function note(run: Run, strand: number, which: number): void {
  const order = run.order[strand] ?? 0;
  const what = MARKS[which];
  if (what === undefined) throw new Error(`Expected a known mark, got ${which}.`);
  if (what === 'failed') fail(run, order, run.attempt[strand] ?? 0);
  else mark(run, order, run.attempt[strand] ?? 0, what);
}

function stands(run: Run, strand: number, which: number): boolean {
  const obstacle = OBSTACLES[which];
  const { numbers, places } = run;
  if (obstacle === undefined) throw new Error(`Expected a known obstacle, got ${which}.`);
  switch (obstacle) {
    case 'full':
      return isFull(places.free[THREADS] ?? 0, places.waiting[THREADS] ?? 0, numbers['waiting-max']);
    case 'checks-full':
      return isFull(places.free[CHECK_THREADS] ?? 0, places.waiting[CHECK_THREADS] ?? 0, numbers['check-queue']);
    case 'poisoned':
      return uniform(run.seed, run.order[strand] ?? 0, DRAW.poison) * 1_000 < numbers.poison;
    case 'no-token':
      return !hasToken(run);
    case 'order-down':
      return run.isDown;
    case 'not-committed':
      return run.fate[run.order[strand] ?? 0] === FATE.none;
    case 'orphaned':
      return run.doom[strand] === DOOM.orphan;
    case 'points-down':
    case 'broker-away':
    case 'end-lost':
      return isInFault(run, obstacle);
  }
}

function isFull(free: number, waiting: number, max: number): boolean {
  return free <= 0 && waiting >= max;
}

function isInFault({ scenario, now }: Run, obstacle: 'points-down' | 'broker-away' | 'end-lost'): boolean {
  const wanted = obstacle === 'end-lost' ? 'ends-lost' : obstacle;
  return scenario.faults.some(({ kind, fromS, toS }) => kind === wanted && now >= fromS * 1_000 && now < toS * 1_000);
}

/** `messageDelayLevel` from level 3 on, in seconds: what a consumer that fails waits for. */
const LEVELS_S = [10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1_200, 1_800, 3_600, 7_200];
/** `suspendCurrentQueueTimeMillis`. */
const ORDERED_MS = 1_000;
/** How soon a message that was put back at the head is there again. */
const HEAD_MS = 1;

export function retryAfterMs(onFailure: 'levels' | 'ordered' | 'head', tries: number): number {
  switch (onFailure) {
    case 'levels':
      return (LEVELS_S[Math.min(tries, LEVELS_S.length) - 1] ?? 0) * 1_000;
    case 'ordered':
      return ORDERED_MS;
    case 'head':
      return HEAD_MS;
  }
}

function retry(run: Run, strand: number, pc: number): boolean {
  const tries = (run.tries[strand] ?? 0) + 1;
  run.tries[strand] = Math.min(tries, 65_535);
  if (run.numbers.tries > 0 && tries >= run.numbers.tries) {
    run.pc[strand] = run.code.a[pc] ?? 0;
    return true;
  }
  run.pc[strand] = pc + 1;
  schedule(run, run.now + retryAfterMs(run.scenario.choices['on-failure'], tries), strand);
  return false;
}
