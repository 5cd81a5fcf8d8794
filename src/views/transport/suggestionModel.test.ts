import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { suggestionsOf } from './suggestionModel.ts';
import { nextTextOf } from './transportModel.ts';

await loadAllTexts();

describe('the suggestion', () => {
  it('[VW6] offers what could have gone wrong once a clean run is over, first the death right after the commit', () => {
    const store = cleanSession();
    expect(suggestionsOf(after(store, store.getState().steps.length - 1), 'en')).toEqual([]);
    store.getState().toEnd();
    expect(suggestionsOf(store.getState(), 'en').map(({ kind, question }) => [kind, question])).toEqual([
      ['dies', 'What if the order service crashes right after its commit?'],
      ['lost', 'What if the outcome of order o1 (COMMIT) is lost?'],
      ['unacknowledged', 'What if the points service crashes before it acknowledges?'],
    ]);
  });

  it('[VW6] is what Next does then, until the reader leaves it', () => {
    const store = cleanSession();
    store.getState().toEnd();
    expect(nextTextOf(store.getState(), 'en')).toBe('Crash the order service right after its commit');
    store.getState().leaveOffers();
    expect(suggestionsOf(store.getState(), 'en')).toEqual([]);
    expect(nextTextOf(store.getState(), 'en')).toBeNull();
  });

  it('[VW6] is quiet when something has failed already', () => {
    expect(suggestionsOf(sessionAt('end-transaction-lost').getState(), 'en')).toEqual([]);
  });
});
