import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { LANGS } from '../../i18n/text.ts';
import { protocols } from '../../protocols/registry.ts';
import { libraryOf } from '../../scenario/library.ts';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { whyNotLines } from './whyNotModel.ts';

loadBothLanguages();

describe('why not', () => {
  it('[V11] gives every refused action a name and a reason', () => {
    const lines = whyNotLines(after(cleanSession(), 3), 'en');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ label, why }) => label.length > 0 && why.length > 0)).toBe(true);
  });

  it('[V11] has an answer in both languages at the end of every scenario', () => {
    for (const { id, protocol } of libraryOf(protocols.slice(0, 1))) {
      for (const lang of LANGS) {
        const lines = whyNotLines(sessionAt(id).getState(), lang);
        expect(
          lines.filter(({ why }) => why.includes('guard-')),
          `${protocol} ${id}`,
        ).toEqual([]);
      }
    }
  });
});
