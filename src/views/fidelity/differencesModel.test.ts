import { describe, expect, it } from 'vitest';
import { differenceRows, linesOf } from './differencesModel.ts';
import { fidelity } from './fidelityModel.ts';

describe('in what the releases differ, as a table', () => {
  it('[VF3] has a column for each line of releases and says which runs show it, or that none does', async () => {
    const map = await fidelity();
    expect(linesOf(map)).toEqual([
      { line: '4.9', releases: '4.9.7, 4.9.8' },
      { line: '5.3', releases: '5.3.3, 5.3.3-tx' },
      { line: '5.5', releases: '5.5.0' },
    ]);
    const rows = differenceRows(map);
    const [old = [], , newest = []] = rows.find(({ id }) => id === 'op-body')?.cells ?? [];
    expect([old.map(({ key }) => key), newest.map(({ key }) => key)]).toEqual([
      ['difference-op-body-bare'],
      ['difference-op-body-commas'],
    ]);
    expect(old[0]?.runs[0]).toEqual({ name: '4.9.8 batch', href: '#v2/recordings?open=4.9.8-batch' });
    expect(newest[0]?.more).toBeGreaterThan(20);
    expect(rows.find(({ id }) => id === 'replica')?.cells[0]).toEqual([]);
  });
});
