import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { flowOf, pileOf } from './fluid.ts';
import { isFluid } from './fluidRun.ts';
import { figuresOf, programFor } from './lab.ts';
import { readLoad, writeLoad } from './link.ts';
import { presetOf, PRESET_IDS } from './presets.ts';
import { ordersOf, secondsOf, type LoadScenario } from './settings.ts';

const DAY = presetOf('day');
/** (1,700 − 1,333) for two hours. */
const BACKLOG = (1_700 - 8 / 0.006) * 7_200;

describe('a load as a fluid', () => {
  it('[LW1] a day is one: 53 million orders, 611 a second, and the backlog of its evening takes 33 minutes', () => {
    expect(isFluid(DAY)).toBe(true);
    expect(ordersOf(DAY.curve) / secondsOf(DAY.curve)).toBeCloseTo(611, 0);
    const [half, call] = figuresOf(DAY, protocols);
    expect(Math.abs((half?.backlog.max ?? 0) / BACKLOG - 1)).toBeLessThan(0.01);
    expect(Math.abs((half?.pointsMs.max ?? 0) / 60_000 - 33)).toBeLessThan(0.5);
    expect(Math.abs((call?.buyerMs.max ?? 0) / 60_000 - 33)).toBeLessThan(0.5);
    expect(half?.buyerMs.max).toBeLessThan(20);
    // It runs off at 1,333 − 633 a second, beyond midnight too.
    expect(Math.abs((half?.drainMs ?? 0) / 1_000 / (BACKLOG / (8 / 0.006 - 633)) - 1)).toBeLessThan(0.02);
    for (const run of [half, call]) {
      expect(run?.littlesLawError).toBeLessThan(0.01);
      expect(run?.ledger.consistent).toBe(run?.orders);
    }
  });

  it('[LW2] the same day in 72 seconds shows 1.7 seconds: time must not be compressed', () => {
    const [half] = figuresOf(presetOf('day-in-a-minute'), protocols);
    expect(half?.isFluid).toBe(false);
    // 33 minutes / 1,200, and chance.
    expect(Math.abs((half?.pointsMs.max ?? 0) / 1_650 - 1)).toBeLessThan(0.25);
  });

  it('[LW3] says of a load that is simulated too what the simulation comes to, wherever the bottleneck is', () => {
    for (const id of ['peak', 'peak-at-the-orders', 'consumers-away', 'slow-points'] as const) {
      const scenario: LoadScenario = { ...presetOf(id), compared: ['half-message'] };
      const [run] = figuresOf(scenario, protocols);
      const flow = flowOf(programFor('half-message', protocols), scenario);
      if (id !== 'peak-at-the-orders') {
        expect(Math.abs((run?.pointsMs.max ?? 0) / 1_000 / flow.longestWaitS - 1)).toBeLessThan(0.05);
        expect(Math.abs((run?.backlog.max ?? 0) / flow.backlogMax - 1)).toBeLessThan(0.05);
        continue;
      }
      // The buyers wait before it, and the messages do not.
      expect(flow.backlogMax).toBeLessThan(1);
      expect(Math.abs((run?.buyerMs.max ?? 0) / 1_000 / Math.max(...flow.buyers.waitS) - 1)).toBeLessThan(0.05);
    }
  });

  it('[LW4] has an address, and an end: more than a thousand million orders are too many', () => {
    expect(readLoad(writeLoad(DAY))).toMatchObject({ preset: 'day', problem: null });
    expect(readLoad('v2/load?curve=0~700_86400~700')).toMatchObject({ problem: null });
    expect(readLoad('v2/load?curve=0~20000_86400~20000').problem).toMatchObject({ kind: 'too-many-orders' });
  });

  it('[LW5] what piles up is known without following the fluid where nothing can, and is the same', () => {
    for (const id of PRESET_IDS) {
      const scenario = presetOf(id);
      for (const compared of scenario.compared) {
        const program = programFor(compared, protocols);
        const { backlogMax, longestWaitS } = flowOf(program, scenario);
        expect(pileOf(program, scenario), `${id}, ${compared}`).toMatchObject({ backlogMax, longestWaitS });
      }
    }
  });
});
