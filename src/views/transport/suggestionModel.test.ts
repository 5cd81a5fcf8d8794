import { describe, expect, it } from 'vitest';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { FIRST_CATASTROPHE, suggestionOf } from './suggestionModel.ts';

describe('the suggestion', () => {
  it('[V6] offers the first catastrophe once a clean run is over', () => {
    const store = cleanSession();
    expect(suggestionOf(after(store, store.getState().steps.length - 1))).toBeNull();
    store.getState().toEnd();
    expect(suggestionOf(store.getState())).toBe(FIRST_CATASTROPHE);
  });

  it('[V6] is quiet when something has failed already', () => {
    expect(suggestionOf(sessionAt('end-transaction-lost').getState())).toBeNull();
  });
});
