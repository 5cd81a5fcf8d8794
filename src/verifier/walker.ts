/** Walks from state to state: where a step leads is looked up in, or added to, the table of all states. */
import type { BudgetSlot } from './budget.ts';
import type { SlotHashes } from './hashes.ts';
import type { Effects, Space, StepInfo } from './space.ts';
import { stateTable, type StateTable } from './stateTable.ts';

/** One step and where it leads: the number of a known state, or −1 − number of one just added. */
export type Visit = (info: StepInfo, found: number) => void;

export interface Walker {
  readonly table: StateTable;
  /** Puts a state into the space's view. */
  readonly look: (state: number) => void;
  /** Calls back with every step of a state that the budget allows. */
  readonly expand: (state: number, visit: Visit) => void;
}

/** A walker over an empty table that holds the initial state as number 0. */
export function walkerOf(space: Space, budgets: BudgetSlot): Walker {
  const { slotCount, hashes, cleanings } = space;
  const table = stateTable(slotCount + 1);
  const source = space.view.values;
  const candidate = space.ahead.values;
  let sourceHash = 0;
  let hash = 0;

  const change = (effects: Effects): void => {
    const { values } = effects;
    for (let index = 0; index < values.length; index += 2) candidate[values[index] ?? 0] = values[index + 1] ?? 0;
    hash ^= effects.hash;
  };

  /** Takes out of `candidate` what is dead there, where one of these roles has changed. */
  const clean = (roles: number, mayCrash: boolean): void => {
    for (const cleaning of cleanings) {
      if ((cleaning.roles & roles) !== 0) change(mayCrash ? cleaning.effects() : cleaning.lastEffects());
    }
  };

  /** Where a step leads from the state in `source`, to which `candidate` is equal before and after. */
  const target = (effects: Effects, budget: number): number => {
    const spent = source[slotCount] ?? 0;
    hash = sourceHash;
    change(effects);
    if (budget !== spent) {
      hash ^= hashes.at(slotCount, spent) ^ hashes.at(slotCount, budget);
      candidate[slotCount] = budget;
    }
    if (cleanings.length > 0) {
      const mayCrash = budgets.mayCrash(budget);
      // What only a crash would ask for dies with the last one.
      clean(mayCrash === budgets.mayCrash(spent) ? effects.roles : ALL_ROLES, mayCrash);
    }
    const found = table.find(candidate, hash);
    // So few numbers are copied faster one by one.
    for (let slot = 0; slot <= slotCount; slot += 1) candidate[slot] = source[slot] ?? 0;
    return found;
  };

  const steps: StepInfo[] = [];
  const targets: number[] = [];
  let count = 0;
  const take = (infos: readonly StepInfo[]): void => {
    const spent = source[slotCount] ?? 0;
    for (const info of infos) {
      const budget = budgets.spend(spent, info.mover);
      if (budget < 0) continue;
      steps[count] = info;
      targets[count] = target(info.effects(), budget);
      count += 1;
    }
  };

  candidate.set([...space.initial, 0]);
  clean(ALL_ROLES, budgets.mayCrash(0));
  table.find(candidate, hashOf(hashes, candidate));
  return {
    table,
    look: (state) => table.copy(state, source),
    expand: (state, visit) => {
      table.copy(state, source);
      candidate.set(source);
      sourceHash = hashOf(hashes, source);
      count = 0;
      space.steps(take);
      // The visitor may look elsewhere: everything about this state is known by now.
      for (let index = 0; index < count; index += 1) {
        const info = steps[index];
        if (info !== undefined) visit(info, targets[index] ?? 0);
      }
    },
  };
}

const ALL_ROLES = -1;

function hashOf(hashes: SlotHashes, values: Int32Array): number {
  let hash = 0;
  for (let slot = 0; slot < values.length; slot += 1) hash ^= hashes.at(slot, values[slot] ?? 0);
  return hash;
}
