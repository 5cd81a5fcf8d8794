/** Walks from state to state: where a step leads is looked up in, or added to, the table of all states. */
import type { World } from '../engine/world.ts';
import type { BudgetSlot } from './budget.ts';
import { IMPOSSIBLE, NOTHING } from './effects.ts';
import type { Space, StepInfo } from './space.ts';
import { StateTable } from './stateTable.ts';

/** A step and the state to which it leads. */
export interface Edge {
  readonly info: StepInfo;
  readonly next: number;
  /** The model counts how often this step comes. */
  readonly isCounted: boolean;
}

const ALL_SLOTS = -1;
/** More rounds than this mean that two forgettings undo each other. */
const ROUNDS_MAX = 100;

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
  /** A bit for each slot that has changed since its cleanings were asked for. */
  private changedMask = 0;

  /** Of these budgets, one that has more left of everything stands for one that has less. */
  private readonly prefersMore: boolean;

  constructor(space: Space, budgets: BudgetSlot, prefersMore = false) {
    this.space = space;
    this.budgets = budgets;
    this.prefersMore = prefersMore;
    this.table = new StateTable(space.slotCount + 1);
    this.draft(space.initial, 0);
    this.table.find();
  }

  /**
   * The number of the state that stands for a world with this budget, or −1 where it is not known. `as`: the budget of that
   * state, where it may have another one.
   */
  numberOf(world: World, budget: number, as = budget): number {
    this.draft(this.space.numbersOf(world), budget);
    if (as !== budget) this.table.put(this.space.slotCount, as);
    return this.table.lookUp();
  }

  /** The number of the state that stands for a world with this budget; it becomes known if it was not. */
  enter(world: World, budget: number): number {
    this.draft(this.space.numbersOf(world), budget);
    const found = this.table.find();
    return found < 0 ? -1 - found : found;
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
    this.foresee(spent);
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

  /** The steps of a state, and where they lead. */
  edges(state: number): readonly Edge[] {
    const count = this.expand(state);
    const targets = this.targets.slice(0, count);
    return targets.map((target, index) => {
      const id = this.steps[index] ?? 0;
      const next = target < 0 ? -1 - target : target;
      return { info: this.space.info(id), next, isCounted: this.space.isCounted(id) };
    });
  }

  /**
   * Whether a step that is possible before and after another one (`edge`) is the same one: it was possible before anything was
   * taken out, and, if it is about a message, nothing on its channel got another name.
   */
  isCarried(state: number, { info }: Edge, step: StepInfo): boolean {
    const { space } = this;
    const { view, slotCount, changes } = space;
    this.look(state);
    const at = changes.answer(info.id, view);
    if (at === IMPOSSIBLE || at === NOTHING) return true;
    const before = view.slice();
    this.table.begin(state);
    space.ahead.set(view);
    this.foresee(before[slotCount] ?? 0);
    this.change(at);
    this.changed = 0;
    const raw = space.ahead.slice(0, slotCount);
    this.clean(ALL_SLOTS);
    this.changed = 0;
    const slot = space.channelSlotOf(step.step);
    if (slot !== null && raw[slot] !== space.ahead[slot]) return false;
    view.set(raw);
    const count = space.steps(this.possible);
    const isThere = this.possible.slice(0, count).includes(step.id);
    return isThere && changes.answer(step.id, view) !== IMPOSSIBLE;
  }

  /** Drafts a state without its dead parts. */
  private draft(slots: readonly number[], budget: number): void {
    for (const [slot, value] of slots.entries()) this.set(slot, value);
    this.set(this.space.slotCount, budget);
    this.foresee(budget);
    this.clean(ALL_SLOTS);
    this.changed = 0;
  }

  /** Where these changes lead from the state in both views. */
  private target(state: number, at: number, spent: number, budget: number): number {
    const { table } = this;
    const { view, ahead, slotCount, cleanings } = this.space;
    table.begin(state);
    this.changedMask = 0;
    this.change(at);
    if (budget !== spent) {
      this.set(slotCount, budget);
      this.foresee(budget);
    }
    if (cleanings.length > 0) this.clean(this.changedMask);
    for (; this.changed > 0; this.changed -= 1) {
      const slot = this.changedSlots[this.changed - 1] ?? 0;
      ahead[slot] = view[slot] ?? 0;
    }
    if (budget !== spent) this.foresee(spent);
    const better = this.prefersMore ? this.better(budget) : -1;
    return better < 0 ? table.find() : better;
  }

  /** A known state that is the draft but has spent no more of anything, and less of something; −1 where there is none. */
  private better(budget: number): number {
    const { table, budgets } = this;
    const { slotCount } = this.space;
    let found = -1;
    for (const less of budgets.lessThan(budget)) {
      table.put(slotCount, less);
      found = table.lookUp();
      if (found >= 0) break;
    }
    if (found < 0) table.put(slotCount, budget);
    return found;
  }

  /** What a budget has left belongs to the state ahead: what only a fault would ask for dies with the last one. */
  private foresee(budget: number): void {
    const { ahead, slotCount } = this.space;
    const left = this.budgets.future(budget);
    for (let slot = slotCount + 1; slot < ahead.length; slot += 1) {
      const value = (left >> (slot - slotCount - 1)) & 1;
      if (ahead[slot] === value) continue;
      ahead[slot] = value;
      this.changedMask |= 1 << slot;
    }
  }

  /** Takes out of the draft what is dead there since these slots have changed, until nothing more is. */
  private clean(slots: number): void {
    const { cleanings, changes, ahead } = this.space;
    let rounds = 0;
    for (let changed = slots; changed !== 0; changed = this.changedMask) {
      rounds += 1;
      if (rounds > ROUNDS_MAX) throw new Error(`Expected that forgetting comes to an end within ${ROUNDS_MAX} rounds.`);
      this.changedMask = 0;
      for (const id of cleanings) {
        const reads = changes.reads(id);
        if (reads === 0 || (reads & changed) !== 0) this.change(changes.answer(id, ahead));
      }
    }
  }

  private change(at: number): void {
    const { effects, changes, ahead } = this.space;
    const end = at + 1 + 2 * (effects[at] ?? 0);
    for (let index = at + 1; index < end; index += 2) {
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
    this.changedMask |= 1 << slot;
    this.changed += 1;
  }
}
