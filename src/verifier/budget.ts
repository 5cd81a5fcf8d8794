/** Faults and orders spent so far, as one more slot of a state. */
import type { FaultBudget } from './question.ts';
import type { Mover } from './space.ts';

export interface BudgetSlot {
  /** The number of the budget after a move, or −1 where it is spent. System moves and outcomes cost nothing. */
  readonly spend: (budget: number, mover: Mover) => number;
  /** What this budget has left: a bit for each of the `FORESEEN` costs. */
  readonly future: (budget: number) => number;
}

interface Spent {
  readonly crash: number;
  readonly drop: number;
  readonly duplicate: number;
  readonly order: number;
}

export type Cost = keyof Spent;

/** Costs of which it matters whether one may still come. */
export const FORESEEN: readonly Cost[] = ['crash', 'drop'];

export function budgetSlot(faults: FaultBudget, orders: number): BudgetSlot {
  const max: Spent = { ...faults, order: orders };
  const spents: Spent[] = [{ crash: 0, drop: 0, duplicate: 0, order: 0 }];
  const next: { readonly [cost in Cost]: number[] } = { crash: [], drop: [], duplicate: [], order: [] };
  const left: number[] = [];
  const costing = (budget: number, cost: Cost): number => {
    const known = next[cost][budget];
    if (known !== undefined) return known;
    const spent = spents[budget];
    if (spent === undefined) throw new Error(`Expected a known budget; got number ${budget}.`);
    const after = { ...spent, [cost]: spent[cost] + 1 };
    const answer = after[cost] > max[cost] ? -1 : numberOf(spents, after);
    next[cost][budget] = answer;
    return answer;
  };
  return {
    future: (budget) => {
      const spent = spents[budget];
      if (spent === undefined) throw new Error(`Expected a known budget; got number ${budget}.`);
      return (left[budget] ??= FORESEEN.reduce(
        (bits, cost, index) => (spent[cost] < max[cost] ? bits | (1 << index) : bits),
        0,
      ));
    },
    spend: (budget, mover) => {
      switch (mover) {
        case 'system':
        case 'outcome':
          return budget;
        case 'crash':
        case 'drop':
        case 'duplicate':
        case 'order':
          return costing(budget, mover);
      }
    },
  };
}

function numberOf(spents: Spent[], spent: Spent): number {
  const isSame = (other: Spent): boolean =>
    other.crash === spent.crash &&
    other.drop === spent.drop &&
    other.duplicate === spent.duplicate &&
    other.order === spent.order;
  const known = spents.findIndex(isSame);
  if (known >= 0) return known;
  spents.push(spent);
  return spents.length - 1;
}
