import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { disagreement } from './agreement.testing.ts';
import { figuresOf, programFor } from './lab.ts';
import { logOf, orderIn } from './notable.ts';
import { planOf } from './plan.ts';
import { presetOf } from './presets.ts';
import { simulate } from './simulate.ts';
import { steady, type LoadScenario, type Numbers } from './settings.ts';

const base = presetOf('steady');

/** Orders at 10, 20 and 30 s whose transactions take 7 s, and a broker that passes by every second. */
function slow(numbers: Partial<Numbers> = {}, faults: LoadScenario['faults'] = []): LoadScenario {
  return {
    ...base,
    compared: ['half-message'],
    curve: steady(0.1, 35),
    numbers: { ...base.numbers, 'order-work': 7_000, 'check-every': 1_000, 'check-age': 2_000, ...numbers },
    choices: { ...base.choices, arrivals: 'even', work: 'fixed' },
    faults,
  };
}

/** END requests never arrive. */
const LOST: LoadScenario['faults'] = [{ kind: 'ends-lost', fromS: 0, toS: 60 }];

function figures(scenario: LoadScenario) {
  const [found] = figuresOf(scenario, protocols);
  if (found === undefined) throw new Error('Expected figures.');
  return found;
}

function endsOf(scenario: LoadScenario): readonly (string | undefined)[] {
  const log = logOf(simulate(planOf(programFor('half-message', protocols), scenario), scenario).run);
  return [1, 2, 3].map((order) => orderIn(log, order)?.end);
}

describe('a half message whose transaction is still running when the broker passes by', () => {
  it('[LU1] is asked about in every pass, to no avail, and once more when it has come through: a second message', () => {
    const { checks, timedOut, duplicates, ledger, pointsMs } = figures(slow());
    // In the passes of the 3rd to the 7th second; of the first two orders also in the one after their END.
    expect([checks.asked, timedOut, duplicates]).toEqual([5 + 1 + 5 + 1 + 5, 3, 2]);
    expect([ledger.consistent, ledger.parked]).toEqual([3, 0]);
    expect(pointsMs.max).toBeLessThan(7_100);
  });

  it('[LU2] is not asked about while it is younger than transactionTimeOut, whatever that costs otherwise', () => {
    const { checks, timedOut, duplicates } = figures(slow({ 'check-age': 7_200 }));
    expect([checks.asked, timedOut, duplicates]).toEqual([0, 0, 0]);
  });

  it('[LU3] is discarded after the maximum of checks, and still delivered when its own END comes', () => {
    const { checks, duplicates, ledger } = figures(slow({ 'checks-max': 3 }));
    expect([checks.asked, duplicates, ledger.consistent, ledger.parked]).toEqual([9, 0, 3, 0]);
  });

  it('[LU4] comes late when its END is lost: only a check brings it; discarded before, nothing does', () => {
    expect(endsOf(slow({}, LOST))).toEqual(['late', 'late', 'late']);
    expect(figures(slow({}, LOST)).duplicates).toBe(0);
    expect(endsOf(slow({ 'checks-max': 3 }, LOST))).toEqual(['parked', 'parked', 'parked']);
  });

  it('[LU5] is asked about when the order service dies under it, and nothing is owed to anybody', () => {
    const { ledger, unfinished } = figures(slow({}, [{ kind: 'order-dies', fromS: 15, toS: 16 }]));
    expect([ledger.refused, ledger.consistent, unfinished]).toEqual([1, 2, 0]);
  });

  it.each([
    ['as they are', slow()],
    ['lost', slow({}, LOST)],
    ['discarded', slow({ 'checks-max': 3 })],
    ['discarded and lost', slow({ 'checks-max': 3 }, LOST)],
    ['dead', slow({ retries: 1 }, [{ kind: 'order-dies', fromS: 15, toS: 16 }])],
    ['tried again', slow({ retries: 2, timeout: 2_500, 'checks-max': 2 }, LOST)],
  ])('[LU6] both simulators agree: %s', (_, scenario) => {
    expect(disagreement('half-message', scenario)).toBeNull();
  });

  it('[LU7] costs the broker and the order service something: every check a copy and a look, every second one a message', () => {
    const many: Partial<Numbers> = {
      rows: 10,
      'order-work': 100,
      'order-cores': 64,
      threads: 2_000,
      connections: 2_000,
    };
    const scenario = (checkAge: number): LoadScenario => ({
      ...slow({ ...many, 'check-age': checkAge }),
      curve: steady(120, 20),
    });
    const [asked, alone] = [figures(scenario(500)), figures(scenario(600_000))];
    expect(asked.timedOut).toBeGreaterThan(500);
    expect(asked.utilisation['check-threads']).toBeGreaterThan(0);
    expect(alone.utilisation['check-threads']).toBeUndefined();
    expect(asked.utilisation['broker-writers']).toBeGreaterThan(alone.utilisation['broker-writers'] ?? Infinity);
    expect(asked.ledger.consistent).toBe(alone.ledger.consistent);
  });
});
