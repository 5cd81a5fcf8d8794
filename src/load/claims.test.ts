import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import type { Claim } from '../scenario/claims.ts';
import { claims } from '../scenario/claims.ts';
import { versioned } from '../scenario/versions.ts';
import { figuresOf } from './lab.ts';
import { readLoad, writeLoad } from './link.ts';
import type { Measures } from './measures.ts';

const all: readonly Claim[] = claims;

describe('claims about load', () => {
  it('[LD30] all have a load that opens, at the address that the lab itself writes', () => {
    const loads = all.filter(({ undecidable }) => undecidable === 'load');
    expect(loads.length).toBeGreaterThan(1);
    for (const { load = '' } of loads) {
      const { scenario, problem } = readLoad(versioned(load));
      expect({ problem, address: writeLoad(scenario) }).toEqual({ problem: null, address: versioned(load) });
    }
  });

  it('[LD31] the peak is not gone in a moment: the backlog is (a − c)·T, and takes (a − c)·T / (c − b) to drain', () => {
    const [queued] = figuresFor('the-peak-is-gone-in-a-moment');
    const { arriving, capacity, after, seconds } = { arriving: 50, capacity: 20, after: 0.5, seconds: 360 };
    const backlog = (arriving - capacity) * seconds;
    expect(within(queued?.backlog.max, backlog, 0.02)).toBe(true);
    expect(within(queued?.drainMs ?? undefined, (1_000 * backlog) / (capacity - after), 0.02)).toBe(true);
    // The same proportions as 5,000, 2,000 and 50 a second for an hour: 92 minutes, an hour and a half.
    expect(Math.round((((arriving - capacity) * 60) / (capacity - after)) * 1)).toBe(92);
  });

  it('[LD32] asynchronous is faster for the buyer only: the points come later than with a call, and no more of them', () => {
    const [message, call] = figuresFor('asynchronous-is-faster');
    expect(message?.buyerMs.p50).toBeLessThan(50);
    expect(call?.buyerMs.p50).toBeGreaterThan(500);
    expect(message?.pointsMs.p50).toBeGreaterThan(call?.pointsMs.p50 ?? Infinity);
    expect(message?.completedPerS).toBeCloseTo(call?.completedPerS ?? 0, 1);
  });
});

function figuresFor(id: Claim['id']): readonly Measures[] {
  const claim = all.find((known) => known.id === id);
  return figuresOf(readLoad(versioned(claim?.load ?? '')).scenario, protocols);
}

function within(value: number | undefined, expected: number, share: number): boolean {
  return value !== undefined && Math.abs(value - expected) <= expected * share;
}
