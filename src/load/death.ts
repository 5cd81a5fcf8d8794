/**
 * The process of the order service dies. Buyers hear that it failed; what had not begun is gone; what was half-way is caught,
 * and what becomes of it is the protocol's; what was asked of others goes on without it.
 */
import { hand } from './actors.ts';
import { ENDED, endStrand, newStrand, schedule } from './events.ts';
import { OWN_POOLS, POOLS, ZONES } from './instruction.ts';
import { forgetJoins, takeOver } from './joins.ts';
import { leaveAll } from './mates.ts';
import { fail, mark } from './orders.ts';
import { giveBack, occupy } from './pools.ts';
import { bitOf } from './code.ts';
import { DOOM, FATE, NOBODY, OUTCOME, type Run } from './state.ts';

const OUTSIDE = ZONES.indexOf('outside');
const CAUGHT = ZONES.indexOf('caught');
const BEYOND = ZONES.indexOf('beyond');
const CHECKER = 1;
const OWN = POOLS.flatMap((pool, index) => (OWN_POOLS.has(pool) ? [index] : []));

export function isOwn(pool: number): boolean {
  return OWN.includes(pool);
}

/** `heard` is called for every buyer who has heard that it failed. */
export function die(run: Run, heard: () => void): void {
  run.isDown = true;
  const victims = victimsOf(run);
  for (const strand of victims) run.doom[strand] = goesOn(run, strand) ? DOOM.orphan : DOOM.doomed;
  const waited = leaveQueues(run);
  emptyOwnPools(run);
  const caught = new Map<number, number>();
  for (const strand of victims) {
    const order = run.order[strand] ?? 0;
    takeOver(run, strand);
    forgetJoins(run, strand);
    leaveAll(run, strand);
    const isNews = run.zone[strand] === CAUGHT && !caught.has(order);
    if (isNews) run.caught += 1;
    if (run.zone[strand] === CAUGHT) caught.set(order, (caught.get(order) ?? 0) | rowBit(run, strand));
    if (isNews) fate(run, order);
    letGo(run, strand);
    const isWaitedFor = run.outcome[order] === OUTCOME.none;
    fail(run, order, run.attempt[strand] ?? 0);
    if (isWaitedFor && run.outcome[order] !== OUTCOME.none) heard();
  }
  for (const strand of waited) endStrand(run, strand);
  if (run.plan.death?.fate !== 'in-doubt') return;
  for (const [order, holds] of caught) run.inDoubt.push({ order, holds });
}

/** It is started again; what was in doubt, recovery asks about at once. */
export function beAgain(run: Run): void {
  run.isDown = false;
  for (const { order, holds } of run.inDoubt.splice(0)) {
    const strand = newStrand(run, order, run.plan.death?.resume ?? 0);
    run.holds[strand] = holds;
    schedule(run, run.now, strand);
  }
}

/** Gives back whatever it still holds of others' pools. */
export function letGo(run: Run, strand: number): void {
  if (run.doom[strand] === DOOM.orphan) return letRowGo(run, strand);
  const holds = run.holds[strand] ?? 0;
  for (const [pool] of POOLS.entries()) if ((holds & (1 << pool)) !== 0 && !isOwn(pool)) giveBack(run, strand, pool);
}

/** The order database rolls back whoever has gone away; the points service has not noticed. */
function letRowGo(run: Run, strand: number): void {
  if (((run.holds[strand] ?? 0) & bitOf('rows')) !== 0) giveBack(run, strand, POOLS.indexOf('rows'));
}

/** Prepared, a branch keeps its lock whoever has gone away: it is taken from the strand. */
function rowBit(run: Run, strand: number): number {
  if (run.plan.death?.fate !== 'in-doubt') return 0;
  const bit = (run.holds[strand] ?? 0) & bitOf('rows');
  run.holds[strand] = (run.holds[strand] ?? 0) & ~bit;
  return bit;
}

function fate(run: Run, order: number): void {
  const { death } = run.plan;
  if (death?.fate === 'lost' && run.fate[order] === FATE.committed) mark(run, order, 0, 'lost');
  if (death?.fate === 'asked' && (run.checks.open.get(order)?.strand ?? NOBODY) === NOBODY)
    hand(run, newStrand(run, order, death.resume ?? 0), CHECKER);
}

/** In the order of the orders, and of their buyers' attempts. */
function victimsOf(run: Run): readonly number[] {
  const victims: number[] = [];
  for (let strand = 0; strand < run.strands; strand += 1) {
    const isAlive = run.order[strand] !== ENDED && run.doom[strand] !== DOOM.doomed;
    if (isAlive && run.zone[strand] !== OUTSIDE) victims.push(strand);
  }
  const [order, attempt] = [(strand: number) => run.order[strand] ?? 0, (strand: number) => run.attempt[strand] ?? 0];
  return victims.sort((one, other) => order(one) - order(other) || attempt(one) - attempt(other));
}

/** Points without an order: what was asked of the points service is done all the same. */
function goesOn(run: Run, strand: number): boolean {
  if (run.zone[strand] === BEYOND) return true;
  return run.zone[strand] === CAUGHT && run.plan.death?.fate === 'phantom';
}

/** Takes the doomed out of all lists in which they wait; returns them. */
function leaveQueues(run: Run): readonly number[] {
  const { places, next, doom } = run;
  const left: number[] = [];
  for (let place = 0; place < places.head.length; place += 1) {
    let before = -1;
    for (let strand = places.head[place] ?? -1; strand >= 0;) {
      const after = next[strand] ?? -1;
      if (doom[strand] === DOOM.doomed) {
        left.push(strand);
        if (before < 0) places.head[place] = after;
        else next[before] = after;
        places.waiting[place] = (places.waiting[place] ?? 0) - 1;
      } else before = strand;
      strand = after;
    }
    places.tail[place] = before;
  }
  return left;
}

function emptyOwnPools(run: Run): void {
  for (const pool of OWN) {
    const place = run.firstOf[pool] ?? 0;
    occupy(run, place, (run.places.free[place] ?? 0) - (run.places.capacity[place] ?? 0));
  }
}
