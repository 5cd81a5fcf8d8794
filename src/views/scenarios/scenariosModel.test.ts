import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { protocols } from '../../protocols/registry.ts';
import { cleanSession, after, sessionAt } from '../session.testing.ts';
import { openScenarioId } from './openScenario.ts';
import { scenarioGroups } from './scenariosModel.ts';

loadBothLanguages();

describe('the scenario menu', () => {
  it('[V5] lists every scenario once, with a title and a reason', () => {
    for (const protocol of protocols) {
      const listed = scenarioGroups(protocol, 'en').flatMap(({ scenarios }) => scenarios);
      expect(listed.map(({ id }) => id).toSorted()).toEqual(protocol.scenarios.map(({ id }) => id).toSorted());
      expect(listed.every(({ title, why }) => title.length > 0 && why.length > 0)).toBe(true);
    }
  });

  it('[V5] recognises every named scenario after it was opened', () => {
    const ids = protocols[0].scenarios.map(({ id }) => id);
    expect(ids.map((id) => openScenarioId(sessionAt(id, 0).getState()))).toEqual(ids);
  });

  it('[V5] calls a run of the reader’s own no scenario', () => {
    const store = cleanSession();
    after(store, 2);
    store.getState().act({ kind: 'crash', process: 'broker', crash: 'process' });
    expect(openScenarioId(store.getState())).toBeNull();
  });
});
