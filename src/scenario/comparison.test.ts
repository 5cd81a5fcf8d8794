import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { readComparison } from './compareLink.ts';
import { playComparison, SIDES, type PlayedComparison } from './comparison.ts';

function compare(query: string): PlayedComparison {
  const { comparison, problem } = readComparison(protocols, `v2/compare?${query}`);
  expect(problem).toBeNull();
  return playComparison(comparison);
}

describe('the common clock', () => {
  it('[SC1] lets whoever is due first take a step, and both where both are due', () => {
    const { moments } = compare('a=half-message&b=plain-mq&fault=order-dies-after-commit');
    expect(moments.slice(0, 5)).toEqual([
      { timeMs: 0, a: 0, b: 0 },
      { timeMs: 300, a: 1, b: 1 },
      { timeMs: 340, a: 2, b: 1 },
      { timeMs: 380, a: 3, b: 1 },
      { timeMs: 600, a: 3, b: 2 },
    ]);
  });

  it('[SC1] never goes back, takes one step of a side at a time, and leaves none out', () => {
    for (const query of ['b=two-phase-commit&fault=sender-stays-down', 'a=plain-mq&fault=broker-dies', 'fault=none']) {
      const { moments, runs } = compare(query);
      for (const [index, { timeMs, a, b }] of moments.entries()) {
        const before = moments[index - 1] ?? { timeMs: 0, a: -1, b: -1 };
        expect(timeMs).toBeGreaterThanOrEqual(before.timeMs);
        const [byA, byB] = [a - before.a, b - before.b];
        expect([Math.max(byA, byB), Math.min(byA, byB) >= 0]).toEqual([1, true]);
      }
      const lengths = SIDES.map((side) => runs[side].timeline.frames.length);
      expect([moments.at(-1)?.a, moments.at(-1)?.b]).toEqual(lengths.map((length) => length - 1));
    }
  });

  it('[SC1] keeps two settings of one protocol together until their runs part', () => {
    const { moments } = compare('a=local-message-table&b=local-message-table.confirm~consumer-ack&fault=none');
    const parted = moments.findIndex(({ a, b }) => a !== b);
    expect(parted).toBeGreaterThan(5);
    expect(moments[parted - 1]?.timeMs).toBeGreaterThanOrEqual(800);
  });
});

describe('the first difference', () => {
  it('[SC2] is the moment from which the ledgers cannot say the same any more', () => {
    const { moments, difference } = compare('a=half-message&b=plain-mq&fault=order-dies-after-commit');
    expect(difference).toEqual({
      kind: 'ledger',
      moment: moments.findIndex(({ b }) => b === 3),
      order: 'o1',
      a: { order: 'o1', state: 'open', points: 0, verdict: 'pending' },
      b: { order: 'o1', state: 'committed', points: 0, verdict: 'lost' },
    });
  });

  it('[SC2] is not that one of them is slower on the same way', () => {
    const { moments, difference } = compare('fault=order-dies-after-commit');
    expect(difference).toMatchObject({ kind: 'pace', first: 'b', aMs: 30_230, bMs: 20_190 });
    expect(moments[difference?.moment ?? 0]?.timeMs).toBe(20_190);
  });

  it('[SC2] is a duplicate that one setting lets through', () => {
    const { difference } = compare('a=half-message&b=half-message.dedup~none&fault=consumer-dies-after-commit');
    expect(difference).toMatchObject({ kind: 'ledger', a: { points: 1 }, b: { points: 2, verdict: 'duplicated' } });
  });

  it('[SC3] is, where ledgers and clocks agree, the first step that only one of two settings takes', () => {
    const { moments, difference } = compare(
      'a=local-message-table&b=local-message-table.confirm~consumer-ack&fault=none',
    );
    expect(difference?.kind).toBe('step');
    expect(moments[difference?.moment ?? 0]?.timeMs).toBeGreaterThan(700);
  });

  it('[SC3] is none between a run and itself', () => {
    expect(compare('a=plain-mq&b=plain-mq&fault=ack-lost').difference).toBeNull();
    const own = 'order.half.ok.commit.return.end.msg.consume';
    expect(compare(`a=half-message&ado=${own}&b=half-message&bdo=${own}`).difference).toBeNull();
  });

  it('[SC2] is found for two orders in the line that differs', () => {
    const { difference } = compare(
      'a=local-message-table&ado=order.commit.order.commit&b=local-message-table&bdo=order.commit.order.rollback',
    );
    expect(difference).toMatchObject({ kind: 'ledger', order: 'o2' });
  });
});
