/** Walks from state to state: where a step leads is looked up in, or added to, the table of all states. */
import type { BudgetSlot } from './budget.ts';
import type { Space, StepInfo } from './space.ts';
import { stateTable, type StateTable } from './stateTable.ts';

export interface Walker {
  readonly table: StateTable;
  /** Points the space's view to a state. */
  readonly look: (state: number) => void;
  /**
   * Calls back with every step of a state that the budget allows and where it leads: the number of a known state, or
   * −1 − number of one just added.
   */
  readonly expand: (state: number, visit: (info: StepInfo, found: number) => void) => void;
}

/** A walker over an empty table that holds the initial state as number 0. */
export function walkerOf(space: Space, budgets: BudgetSlot): Walker {
  const width = space.slotCount + 1;
  const table = stateTable(width);
  const hashes = slotHashes(width);
  const source = new Uint32Array(width);
  const candidate = new Uint32Array(width);

  const begin = (state: number): number => {
    const slots = table.slots();
    const base = state * width;
    let hash = 0;
    for (let slot = 0; slot < width; slot += 1) {
      const value = slots[base + slot] ?? 0;
      source[slot] = value;
      candidate[slot] = value;
      hash ^= hashes.at(slot, value);
    }
    return hash;
  };

  const put = (hash: number, slot: number, value: number): number => {
    candidate[slot] = value;
    return hash ^ hashes.at(slot, source[slot] ?? 0) ^ hashes.at(slot, value);
  };

  const target = (effects: readonly number[], budget: number, beginHash: number): number => {
    let hash = put(beginHash, space.slotCount, budget);
    for (let index = 0; index < effects.length; index += 2) {
      hash = put(hash, effects[index] ?? 0, effects[index + 1] ?? 0);
    }
    const found = table.find(candidate, hash);
    for (let index = 0; index < effects.length; index += 2) {
      const slot = effects[index] ?? 0;
      candidate[slot] = source[slot] ?? 0;
    }
    candidate[space.slotCount] = source[space.slotCount] ?? 0;
    return found;
  };

  const look = (state: number): void => {
    space.view.slots = table.slots();
    space.view.base = state * width;
  };

  candidate.set([...space.initial, 0]);
  table.find(
    candidate,
    candidate.reduce((hash, value, slot) => hash ^ hashes.at(slot, value), 0),
  );
  return {
    table,
    look,
    expand: (state, visit) => {
      const beginHash = begin(state);
      const spent = source[space.slotCount] ?? 0;
      look(state);
      space.steps((info) => {
        const budget = budgets.spend(spent, info.mover);
        if (budget < 0) return;
        visit(info, target(info.effects(), budget, beginHash));
        // The visitor may have looked elsewhere, and adding a state may have moved the arrays.
        look(state);
      });
    },
  };
}

interface SlotHashes {
  readonly at: (slot: number, value: number) => number;
}

/** A fixed pseudo-random 31-bit number per slot and value (Zobrist hashing), so that a hash changes with its slots. */
function slotHashes(width: number): SlotHashes {
  const rows: Int32Array[] = Array.from({ length: width }, () => new Int32Array());
  const grown = (slot: number, value: number): number => {
    const row = Int32Array.from({ length: Math.max(16, value * 2) }, (_, place) => mixed(slot, place));
    rows[slot] = row;
    return row[value] ?? 0;
  };
  return { at: (slot, value) => rows[slot]?.[value] ?? grown(slot, value) };
}

function mixed(slot: number, value: number): number {
  let bits = Math.imul(slot + 1, 0x9e3779b1) ^ Math.imul(value + 1, 0x85ebca77);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) & 0x7fffffff;
}
