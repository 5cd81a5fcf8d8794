import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { after, cleanSession } from '../session.testing.ts';
import { transportOf } from './transportModel.ts';

loadBothLanguages();

describe('the transport', () => {
  it('[V10] says what Next will do before anything has happened', () => {
    const view = transportOf(cleanSession().getState(), 'en');
    expect(view).toMatchObject({ canGoBack: false, canGoOn: true });
    expect(view.nextText).toMatch(/order/i);
  });

  it('[V10] can go back after a step', () => {
    expect(transportOf(after(cleanSession(), 1), 'zh').canGoBack).toBe(true);
  });
});
