/** Walks from state to state: where a step leads is looked up in, or added to, the table of all states. */
import type { BudgetSlot } from './budget.ts';
import { IMPOSSIBLE, NOTHING, type Space, type StepInfo } from './space.ts';
import { StateTable } from './stateTable.ts';

/** A step and the state to which it leads. */
export interface Edge {
  readonly info: StepInfo;
  readonly next: number;
}

const ALL_ROLES = -1;

/** Begins with the initial state as number 0. */
export class Walker {
  readonly table: StateTable;
  /** Of the state expanded last: the ids of its steps … */
  readonly steps: number[] = [];
  /** … and where each leads: the number of a known state, or −1 − number of one just added. */
  readonly targets: number[] = [];
  readonly space: Space;
  private readonly budgets: BudgetSlot;
  private readonly possible: number[] = [];
  /** Where the view ahead differs from the other one. */
  private readonly changedSlots: number[] = [];
  private changed = 0;

  constructor(space: Space, budgets: BudgetSlot) {
    this.space = space;
    this.budgets = budgets;
    this.table = new StateTable(space.slotCount + 1);
    for (const [slot, value] of space.initial.entries()) this.set(slot, value);
    this.clean(ALL_ROLES, budgets.mayCrash(0));
    this.table.find();
    this.changed = 0;
  }

  /** Puts a state into the space's view. */
  look(state: number): void {
    this.table.read(state, this.space.view);
  }

  /** Finds every step of a state that the budget allows, and where it leads; returns how many they are. */
  expand(state: number): number {
    const { possible, steps, targets, space, budgets } = this;
    const { view, isOwn, changes } = space;
    this.look(state);
    space.ahead.set(view);
    const spent = view[space.slotCount] ?? 0;
    const all = space.steps(possible);
    let count = 0;
    for (let index = 0; index < all; index += 1) {
      const id = possible[index] ?? 0;
      const budget = isOwn[id] === true ? spent : budgets.spend(spent, space.info(id).mover);
      if (budget < 0) continue;
      const at = changes.answer(id, view);
      if (at === IMPOSSIBLE) continue;
      steps[count] = id;
      targets[count] = at === NOTHING && budget === spent ? state : this.target(state, at, spent, budget);
      count += 1;
    }
    return count;
  }

  /** Expands a state all of whose targets are known. */
  edges(state: number): readonly Edge[] {
    const count = this.expand(state);
    const targets = this.targets.slice(0, count);
    return targets.map((next, index) => ({ info: this.space.info(this.steps[index] ?? 0), next }));
  }

  /** Where these changes lead from the state in both views. */
  private target(state: number, at: number, spent: number, budget: number): number {
    const { budgets, table } = this;
    const { view, ahead, effects, slotCount, cleanings } = this.space;
    table.begin(state);
    this.change(at);
    if (budget !== spent) this.set(slotCount, budget);
    if (cleanings.length > 0) {
      const mayCrash = budgets.mayCrash(budget);
      // What only a crash would ask for dies with the last one.
      this.clean(mayCrash === budgets.mayCrash(spent) ? (effects[at] ?? 0) : ALL_ROLES, mayCrash);
    }
    for (; this.changed > 0; this.changed -= 1) {
      const slot = this.changedSlots[this.changed - 1] ?? 0;
      ahead[slot] = view[slot] ?? 0;
    }
    return table.find();
  }

  /** Takes out of the draft what is dead there, where one of these roles has changed. */
  private clean(roles: number, mayCrash: boolean): void {
    const { cleanings, changes, ahead } = this.space;
    for (const cleaning of cleanings) {
      if ((cleaning.roles & roles) !== 0) this.change(changes.answer(mayCrash ? cleaning.id : cleaning.lastId, ahead));
    }
  }

  private change(at: number): void {
    const { effects, changes, ahead } = this.space;
    const end = at + 2 + 2 * (effects[at + 1] ?? 0);
    for (let index = at + 2; index < end; index += 2) {
      const first = effects[index] ?? 0;
      const second = effects[index + 1] ?? 0;
      if (first >= 0) this.set(first, second);
      else this.set(second, changes.answer(~first, ahead));
    }
  }

  /** In the draft and in the view ahead. */
  private set(slot: number, value: number): void {
    this.table.put(slot, value);
    this.space.ahead[slot] = value;
    this.changedSlots[this.changed] = slot;
    this.changed += 1;
  }
}
