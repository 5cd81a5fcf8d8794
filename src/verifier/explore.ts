/** Breadth-first exploration of everything that can happen within a bound, with the shortest run to whatever it finds. */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import { budgetSlot } from './budget.ts';
import { findLoop } from './loops.ts';
import type { Property } from './properties.ts';
import type { FaultBudget, Finding, Progress, Report } from './question.ts';
import { spaceOf, type Space, type StepInfo } from './space.ts';
import { stateTable, type StateTable } from './stateTable.ts';

export interface Exploration {
  readonly engine: Engine;
  readonly ledger: (world: World) => readonly LedgerLine[];
  readonly properties: readonly Property[];
  readonly faults: FaultBudget;
  readonly orders: number;
  readonly statesMax: number;
  readonly stopsEarly: boolean;
}

/** A search in portions, so that whoever runs it can breathe, report and cancel in between. */
export interface Search {
  /** Expands up to this many states; true while there is more to do. */
  readonly advance: (states: number) => boolean;
  readonly progress: () => Progress;
  /** What is known now. */
  readonly report: () => Report;
}

/** What the loop analysis needs to walk the same graph again. */
export interface Graph {
  readonly size: number;
  readonly space: Space;
  readonly table: StateTable;
  /** Points the space's view to a state. */
  readonly look: (state: number) => void;
  /** Calls back with every explored step of a state and the state it leads to. */
  readonly successors: (state: number, visit: (info: StepInfo, next: number) => void) => void;
}

interface Sought {
  readonly property: Property;
  readonly test: () => boolean;
  foundAt: number | null;
}

