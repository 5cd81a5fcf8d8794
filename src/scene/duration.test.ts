import { expect, it } from 'vitest';
import { durationText } from './duration.ts';

it('[G3] says virtual times with one or two units', () => {
  const times = [0, 40, 999, 1_000, 6_200, 59_940, 59_999, 100_000, 3_600_000, 5_400_000];
  expect(times.map(durationText)).toEqual([
    '0 ms',
    '40 ms',
    '999 ms',
    '1 s',
    '6.2 s',
    '59.9 s',
    '1 min',
    '1 min 40 s',
    '1 h',
    '1 h 30 min',
  ]);
});
