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

  constructor(space: Space, budgets: BudgetSlot) {
    this.space = space;
    this.budgets = budgets;
    this.table = new StateTable(space.slotCount + 1);
    space.ahead.set(space.initial);
    for (const [slot, value] of space.initial.entries()) this.table.put(slot, value);
    this.clean(ALL_ROLES, budgets.mayCrash(0));
    this.table.find();
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

  /** Where these changes lead from the state in the view. */
  private target(state: number, at: number, spent: number, budget: number): number {
    const { table, space } = this;
    table.begin(state);
    if (space.cleanings.length > 0) this.putCleaned(at, spent, budget);
    else this.put(at);
    if (budget !== spent) table.put(space.slotCount, budget);
    return table.find();
  }

  private put(at: number): void {
    const { table } = this;
    const { effects } = this.space;
    const end = at + 2 + 2 * (effects[at + 1] ?? 0);
    for (let index = at + 2; index < end; index += 2) table.put(effects[index] ?? 0, effects[index + 1] ?? 0);
  }

  private putCleaned(at: number, spent: number, budget: number): void {
    const { budgets } = this;
    const { view, ahead, slotCount, effects } = this.space;
    // So few numbers are copied faster one by one.
    for (let slot = 0; slot < slotCount; slot += 1) ahead[slot] = view[slot] ?? 0;
    this.putAhead(at);
    const mayCrash = budgets.mayCrash(budget);
    // What only a crash would ask for dies with the last one.
    this.clean(mayCrash === budgets.mayCrash(spent) ? (effects[at] ?? 0) : ALL_ROLES, mayCrash);
  }

  /** Takes out of the draft what is dead there, where one of these roles has changed. */
  private clean(roles: number, mayCrash: boolean): void {
    const { cleanings, changes, ahead } = this.space;
    for (const cleaning of cleanings) {
      if ((cleaning.roles & roles) !== 0)
        this.putAhead(changes.answer(mayCrash ? cleaning.id : cleaning.lastId, ahead));
    }
  }

  /** Puts changes also into the second view, where cleanings look. */
  private putAhead(at: number): void {
    const { effects, ahead } = this.space;
    const end = at + 2 + 2 * (effects[at + 1] ?? 0);
    for (let index = at + 2; index < end; index += 2) ahead[effects[index] ?? 0] = effects[index + 1] ?? 0;
    this.put(at);
  }
}