export function explore(exploration: Exploration): Search {
  const space = spaceOf(exploration.engine);
  const width = space.slotCount + 1;
  const budgets = budgetSlot(exploration.faults, exploration.orders);
  const table = stateTable(width);
  const source = new Uint32Array(width);
  const candidate = new Uint32Array(width);
  const hashes = slotHashes(width);
  let parents = new Int32Array(1 << 12);
  const ledger = space.ask(exploration.ledger);
  const testOf = (property: Property): (() => boolean) =>
    property.looksAt === 'world' ? space.ask(property.test) : () => property.test(ledger());
  const sought = exploration.properties.map((property): Sought => ({
    property,
    test: testOf(property),
    foundAt: null,
  }));
  const isOpen = ({ foundAt }: Sought): boolean => foundAt === null;

  let next = 0;
  let generated = 1;
  let levelEnd = 1;
  let depth = 1;

  const look = (state: number): void => {
    space.view.slots = table.slots();
    space.view.base = state * width;
  };

  /** Copies a state to work on, and gives its hash. */
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

  /** Where a step leads from the state that was begun with; `FORBIDDEN` where the budget is spent. See `StateTable.find`. */
  const target = (info: StepInfo, beginHash: number): number => {
    const before = source[space.slotCount] ?? 0;
    const after = budgets.spend(before, info.mover);
    if (after < 0) return FORBIDDEN;
    const effects = info.effects();
    let hash = beginHash;
    for (let index = 0; index < effects.length; index += 2) {
      const slot = effects[index] ?? 0;
      const value = effects[index + 1] ?? 0;
      hash ^= hashes.at(slot, source[slot] ?? 0) ^ hashes.at(slot, value);
      candidate[slot] = value;
    }
    if (after !== before) {
      hash ^= hashes.at(space.slotCount, before) ^ hashes.at(space.slotCount, after);
      candidate[space.slotCount] = after;
    }
    const found = table.find(candidate, hash);
    for (let index = 0; index < effects.length; index += 2) {
      const slot = effects[index] ?? 0;
      candidate[slot] = source[slot] ?? 0;
    }
    candidate[space.slotCount] = before;
    return found;
  };

  const judge = (state: number): void => {
    look(state);
    for (const item of sought) {
      if (item.foundAt !== null || item.property.kind === 'settles') continue;
      if (item.test() !== (item.property.kind === 'always')) item.foundAt = state;
    }
  };

  const add = (state: number, parent: number): void => {
    if (state >= parents.length) {
      const more = new Int32Array(parents.length * 2);
      more.set(parents);
      parents = more;
    }
    parents[state] = parent;
    judge(state);
  };

  const expand = (state: number): void => {
    const beginHash = begin(state);
    let moves = false;
    const visit = (info: StepInfo): void => {
      const found = target(info, beginHash);
      if (found === FORBIDDEN) return;
      generated += 1;
      if (found < 0) {
        add(-found - 1, state);
        // Judging the new state has moved the view, and adding it may have moved the arrays.
        look(state);
      }
      const isOwnMove = info.mover === 'system' || info.mover === 'outcome';
      if (isOwnMove && found !== state) moves = true;
    };
    look(state);
    space.steps(visit);
    if (!moves) {
      look(state);
      for (const item of sought) {
        if (item.foundAt === null && item.property.kind === 'settles' && !item.test()) item.foundAt = state;
      }
    }
  };

  const successors: Graph['successors'] = (state, visit) => {
    const beginHash = begin(state);
    look(state);
    space.steps((info) => {
      const found = target(info, beginHash);
      if (found >= 0) visit(info, found);
      look(state);
    });
  };
  const graph = (): Graph => ({ size: table.size(), space, table, look, successors });

  candidate.set([...space.initial, 0]);
  table.find(
    candidate,
    candidate.reduce((hash, value, slot) => hash ^ hashes.at(slot, value), 0),
  );
  add(0, -1);

  const isOver = (): boolean => {
    const knowsEnough = exploration.stopsEarly && sought.length > 0 && !sought.some(isOpen);
    return knowsEnough || next >= table.size() || table.size() >= exploration.statesMax;
  };

  const runTo = (state: number): readonly Step[] => {
    const path: number[] = [];
    for (let at = state; at > 0; at = parents[at] ?? 0) path.unshift(at);
    const steps: Step[] = [];
    let from = 0;
    for (const to of path) {
      steps.push(stepBetween(graph(), from, to));
      from = to;
    }
    return steps;
  };

  const finding = (item: Sought, isComplete: boolean): Finding => {
    const { id, kind } = item.property;
    if (item.foundAt !== null) {
      return {
        id,
        kind,
        verdict: kind === 'sometimes' ? 'holds' : 'violated',
        run: runTo(item.foundAt),
        loopsFrom: null,
      };
    }
    if (!isComplete) return { id, kind, verdict: 'unknown', run: null, loopsFrom: null };
    if (kind === 'settles') {
      const loop = findLoop(graph(), item.test);
      if (loop !== null) {
        const prefix = runTo(loop.entry);
        return { id, kind, verdict: 'violated', run: [...prefix, ...loop.steps], loopsFrom: prefix.length };
      }
    }
    return { id, kind, verdict: kind === 'sometimes' ? 'violated' : 'holds', run: null, loopsFrom: null };
  };

  return {
    advance: (states) => {
      for (let count = 0; count < states; count += 1) {
        if (isOver()) return false;
        if (next === levelEnd) {
          levelEnd = table.size();
          depth += 1;
        }
        expand(next);
        next += 1;
      }
      return !isOver();
    },
    progress: () => ({ states: table.size(), generated, depth }),
    report: () => {
      const complete = next >= table.size();
      const bytes = table.bytes() + parents.byteLength;
      return {
        states: table.size(),
        generated,
        depth,
        complete,
        bytesPerState: Math.round(bytes / table.size()),
        findings: sought.map((item) => finding(item, complete)),
      };
    },
  };
}

const FORBIDDEN = Number.MIN_SAFE_INTEGER;

/** Some step that leads from one state to the other. */
function stepBetween(graph: Graph, from: number, to: number): Step {
  let found: Step | null = null;
  graph.successors(from, (info, next) => {
    if (next === to) found ??= info.step;
  });
  if (found === null) throw new Error(`Expected a step from state ${from} to state ${to}.`);
  return found;
}

/** A fixed pseudo-random 31-bit number per slot and value (Zobrist hashing), so that a hash changes with its slots. */
interface SlotHashes {
  readonly at: (slot: number, value: number) => number;
}

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
