/** Writes the instructions of a plan: costs become waits and work, holdings become places in pools, failures come at the end. */
import type { Cost, Holding, WhenLost } from '../protocols/shared/program.ts';
import { POOL_OF } from './capacity.ts';
import {
  drawOf,
  type Instruction,
  type Obstacle,
  type PoolId,
  type Strand,
  type Times,
  type Zone,
} from './instruction.ts';
import type { Operation } from './operation.ts';
import type { LabFault, LoadScenario } from './settings.ts';

/** An instruction whose target is not known yet. */
export interface Draft {
  readonly at: number;
}

const NOTHING_DONE: Strand = { held: [], isCommitted: false, watched: [] };

/** What a fault of this kind puts in an order's way. */
const OBSTACLE_OF: Partial<{ readonly [kind in LabFault['kind']]: Obstacle }> = {
  'points-down': 'points-down',
  'broker-away': 'broker-away',
  'ends-lost': 'end-lost',
  'order-dies': 'order-down',
};

export class Assembler {
  readonly scenario: LoadScenario;
  readonly times: Times;
  joins = 0;
  /** Where an order goes on whose END was lost, once the broker has asked. */
  afterCheckBack = -1;
  /** Whether there is a deadline after which the broker asks. */
  asksAfterDeadline = false;
  private readonly code: Instruction[] = [];
  private readonly failing: (() => void)[] = [];
  private waitMs = 0;
  private rowIsTaken = false;
  private zone: Zone | null = null;

  constructor(scenario: LoadScenario, times: Times) {
    this.scenario = scenario;
    this.times = times;
  }

  emit(instruction: Instruction): number {
    this.settleWait();
    this.code.push(instruction);
    return this.code.length - 1;
  }

  here(): number {
    this.settleWait();
    return this.code.length;
  }

  /** Waits that follow each other are one. */
  wait(ms: number): void {
    this.waitMs += ms;
  }

  done(): readonly Instruction[] {
    this.settleWait();
    return this.code;
  }

  aim({ at }: Draft, to: number): void {
    const instruction = this.code[at];
    if (instruction !== undefined && 'to' in instruction) this.code[at] = { ...instruction, to };
  }

  branch(on: Obstacle): Draft {
    return { at: this.emit({ do: 'branch', on, to: -1 }) };
  }

  fork(carried: readonly Holding[], moves = 0, shares = 0): Draft {
    const carries = carried.map((what) => POOL_OF[what]);
    return { at: this.emit({ do: 'fork', to: -1, carries, moves, shares }) };
  }

  /** Where a strand goes on that comes too late. */
  met(dog: number): Draft {
    return { at: this.emit({ do: 'met', dog, to: -1 }) };
  }

  mayDie(): boolean {
    return this.times === 'lab' && this.may('order-down');
  }

  /** Only what may die says how far it has come. `null`: several strands come here, from anywhere. */
  enter(zone: Zone | null): void {
    if (zone !== this.zone && zone !== null && this.mayDie()) this.emit({ do: 'zone', zone });
    this.zone = zone;
  }

  newJoin(): number {
    this.joins += 1;
    return this.joins - 1;
  }

  /** Whether a fault of the scenario can put this in an order's way. */
  may(obstacle: Obstacle): boolean {
    return this.scenario.faults.some(({ kind }) => OBSTACLE_OF[kind] === obstacle);
  }

  engineTime({ engineMs, isShared }: Operation): void {
    if (isShared) this.emit({ do: 'tick', ms: engineMs });
    else this.wait(engineMs);
  }

  acquire(what: Holding): void {
    if (what === 'consumer' && this.isOrdered()) this.emit({ do: 'take', pool: 'queues' });
    // The lock is taken by the statement, not before.
    if (what === 'order-row') this.rowIsTaken = false;
    else this.emit({ do: 'take', pool: POOL_OF[what] });
  }

  release(what: Holding): void {
    if (what !== 'order-row') this.emit({ do: 'give', pool: POOL_OF[what] });
    else if (this.rowIsTaken) this.emit({ do: 'give', pool: 'rows' });
    if (what === 'consumer' && this.isOrdered()) this.emit({ do: 'give', pool: 'queues' });
  }

  cost(what: Cost): void {
    const { numbers, choices } = this.scenario;
    switch (what) {
      case 'network':
        return this.wait(numbers.network);
      case 'round-trip':
        return this.wait(2 * numbers.network);
      case 'flush':
        return this.wait(numbers.flush);
      case 'append':
        return this.serve('broker-writers', numbers.append);
      case 'append-two':
        return this.serve('broker-writers', 2 * numbers.append);
      case 'order-work':
        this.lockRow();
        return this.serve('order-cores', numbers['order-work'], drawOf(what));
      case 'order-work-and-insert':
        this.lockRow();
        return this.serve('order-cores', numbers['order-work'] + numbers.insert, drawOf(what));
      case 'points-work':
        return this.serve('points-cores', numbers['points-work'], drawOf(what));
      case 'read-rows':
        return this.wait(numbers['read-rows']);
      case 'mark-rows':
        return this.wait(2 * numbers.network + numbers.flush);
      case 'hint':
        return this.wait(choices.hint === 'on' ? 2 * numbers.network : 0);
      case 'look-up':
        return this.wait(numbers['look-up']);
    }
  }

  /** Costs one after the other; work at the points database fails while that is down. */
  costs(all: readonly Cost[], state: Strand): void {
    if (all.includes('points-work') && this.may('points-down')) {
      const down = this.branch('points-down');
      const hasRow = this.rowIsTaken;
      this.failing.push(() => this.fails(down, state, hasRow));
    }
    for (const what of all) this.cost(what);
  }

