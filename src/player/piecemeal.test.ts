import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { piecemeal } from './piecemeal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Three pieces of work; each takes so many milliseconds. */
function work(tookMs: number, done: number[]): (() => void)[] {
  return [1, 2, 3].map((piece) => () => {
    vi.advanceTimersByTime(tookMs);
    done.push(piece);
  });
}

it('[P63] does all pieces in order and rests when they have taken long enough', () => {
  const done: number[] = [];
  const rests: number[] = [];
  piecemeal(work(20, done), () => rests.push(done.length));
  expect(done).toEqual([]);
  vi.runAllTimers();
  expect(done).toEqual([1, 2, 3]);
  expect(rests).toEqual([1, 2, 3]);
});

it('[P63] stops where it is told to', () => {
  const done: number[] = [];
  const stop = piecemeal(work(0, done), () => undefined);
  stop();
  vi.runAllTimers();
  expect(done).toEqual([]);
});
