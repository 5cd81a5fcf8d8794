import { describe, expect, it } from 'vitest';
import { pauseAfter, pauseMs, playbackOf } from './playback.ts';

describe('playing', () => {
  it('[P31] waits longer where the virtual clock waits longer, within bounds, and divides by the speed', () => {
    expect(pauseMs(40, 1)).toBeLessThan(pauseMs(6_000, 1));
    expect(pauseMs(600_000, 1)).toBe(pauseMs(6_000_000, 1));
    expect(pauseMs(6_000, 0.5)).toBe(2 * pauseMs(6_000, 1));
    expect(pauseMs(6_000, 2)).toBe(pauseMs(6_000, 1) / 2);
    expect(pauseMs(0, 4)).toBeGreaterThanOrEqual(140);
  });

  it('[P35] waits between two positions by their times, and not after the last one', () => {
    const timesMs = [0, 40, 6_040];
    expect([0, 1, 2, 3].map((position) => pauseAfter(timesMs, position, 1))).toEqual([
      pauseMs(40, 1),
      pauseMs(6_000, 1),
      null,
      null,
    ]);
  });

  it('[P35] says where it stands, and where it can go from there', () => {
    const told = (position: number, last: number) => {
      const { progress, canGoBack, canGoOn } = playbackOf({ isPlaying: false, position, last });
      return [progress, canGoBack, canGoOn];
    };
    expect(told(0, 0)).toEqual([0, false, false]);
    expect(told(0, 4)).toEqual([0, false, true]);
    expect(told(1, 4)).toEqual([0.25, true, true]);
    expect(told(4, 4)).toEqual([1, true, false]);
  });
});
