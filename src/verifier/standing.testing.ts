/**
 * Whether a reduced space stands for the whole one. Pairs of a whole state and the one that stands for it are visited: every step
 * of the whole state must be one that the other makes as well, or one that it has no use for; promises must look the same.
 */
import { keyOf } from '../engine/data.ts';
import type { World } from '../engine/world.ts';
import { chanceOf } from '../scenario/mutations.testing.ts';
import { budgetSlot } from './budget.ts';
import { engineOf, mishapsOf, type Asked } from './explore.testing.ts';
import { differing, discardedIn, withoutDiscarded } from './discarded.testing.ts';
import { prefersMore } from './explore.ts';
import { propertiesOf, type Property } from './properties.ts';
import { isForPromises, type Reduction } from './question.ts';
import { keptBy } from './reductions.ts';
import { EVERYTHING, spaceOf, type Mover, type StepInfo } from './space.ts';
import { Walker, type Edge } from './walker.ts';

export interface Compared {
  /** Pairs; as many as there are where the space has fewer than were asked for. */
  readonly visited: number;
  /** What does not fit, in words; the first few. */
  readonly mismatches: readonly string[];
}

const MISMATCHES_MAX = 5;
const WALKS_MAX = 3_000;
const STEPS_MAX = 80;

interface Pair {
  readonly whole: number;
  readonly standing: number;
}

/** Along random walks, up to so many pairs. */
export function comparedOnWalks(asked: Asked, reduction: Reduction, pairs: number): Compared {
  const { first, visit, mismatches } = comparisonOf(asked, reduction);
  const chance = chanceOf(1);
  const known = new Map<string, readonly Pair[]>();
  const nextOf = (pair: Pair): readonly Pair[] => {
    const key = `${pair.whole} ${pair.standing}`;
    const next = known.get(key) ?? visit(pair);
    known.set(key, next);
    return next;
  };
  for (let walks = 0; walks < WALKS_MAX && known.size < pairs; walks += 1) {
    let pair: Pair | undefined = first;
    for (let steps = 0; steps < STEPS_MAX && pair !== undefined && known.size < pairs; steps += 1) {
      pair = chance.pick(nextOf(pair));
    }
  }
  return { visited: known.size, mismatches };
}

/** Everywhere. */
export function comparedEverywhere(asked: Asked, reduction: Reduction): Compared {
  const { first, visit, mismatches } = comparisonOf(asked, reduction);
  const found = new Map([[`${first.whole} ${first.standing}`, first]]);
  // A map goes through what is added on the way too.
  for (const pair of found.values()) for (const next of visit(pair)) found.set(`${next.whole} ${next.standing}`, next);
  return { visited: found.size, mismatches };
}

