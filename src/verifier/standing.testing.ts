/**
 * Whether a reduced space stands for the whole one. Random walks go through the whole space; at every state on the way, each of
 * its steps must be one that the reduced space makes as well, or one that it need not make, and promises must look the same.
 */
import { createEngine } from '../engine/engine.ts';
import type { World } from '../engine/world.ts';
import { budgetSlot } from './budget.ts';
import { forgettingsOf } from './answer.ts';
import type { Asked } from './explore.testing.ts';
import { propertiesOf, type Property } from './properties.ts';
import type { Reduction } from './question.ts';
import { spaceOf, type Mover } from './space.ts';
import { Walker } from './walker.ts';

export interface Compared {
  readonly visited: number;
  /** What does not fit, in words; the first few. */
  readonly mismatches: readonly string[];
}

const MISMATCHES_MAX = 5;
const WALKS_MAX = 2_000;
const STEPS_MAX = 80;

type Reduced = Exclude<Reduction, 'none'>;

/** Visits so many states; fewer where the space has fewer. */
export function compared(
  { protocol, settings, faults, orders = 1 }: Asked,
  reduction: Reduced,
  visits: number,
): Compared {
  const engine = createEngine(protocol.model(settings));
  const budgets = budgetSlot(faults, orders);
  const whole = new Walker(spaceOf(engine, []), budgets);
  const reduced = new Walker(spaceOf(engine, forgettingsOf(protocol, settings, reduction)), budgets);
  const isKept = ({ kind, id }: Property): boolean =>
    kind === 'always' || (kind === 'sometimes' && reduction === 'exact' && !LEFT_BEHIND.includes(id));
  const properties = propertiesOf(protocol).filter((property) => property.kind === 'settles' || isKept(property));
  const says = ({ space }: Walker, property: Property): boolean => {
    const world = space.world();
    return property.looksAt === 'ledger' ? property.test(protocol.ledger(world)) : property.test(world);
  };
  const mismatches: string[] = [];

  const budgetAt = (state: number): number => {
    whole.look(state);
    return whole.space.view[whole.space.slotCount] ?? 0;
  };
  const standingFor = (state: number, budget: number): number => {
    whole.look(state);
    return reduced.numberOf(whole.space.world(), budget);
  };
  const moves = new Map<number, readonly Move[]>();
  const movesOf = (state: number): readonly Move[] => {
    const known = moves.get(state) ?? movesFrom(reduced, state);
    moves.set(state, known);
    return known;
  };
  const visit = (state: number): readonly number[] => {
    const budget = budgetAt(state);
    const stand = standingFor(state, budget);
    // Nothing led here that the reduced space makes as well, which was told there.
    if (stand < 0) return [];
    const possible = movesOf(stand);
    const steps = whole.edges(state);
    const isAtRest = steps.every(({ info, next }) => next === state || kindOf(info.mover) !== 'own');
    const wrong = (what: string): void => {
      if (mismatches.length < MISMATCHES_MAX) mismatches.push(what);
    };
    whole.look(state);
    reduced.look(stand);
    for (const property of properties) {
      if (property.kind === 'settles' && !isAtRest) continue;
      if (says(whole, property) !== says(reduced, property)) wrong(`${property.id} in ${said(whole.space.world())}`);
    }
    if (isAtRest && possible.some(({ kind, to }) => kind === 'own' && to !== stand)) {
      wrong(`rest in ${said(whole.space.world())}`);
    }
    const made = new Set<string>();
    for (const { info, next } of steps) {
      const kind = kindOf(info.mover);
      const isStanding = ({ to }: Move): boolean => to === standingFor(next, budgetAt(next));
      const isNothing = kind === 'own' ? isStanding({ kind, to: stand }) : standingFor(next, budget) === stand;
      const alike = possible.filter((move) => move.kind === kind);
      for (const move of alike.filter(isStanding)) made.add(`${kind} ${move.to}`);
      const isMadeInTwo = ({ to }: Move): boolean =>
        movesOf(to).some((after) => after.kind === 'own' && isStanding(after));
      const isMade = alike.some(isStanding) || (reduction === 'promises' && alike.some(isMadeInTwo));
      if (!isNothing && !isMade) wrong(`${JSON.stringify(info.step)} in ${said(worldAt(whole, state))}`);
    }
    if (reduction === 'exact') {
      const extra = possible.find(({ kind, to }) => to !== stand && !made.has(`${kind} ${to}`));
      if (extra !== undefined)
        wrong(`${extra.kind} to ${said(worldAt(reduced, extra.to))} from ${said(worldAt(whole, state))}`);
    }
    return steps.flatMap(({ next }) => (next === state ? [] : [next]));
  };

  const random = randomFrom(1);
  const ahead = new Map<number, readonly number[]>();
  for (let walks = 0; walks < WALKS_MAX && ahead.size < visits; walks += 1) {
    let state = 0;
    for (let steps = 0; steps < STEPS_MAX && ahead.size < visits; steps += 1) {
      const next = ahead.get(state) ?? visit(state);
      ahead.set(state, next);
      if (next.length === 0) break;
      state = next[Math.floor(random() * next.length)] ?? 0;
    }
  }
  return { visited: ahead.size, mismatches };
}

/** Shown by a half message when it is stored; afterwards it may be left behind. */
const LEFT_BEHIND: readonly string[] = ['ever-checked-five-times'];

interface Move {
  readonly kind: string;
  readonly to: number;
}

function movesFrom(walker: Walker, state: number): readonly Move[] {
  return walker.edges(state).map(({ info, next }) => ({ kind: kindOf(info.mover), to: next }));
}

function kindOf(mover: Mover): Exclude<Mover, 'system' | 'outcome'> | 'own' {
  return mover === 'system' || mover === 'outcome' ? 'own' : mover;
}

function worldAt(walker: Walker, state: number): World {
  walker.look(state);
  return walker.space.world();
}

function said({ roles, network, timers, crashed }: World): string {
  return JSON.stringify({ roles, network, timers, crashed });
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
