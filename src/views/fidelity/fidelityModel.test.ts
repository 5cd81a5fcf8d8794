import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { frameOf } from '../../player/selectors.ts';
import { sessionAt } from '../session.testing.ts';
import { evidenceOf, fidelity, ruleRows } from './fidelityModel.ts';

beforeAll(loadAllTexts);

describe('what a real broker has shown', () => {
  it('[VF1] is told of every rule, with the page of each recorded run that has one', async () => {
    const rows = ruleRows(await fidelity());
    const rowOf = (id: string) => rows.find((row) => row.id === id);
    expect(rowOf('HM-25')).toMatchObject({ evidence: 'recorded' });
    expect(rowOf('HM-25')?.runs).toContainEqual({
      name: '5.3.3-tx dup-commit',
      href: '#v2/recordings?open=5.3.3-dup-commit',
    });
    expect(rowOf('HM-25')?.runs).toContainEqual({ name: '5.5.0 commit-replayed', href: null });
    expect(rowOf('HM-58')).toMatchObject({ evidence: 'source', runs: [] });
    expect(rowOf('HM-L1')).toMatchObject({ evidence: 'neither', runs: [] });
  });

  it('[VF2] is told of the step that is shown: what each role did, and which recordings show the same', async () => {
    const map = await fidelity();
    const at = (scenario: string, step: number) =>
      evidenceOf(map, frameOf(sessionAt(scenario, step).getState()).records);
    const [moved] = at('clean-commit', 1);
    expect(moved?.name).toBe('producer: sender idle → awaitingSendResult (checkPool idle, registration registered)');
    expect(moved?.runs.map(({ name }) => name)).toContain('4.9.8 commit');
    const unseen = at('power-loss', 2).filter(({ runs }) => runs.length === 0);
    expect(unseen.map(({ name }) => name)).toContain('broker: disk flushed → dirty (processor ready)');
  });
});