function comparisonOf(asked: Asked, reduction: Reduction) {
  const { protocol, settings, faults, orders = 1 } = asked;
  const engine = engineOf(asked);
  const budgets = budgetSlot(faults, orders, mishapsOf(asked));
  const whole = new Walker(spaceOf(engine, EVERYTHING, budgets.isAsked), budgets);
  const kinds = asked.kind === undefined || asked.isReckless === true ? [] : [asked.kind];
  const kept = keptBy(protocol, settings, reduction, kinds);
  if (kept === null) throw new Error(`Expected settings that have a space ${reduction}.`);
  const reduced = new Walker(spaceOf(engine, kept, budgets.isAsked), budgets, prefersMore(reduction));
  const namer = new Walker(spaceOf(engine, kept, budgets.isAsked), budgets);
  const properties = propertiesOf(protocol).filter(
    ({ id, survives }) => survives.includes(reduction) && id !== PASSING,
  );
  const isTrue = (property: Property, world: World): boolean =>
    property.looksAt === 'ledger' ? property.test(protocol.ledger(world, engine.model.settings)) : property.test(world);
  const mismatches: string[] = [];
  const wrong = (what: string, { whole: state }: Pair): void => {
    if (mismatches.length < MISMATCHES_MAX) mismatches.push(`${what} in ${said(worldAt(whole, state))}`);
  };
  const moves = new Map<number, readonly Move[]>();
  const movesOf = (state: number): readonly Move[] => {
    const known = moves.get(state) ?? movesFrom(reduced, state);
    moves.set(state, known);
    return known;
  };
  /** Whether a reduced state stands for a whole one, as far as its own budget goes. */
  const stands = (standing: number, state: number): boolean => {
    const budget = budgetAt(reduced, standing);
    const world = worldOf(whole, state);
    if (!prefersMore(reduction)) return reduced.numberOf(world, budget) === standing;
    const spent = budgetAt(whole, state);
    // What is forgotten depends on what is left: they agree if they do with any budget between theirs.
    const between = [budget, spent, ...budgets.lessThan(spent)].filter(
      (one) => one === budget || budgets.lessThan(one).includes(budget),
    );
    const discarded = discardedIn(world);
    if (discarded.size === 0) return between.some((one) => reduced.numberOf(world, one, budget) === standing);
    const other = worldOf(reduced, standing);
    return between.some((one) => {
      const cleaned = worldOf(namer, namer.enter(world, one));
      const over = differing(cleaned, other);
      const left = (of: World): number =>
        namer.enter(withoutDiscarded(of, { orders: discarded, over, asked: cleaned }), one);
      return left(cleaned) === left(other);
    });
  };
  /** The reduced state that stands for where a step leads: after the same step, or none, or the same and an own one. */
  const follow = ({ standing }: Pair, { info, next }: Edge): number | null => {
    const kind = kindOf(info.mover);
    const alike = movesOf(standing).filter((move) => move.kind === kind);
    const step = keyOf(info.step);
    const isSame = (move: Move): boolean => move.step === step && stands(move.to, next);
    const made = alike.find(isSame) ?? alike.find(({ to }) => stands(to, next));
    if (made !== undefined) return made.to;
    // A fault that strikes only what is dead may stay unspent.
    if (kind !== 'order' && stands(standing, next)) return standing;
    if (!isForPromises(reduction)) return null;
    const after = alike.flatMap(({ to }) => movesOf(to)).find((move) => move.kind === 'own' && stands(move.to, next));
    return after?.to ?? null;
  };
  const visit = (pair: Pair): readonly Pair[] => {
    const steps = whole.edges(pair.whole);
    const isAtRest = steps.every(({ info, next }) => next === pair.whole || !isDue(info));
    // What is discarded rests, and where nothing is discarded it is asked about for ever.
    const isParked = prefersMore(reduction) && discardedIn(worldOf(whole, pair.whole)).size > 0;
    for (const property of properties) {
      if (property.kind === 'settles' && (!isAtRest || isParked)) continue;
      const [one, other] = [worldAt(whole, pair.whole), worldAt(reduced, pair.standing)];
      if (isTrue(property, one) !== isTrue(property, other)) wrong(property.id, pair);
    }
    const possible = movesOf(pair.standing);
    if (isAtRest && !isParked && possible.some(({ isDue: comes, to }) => comes && to !== pair.standing))
      wrong('rest', pair);
    const followed = steps.map((edge) => ({ edge, to: follow(pair, edge) }));
    for (const { edge, to } of followed) if (to === null) wrong(JSON.stringify(edge.info.step), pair);
    // It may have faults left that the whole state has spent on what is dead.
    const hasSpentAlike = budgetAt(whole, pair.whole) === budgetAt(reduced, pair.standing);
    if (reduction === 'exact' && hasSpentAlike) {
      const isMade = (move: Move): boolean =>
        move.to === pair.standing ||
        followed.some(({ edge, to }) => kindOf(edge.info.mover) === move.kind && to === move.to);
      const extra = possible.find((move) => !isMade(move));
      if (extra !== undefined) wrong(`${extra.kind} to ${said(worldAt(reduced, extra.to))}`, pair);
    }
    return followed.flatMap(({ edge, to }) => {
      const isNew = edge.next !== pair.whole && to !== null;
      return isNew ? [{ whole: edge.next, standing: to }] : [];
    });
  };
  return { first: { whole: 0, standing: 0 }, visit, mismatches };
}

/** Whether a reduction has to keep what a property says, wherever a run is. */
/** Shown by a half message when it is stored; afterwards it may be left behind. */
const PASSING = 'ever-checked-five-times';

interface Move {
  readonly kind: string;
  readonly step: string;
  readonly to: number;
  readonly isDue: boolean;
}

function movesFrom(walker: Walker, state: number): readonly Move[] {
  return walker.edges(state).map(({ info, next }) => ({
    kind: kindOf(info.mover),
    step: keyOf(info.step),
    to: next,
    isDue: isDue(info),
  }));
}

/** What comes at some time where it stays possible. */
function isDue({ mover, isOptional }: StepInfo): boolean {
  return kindOf(mover) === 'own' && !isOptional;
}

function kindOf(mover: Mover): Exclude<Mover, 'system' | 'outcome'> | 'own' {
  return mover === 'system' || mover === 'outcome' ? 'own' : mover;
}

function budgetAt({ space, table }: Walker, state: number): number {
  table.read(state, space.view);
  return space.view[space.slotCount] ?? 0;
}

function worldAt(walker: Walker, state: number): World {
  walker.look(state);
  return walker.space.world();
}

/** The same, to be kept: it does not look at the view. */
function worldOf(walker: Walker, state: number): World {
  const { roles, network, timers, crashed } = worldAt(walker, state);
  return { roles: { ...roles }, network: { ...network }, timers: { ...timers }, crashed: [...crashed] };
}

function said({ roles, network, timers, crashed }: World): string {
  return JSON.stringify({ roles, network, timers, crashed });
}
