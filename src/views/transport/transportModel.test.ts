import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { after, cleanSession } from '../session.testing.ts';
import { nextTextOf } from './transportModel.ts';

await loadAllTexts();

describe('the transport', () => {
  it('[VW10] says what Next will do, and nothing once everything has come to rest', () => {
    const store = cleanSession();
    expect(nextTextOf(store.getState(), 'en')).toMatch(/order/i);
    expect(nextTextOf(after(store, 1), 'zh')).toMatch(/\p{Script=Han}/u);
    store.getState().toEnd();
    store.getState().leaveOffers();
    expect(nextTextOf(store.getState(), 'en')).toBeNull();
  });
});
