import { describe, expect, it } from 'vitest';
import { books, LANGS } from '../../i18n/languages.ts';
import { areaPath, bandPath, digits, grouped, linePath, niceMax, timeText, timeTicks } from './plotModel.ts';

const SCALE = { stepMs: 100, horizonMs: 400, max: 10 };

describe('plots', () => {
  it('[VL1] have scales that end at a fine number', () => {
    expect([0, 3, 160, 2_100, 33_500, 0.06].map(niceMax)).toEqual([1, 3, 160, 2_400, 40_000, 0.06]);
    expect(timeTicks(120)).toEqual([0, 20, 40, 60, 80, 100, 120]);
    expect(timeTicks(300).length).toBeLessThan(8);
  });

  it('[VL2] draw lines, areas and bands with gaps where nothing is known', () => {
    expect(linePath([0, 5, null, 10], SCALE)).toBe('M0 100L250 50M750 0');
    expect(areaPath([0, 5], SCALE)).toBe('M0 100L250 50L250 100L0 100Z');
    expect(bandPath([5, null, 10], [1, null, 2], SCALE)).toBe('M0 50L0 90ZM500 0L500 80Z');
  });

  it('[VL3] write three digits and the unit that fits', () => {
    expect([12.82, 0.25, 14_700, 99_950, 1_200_000].map(timeText)).toEqual([
      '12.8 ms',
      '0.25 ms',
      '14.7 s',
      '100 s',
      '20 min',
    ]);
    expect([grouped(19_900), digits(1_333.33), digits(Infinity)]).toEqual(['19,900', '1,333', '∞']);
  });

  it.each(LANGS)('[VL4] group digits as the texts around them do (%s)', (lang) => {
    const own = new Intl.NumberFormat(books[lang].locale);
    for (const number of [0, 999, 1_000, 19_900, 2_612_345, 0.25]) expect(grouped(number)).toBe(own.format(number));
  });
});
