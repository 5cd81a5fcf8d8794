import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import type { Lang } from '../../i18n/languages.ts';
import { pageText } from '../../i18n/text.ts';
import { protocols } from '../../protocols/registry.ts';
import { cleanSession, after, sessionAt } from '../session.testing.ts';
import { openScenarioId } from './openScenario.ts';
import { scenarioGroups } from './scenariosModel.ts';

await loadAllTexts();

describe('the scenario menu', () => {
  it('[VW5] lists every scenario once, with a title and a reason', () => {
    for (const protocol of protocols) {
      const listed = scenarioGroups(protocol, 'en').flatMap(({ scenarios }) => scenarios);
      expect(listed.map(({ id }) => id).toSorted()).toEqual(protocol.library.scenarios.map(({ id }) => id).toSorted());
      expect(listed.every(({ title, why }) => title.length > 0 && why.length > 0)).toBe(true);
    }
  });

  it('[VW5] finds runs by words of their title, reason or verdict, in both languages', () => {
    const [half] = protocols;
    const found = (lang: Lang, search: string): readonly string[] =>
      scenarioGroups(half, lang, search).flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
    expect(found('en', 'POWER loss takes')).toContain('power-loss');
    expect(found('en', pageText('en', 'verdict-phantom'))).toContain('check-memory-map');
    expect(found('zh', pageText('zh', 'verdict-phantom'))).toContain('check-memory-map');
    expect(found('zh', '断电')).toContain('power-loss');
    expect(found('en', 'no such run')).toEqual([]);
    expect(found('en', '  ')).toHaveLength(half.library.scenarios.length);
  });

  it('[VW5] recognises every named scenario after it was opened', () => {
    const ids = protocols[0].library.scenarios.map(({ id }) => id);
    expect(ids.map((id) => openScenarioId(sessionAt(id, 0).getState()))).toEqual(ids);
  });

  it('[VW5] calls a run of the reader’s own no scenario', () => {
    const store = cleanSession();
    after(store, 2);
    store.getState().act({ kind: 'crash', process: 'broker', crash: 'process' });
    expect(openScenarioId(store.getState())).toBeNull();
  });
});
