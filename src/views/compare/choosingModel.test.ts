import { describe, expect, it } from 'vitest';
import { texts as en } from '../../i18n/en/compare.ts';
import { texts as zh } from '../../i18n/zh/compare.ts';
import { protocols } from '../../protocols/registry.ts';
import { CHOOSABLE, CRITERIA } from './choosingModel.ts';

describe('what one chooses by', () => {
  it('[M4] asks every protocol every question, and says each answer once in every language', () => {
    expect([...CHOOSABLE].toSorted()).toEqual(protocols.map(({ id }) => id).toSorted());
    const keys = CRITERIA.flatMap((criterion) => CHOOSABLE.map((protocol) => `choosing-${criterion}-${protocol}`));
    for (const texts of [zh, en]) {
      const answers = Object.entries(texts).filter(([key]) => keys.includes(key));
      expect(answers.map(([key]) => key).toSorted()).toEqual(keys.toSorted());
      expect(new Set(answers.map(([, answer]) => answer)).size).toBe(keys.length);
    }
  });
});
