import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { LANGS } from '../../i18n/languages.ts';
import { protocolOf } from '../../player/selectors.ts';
import { cleanSession } from '../session.testing.ts';
import { settingViews } from './settingsModel.ts';

await loadAllTexts();

describe('settings', () => {
  it('[VW9] explains every setting and names every value, in both languages', () => {
    const state = cleanSession().getState();
    for (const lang of LANGS) {
      for (const { label, why, control } of settingViews(protocolOf(state), state.settings, lang)) {
        const options = control.kind === 'choice' ? control.options.map((option) => option.label) : [];
        expect([label, why, ...options].every((text) => text.length > 0)).toBe(true);
        expect(new Set(options).size).toBe(options.length);
      }
    }
  });

  it('[VW9] marks what differs from its default', () => {
    const store = cleanSession();
    store.getState().setSetting('dedup', 'none');
    store.getState().setSetting('check-max', '3');
    const { settings } = store.getState();
    const changed = settingViews(protocolOf(store.getState()), settings, 'en').filter(({ isChanged }) => isChanged);
    expect(changed.map(({ name, value }) => [name, value])).toEqual([
      ['check-max', '3'],
      ['dedup', 'none'],
    ]);
  });
});
