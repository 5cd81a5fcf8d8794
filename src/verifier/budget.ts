/** Faults, repairs and orders spent so far, as one more slot of a state. */
import { partsOf } from '../engine/choiceClass.ts';
import type { FaultBudget, MishapBudget } from './question.ts';
import type { Asks, Mover } from './space.ts';

export interface BudgetSlot {
  /** The number of the budget after a move, or −1 where it is spent. System moves and outcomes cost nothing. */
  readonly spend: (budget: number, mover: Mover) => number;
  /** What this budget has left: a bit for each of the `FORESEEN` costs. */
  readonly future: (budget: number) => number;
  /** The known budgets that have spent no more than this one of anything, and less of something. */
  readonly lessThan: (budget: number) => readonly number[];
  /** Whether there is any budget for a mishap or a repair; null where there is none for any. */
  readonly isAsked: Asks | null;
}

/** Costs of which it matters whether one may still come. */
export const FORESEEN = ['crash', 'drop'] as const;

export type Foreseen = (typeof FORESEEN)[number];

export const NO_MISHAPS: MishapBudget = { kinds: {}, others: 0, persons: 0 };

export function budgetSlot(faults: FaultBudget, orders: number, mishaps: MishapBudget = NO_MISHAPS): BudgetSlot {
  const max = maximaOf(faults, orders, mishaps);
  const costs = [...max.keys()];
  const spents: (readonly number[])[] = [costs.map(() => 0)];
  const next: number[][] = costs.map(() => []);
  const left: number[] = [];
  /** As long as there are so many budgets. */
  const less: { readonly among: number; readonly budgets: readonly number[] }[] = [];
  const indices = new Map<Mover, number>();
  const indexOf = (mover: Mover): number => {
    const known = indices.get(mover) ?? costs.indexOf(costOf(mover, max));
    indices.set(mover, known);
    return known;
  };
  const spentIn = (budget: number): readonly number[] => {
    const spent = spents[budget];
    if (spent === undefined) throw new Error(`Expected a known budget; got number ${budget}.`);
    return spent;
  };
  const maxOf = (index: number): number => max.get(costs[index] ?? '') ?? 0;
  const isLeft = (spent: readonly number[], index: number): boolean => (spent[index] ?? 0) < maxOf(index);
  return {
    isAsked: hasMishaps(mishaps) ? (choiceClass) => maxOf(indexOf(choiceClass)) > 0 : null,
    future: (budget) => {
      const spent = spentIn(budget);
      return (left[budget] ??= FORESEEN.reduce(
        (bits, cost, bit) => (isLeft(spent, costs.indexOf(cost)) ? bits | (1 << bit) : bits),
        0,
      ));
    },
    lessThan: (budget) => {
      const known = less[budget];
      if (known?.among === spents.length) return known.budgets;
      const spent = spentIn(budget);
      const isLess = (other: readonly number[]): boolean =>
        other !== spent && other.every((count, index) => count <= (spent[index] ?? 0));
      const budgets = spents.flatMap((other, number) => (isLess(other) ? [number] : []));
      less[budget] = { among: spents.length, budgets };
      return budgets;
    },
    spend: (budget, mover) => {
      if (isFree(mover)) return budget;
      const index = indexOf(mover);
      const known = next[index]?.[budget];
      if (known !== undefined) return known;
      const spent = spentIn(budget);
      const after = spent.with(index, (spent[index] ?? 0) + 1);
      const answer = isLeft(spent, index) ? numberOf(spents, after) : -1;
      (next[index] ??= [])[budget] = answer;
      return answer;
    },
  };
}

export function hasMishaps({ kinds, others, persons }: MishapBudget): boolean {
  return others > 0 || persons > 0 || Object.values(kinds).some((count) => count > 0);
}

function isFree(mover: Mover): boolean {
  return mover === 'system' || mover === 'outcome';
}

/** By what a move costs, how many there may be. Kinds of faults that are not named share one budget, as do kinds of repairs. */
function maximaOf(faults: FaultBudget, orders: number, { kinds, others, persons }: MishapBudget) {
  const named = Object.entries(kinds).flatMap(([kind, count]) =>
    ([`fault:${kind}`, `person:${kind}`] as const).map((mover) => [mover, count] as const),
  );
  const { crash, drop, duplicate } = faults;
  return new Map<string, number>([
    ...Object.entries({ crash, drop, duplicate, order: orders, others, persons }),
    ...named,
  ]);
}

function costOf(mover: Mover, max: ReadonlyMap<string, number>): string {
  if (max.has(mover) || mover === 'system') return mover;
  if (mover === 'crash' || mover === 'drop' || mover === 'duplicate') return mover;
  return partsOf(mover).of === 'person' ? 'persons' : 'others';
}

function numberOf(spents: (readonly number[])[], spent: readonly number[]): number {
  const known = spents.findIndex((other) => other.every((count, index) => count === spent[index]));
  if (known >= 0) return known;
  spents.push(spent);
  return spents.length - 1;
}
