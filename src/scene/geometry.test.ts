import { describe, expect, it } from 'vitest';
import { anchorOf, pathBetween } from './geometry.ts';

const BOX = { x: 10, y: 20, width: 100, height: 50 };

describe('geometry', () => {
  it('[G2] finds a place on each side of a box', () => {
    const at = (side: 'left' | 'right' | 'top' | 'bottom') => anchorOf(BOX, side, 0.5);
    expect([at('left'), at('right'), at('top'), at('bottom')]).toEqual([
      { x: 10, y: 45 },
      { x: 110, y: 45 },
      { x: 60, y: 20 },
      { x: 60, y: 70 },
    ]);
  });

  it('[G2] draws a straight line between ends that face each other', () => {
    const path = pathBetween({ point: { x: 0, y: 5 }, side: 'right' }, { point: { x: 80, y: 5 }, side: 'left' });
    expect(path.d).toBe('M0,5 L80,5');
    expect(path.length).toBeCloseTo(80);
    expect(path.at(0.25)).toEqual({ x: expect.closeTo(20), y: expect.closeTo(5) });
  });

  it('[G2] measures a curve by the way along it', () => {
    const path = pathBetween({ point: { x: 0, y: 0 }, side: 'right' }, { point: { x: 100, y: 60 }, side: 'left' });
    expect(path.d).toMatch(/^M0,0 C/);
    expect(path.length).toBeGreaterThan(Math.hypot(100, 60));
    expect(path.at(0.5)).toEqual({ x: expect.closeTo(50), y: expect.closeTo(30) });
    expect([path.at(-1), path.at(2)]).toEqual([path.at(0), path.at(1)]);
  });
});