  /** The door of the order service: it may be closed, ask for a token, or be too crowded. */
  admission(): void {
    const { numbers } = this.scenario;
    const closed = [
      ...(this.mayDie() ? [this.branch('order-down')] : []),
      ...(numbers['door-per-s'] > 0 ? [this.branch('no-token')] : []),
      ...(numbers['waiting-max'] > 0 ? [this.branch('full')] : []),
    ];
    for (const draft of closed) this.failing.push(() => this.fails(draft, NOTHING_DONE, false));
  }

  /** A request that the broker does not take. */
  broker(when: WhenLost, state: Strand): void {
    if (when === 'again' || when === 'recovery' || !this.may('broker-away')) return;
    const away = this.branch('broker-away');
    this.failing.push(() => this.fails(away, state, false));
  }

  /** A request that nobody misses; the broker asks some time later, and the order goes on from here. */
  checkBack(): void {
    if (!this.mayAsk()) return;
    const lost = [this.branch('end-lost'), this.branch('broker-away')];
    const on = this.here();
    this.afterCheckBack = on;
    this.failing.push(() => {
      for (const draft of lost) this.aim(draft, this.here());
      // From here on it is the broker's.
      if (this.mayDie()) this.emit({ do: 'zone', zone: 'outside' });
      this.emit({ do: 'hand', actor: 'checker' });
      this.emit({ do: 'mark', mark: 'late' });
      this.emit({ do: 'jump', to: on });
    });
  }

  /** Whether anything can happen that makes the broker ask. */
  mayAsk(): boolean {
    return this.asksAfterDeadline || this.may('end-lost') || this.may('broker-away') || this.mayDie();
  }

  /** A decision that does not arrive is told again at the next beat of recovery's clock; until then everything stays held. */
  untilRecovery(recovery: readonly Operation[]): void {
    if (!this.may('end-lost')) return;
    const again = this.here();
    const lost = this.branch('end-lost');
    this.failing.push(() => {
      this.aim(lost, this.here());
      for (const { isShared, costs } of recovery) {
        if (isShared) this.emit({ do: 'tick', ms: this.scenario.numbers['recovery-every'] });
        for (const what of costs) this.cost(what);
      }
      this.emit({ do: 'mark', mark: 'late' });
      this.emit({ do: 'jump', to: again });
    });
  }

  /** The service that asked for this is no longer there to go on. */
  unlessOrphaned(): void {
    const orphaned = this.branch('orphaned');
    this.failing.push(() => {
      this.aim(orphaned, this.here());
      this.emit({ do: 'mark', mark: 'phantom' });
      this.emit({ do: 'end' });
    });
  }

  /** A message is consumed; the places are held already. What can't be consumed comes again, later or at once. */
  consumption(all: readonly Cost[], { held }: Strand): void {
    const begin = this.here();
    const obstacles = this.may('points-down') ? [this.branch('points-down')] : [];
    for (const what of all) this.cost(what);
    if (this.scenario.numbers.poison > 0) obstacles.push(this.branch('poisoned'));
    const kept = held.filter((what) => what === 'consumer' || what === 'points-connection');
    if (obstacles.length > 0) this.failing.push(() => this.comesAgain(obstacles, kept, begin));
  }

  /** Blocks that orders are sent to when something is in their way. */
  failures(): void {
    for (const write of this.failing.splice(0)) write();
  }

  private settleWait(): void {
    if (this.waitMs > 0) this.code.push({ do: 'wait', ms: this.waitMs });
    this.waitMs = 0;
  }

  private serve(pool: PoolId, ms: number, draw = 0): void {
    if (ms > 0) this.emit({ do: 'serve', pool, ms, draw });
  }

  private isOrdered(): boolean {
    return this.scenario.choices['on-failure'] === 'ordered';
  }

  private lockRow(): void {
    this.emit({ do: 'take', pool: 'rows' });
    this.rowIsTaken = true;
  }

  /** The buyer is told that it failed, or the order is there and its points will never be. */
  private fails(from: Draft, { held, isCommitted }: Strand, hasRow: boolean): void {
    this.aim(from, this.here());
    this.abandon(held, hasRow);
    if (isCommitted) this.emit({ do: 'mark', mark: 'lost' });
    this.emit({ do: 'mark', mark: isCommitted ? 'answered' : 'failed' });
    this.emit({ do: 'end' });
  }

  private comesAgain(obstacles: readonly Draft[], kept: readonly Holding[], begin: number): void {
    for (const draft of obstacles) this.aim(draft, this.here());
    const isAtHead = this.scenario.choices['on-failure'] === 'head';
    if (!isAtHead) this.abandon(kept, false);
    const retry = { at: this.emit({ do: 'retry', to: -1 }) };
    if (!isAtHead) for (const what of kept) this.emit({ do: 'take', pool: POOL_OF[what] });
    this.emit({ do: 'jump', to: begin });
    this.aim(retry, this.here());
    if (isAtHead) this.abandon(kept, false);
    if (this.isOrdered()) this.emit({ do: 'give', pool: 'queues' });
    this.emit({ do: 'mark', mark: 'parked' });
    this.emit({ do: 'end' });
  }

  private abandon(held: readonly Holding[], hasRow: boolean): void {
    for (const what of held.toReversed()) {
      if (what !== 'order-row') this.emit({ do: 'give', pool: POOL_OF[what] });
      else if (hasRow) this.emit({ do: 'give', pool: 'rows' });
    }
  }
}
