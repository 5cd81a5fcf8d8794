import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { after, cleanSession } from '../session.testing.ts';
import { happenedOf, historyOf } from './happenedModel.ts';

await loadAllTexts();

describe('what happened', () => {
  it('[VW8] tells the step at the cursor in one sentence', () => {
    const state = after(cleanSession(), 2);
    expect(happenedOf(state, 'en')).toMatchObject({ index: 2 });
    expect(happenedOf(state, 'en').headline).toMatch(/half message/);
    expect(happenedOf(state, 'zh').headline).toMatch(/半消息/);
  });

  it('[VW8] keeps what came before, the latest first', () => {
    const state = after(cleanSession(), 3);
    expect(historyOf(state, 'en', 9).map(({ index }) => index)).toEqual([3, 2, 1, 0]);
    expect(historyOf(state, 'en', 2).map(({ index }) => index)).toEqual([3, 2]);
  });

  it('[VW8] says nothing twice', () => {
    const store = cleanSession();
    store.getState().toEnd();
    for (const { headline, details } of historyOf(store.getState(), 'en', 99)) {
      expect(new Set([headline, ...details]).size).toBe(details.length + 1);
    }
  });
});
