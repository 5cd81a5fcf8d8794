import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { limitsOf } from './capacity.ts';
import { figuresOf, programFor } from './lab.ts';
import { POOLS } from './instruction.ts';
import { planOf } from './plan.ts';
import { presetOf } from './presets.ts';
import { simulate } from './simulate.ts';
import { COMPARED_IDS, NUMBERS, steady, type ComparedId, type LoadScenario } from './settings.ts';

/** The preset in a fifth of its time. */
const DIES: LoadScenario = {
  ...presetOf('order-dies'),
  curve: steady(1_000, 11),
  faults: [1, 3, 5, 7, 9].map((fromS) => ({ kind: 'order-dies', fromS, toS: fromS + 0.5 })),
};
const CHECK_THREADS = POOLS.indexOf('check-threads');
const ROWS = POOLS.indexOf('rows');
const SEEDS = [1, 2, 3];

function runsOf(id: ComparedId, scenario: LoadScenario = DIES) {
  return SEEDS.flatMap((seed) =>
    figuresOf({ ...scenario, compared: [id], numbers: { ...scenario.numbers, seed } }, protocols),
  );
}

describe('the order service dies', () => {
  it.each(COMPARED_IDS)('[LD1] as many orders are caught half-way as Little’s law says, λ · window: %s', (id) => {
    const runs = runsOf(id);
    const caught = runs.reduce((sum, run) => sum + run.caughtOrders, 0);
    const expected = SEEDS.length * DIES.faults.length * (runs[0]?.limits.caught?.orders ?? 0);
    // How many are there at a moment is a Poisson number.
    expect(Math.abs(caught - expected)).toBeLessThanOrEqual(4 * Math.sqrt(expected));
  });

  it.each<readonly [ComparedId, 'lost' | 'phantom' | null]>([
    ['half-message', null],
    ['local-message-table', null],
    ['two-phase-commit', null],
    ['plain-mq', 'lost'],
    ['call', 'lost'],
    ['call-inside', 'phantom'],
  ])('[LD2] what was caught ends as its protocol has it, and nothing is left open: %s, %s', (id, ends) => {
    for (const { ledger, caughtOrders, unfinished } of runsOf(id)) {
      expect([unfinished, ledger.open, ledger.pending, ledger.parked]).toEqual([0, 0, 0, 0]);
      expect(ledger.lost).toBe(ends === 'lost' ? caughtOrders : 0);
      expect(ledger.phantom).toBe(ends === 'phantom' ? caughtOrders : 0);
    }
  });

  it.each(COMPARED_IDS)('[LD3] leaves no place taken and no row locked: %s', (id) => {
    const scenario = { ...DIES, compared: [id], numbers: { ...DIES.numbers, rows: 40 } };
    const { run } = simulate(planOf(programFor(id, protocols), scenario), scenario);
    // A check about an order of which nobody expects anything may still be on its way.
    const others = (places: Int32Array): readonly number[] => [...places].filter((_, place) => place !== CHECK_THREADS);
    expect(others(run.places.free)).toEqual(others(run.places.capacity));
    expect([run.locks, run.pockets.size]).toEqual([0, 0]);
  });

  it('[LD4] half messages are asked about and come late; a checker that gets no answer asks again', () => {
    const [half] = figuresOf({ ...DIES, compared: ['half-message'] }, protocols);
    expect(half?.checks.asked).toBeGreaterThanOrEqual(half?.caughtOrders ?? Infinity);
    expect(half?.pointsMs.max).toBeGreaterThan(NUMBERS['check-age'].initial);
  });

  it('[LD5] rows of transactions in doubt stay locked until it is up again, and no longer', () => {
    const scenario: LoadScenario = {
      ...DIES,
      compared: ['two-phase-commit', 'call'],
      curve: steady(1_000, 30),
      numbers: { ...DIES.numbers, rows: 200 },
      faults: [{ kind: 'order-dies', fromS: 10, toS: 18 }],
    };
    const stillLocked = (id: ComparedId): number => {
      const { samples } = simulate(planOf(programFor(id, protocols), scenario), scenario);
      return samples.inUse[ROWS]?.[Math.floor(16_000 / samples.stepMs)] ?? NaN;
    };
    expect(stillLocked('two-phase-commit')).toBeGreaterThan(0);
    expect(stillLocked('call')).toBe(0);
    expect(figuresOf(scenario, protocols)[0]?.ledger.open).toBe(0);
  });
});

describe('what says how an order ended is lost', () => {
  it('[LD6] a COMMIT is told again as the run has it in which it is lost: at the next beat of recovery’s clock', () => {
    const { recovery } = programFor('two-phase-commit', protocols);
    expect(recovery.map(({ name, isShared, engineMs }) => [name, isShared, engineMs])).toEqual([
      ['recoveryPeriod', true, NUMBERS['recovery-every'].initial],
    ]);
  });

  it('[LD7] a prepared row is locked until then, and everybody stands behind it; a lost END locks nothing', () => {
    const [twoPhase, half] = figuresOf(presetOf('lost-commit'), protocols);
    // From second 20 to the beat at second 120.
    expect(twoPhase?.buyerMs.max).toBeGreaterThan(99_000);
    expect(twoPhase?.buyerMs.p50).toBeGreaterThan(30_000);
    // Whoever waits for a vote from there is rolled back after ten seconds; all others are in order.
    expect(twoPhase?.timedOut).toBeGreaterThan(1_000);
    expect(twoPhase?.ledger.refused).toBe(twoPhase?.timedOut);
    expect((twoPhase?.ledger.consistent ?? 0) + (twoPhase?.ledger.refused ?? 0)).toBe(twoPhase?.orders);
    expect(half?.buyerMs.p99).toBeLessThan(30);
    expect(half?.checks.asked).toBeGreaterThan(0);
  });

  it('[LD8] as many rows are locked on average as λ · hold time says, hot rows or none', () => {
    for (const rows of [0, 400]) {
      const steadily = presetOf('steady');
      const scenario = { ...steadily, curve: steady(300, 40), numbers: { ...steadily.numbers, rows } };
      for (const { locks, offeredPerS, id } of figuresOf(scenario, protocols)) {
        const { demandMs } = limitsOf(programFor(id, protocols), scenario);
        expect(Math.abs(locks.mean / ((offeredPerS * demandMs.rows) / 1_000) - 1)).toBeLessThan(0.04);
        expect(locks.max).toBeGreaterThan(locks.mean);
      }
    }
  });
});
