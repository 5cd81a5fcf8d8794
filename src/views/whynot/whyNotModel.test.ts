import { describe, expect, it } from 'vitest';
import { keyOf } from '../../engine/data.ts';
import { frameOf, timelineOf } from '../../player/selectors.ts';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { LANGS } from '../../i18n/languages.ts';
import { protocols } from '../../protocols/registry.ts';
import { libraryOf } from '../../scenario/library.ts';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { whyNotLines } from './whyNotModel.ts';

await loadAllTexts();

describe('why not', () => {
  it('[VW11] gives every refused action a name and a reason', () => {
    const lines = whyNotLines(after(cleanSession(), 3), 'en');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ label, why }) => label.length > 0 && why.length > 0)).toBe(true);
  });

  it('[VW161] leads to the last moment at which it was possible, and to the timer that makes it possible', () => {
    const state = after(cleanSession(), 4);
    const committing = whyNotLines(state, 'en').filter(({ lastAt }) => lastAt === 3);
    expect(committing.length).toBeGreaterThan(0);
    for (const { id, lastAt } of whyNotLines(state, 'en')) {
      if (lastAt === null) continue;
      const store = cleanSession();
      after(store, lastAt);
      expect(whyNotLines(store.getState(), 'en').map((line) => line.id)).not.toContain(id);
    }
    const { engine } = timelineOf(state);
    const waiting = whyNotLines(state, 'en').filter(({ wait }) => wait !== null);
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id, wait } of waiting) {
      const outcome = wait === null ? null : engine.apply(frameOf(state).world, wait.step);
      if (outcome?.ok !== true) throw new Error('Expected a timer that can fire.');
      expect(engine.enabled(outcome.world).map(keyOf)).toContain(id);
    }
  });

  it('[VW11] has an answer in both languages at the end of every scenario', () => {
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
