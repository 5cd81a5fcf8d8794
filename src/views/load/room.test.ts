import { describe, expect, it } from 'vitest';
import { fitting } from './room.ts';

describe('words along a line', () => {
  it('[LM14] touch neither each other nor go beyond its end: what has no room is left out', () => {
    const spans = [
      { from: 0, to: 30 },
      { from: 32, to: 60 },
      { from: 64, to: 90 },
      { from: 100, to: 130 },
    ];
    expect(fitting(spans, { end: 120, gap: 6 })).toEqual([true, false, true, false]);
    expect(fitting(spans, { end: 130, gap: 2 })).toEqual([true, true, true, true]);
  });
});
