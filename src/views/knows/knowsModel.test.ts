import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { loadBeliefs } from '../../protocols/beliefs.ts';
import { protocols } from '../../protocols/registry.ts';
import { sessionAt } from '../session.testing.ts';
import { barsOf, columnAt, columnsOf, stretchesOf, summaryOf, type Column } from './knowsModel.ts';

const half = await loadBeliefs('half-message');
const columnsIn = (state: SessionState): readonly Column[] => columnsOf(half, protocols[0], timelineOf(state), 'o1');

describe('who knows what, across a run', () => {
  it('[KN7] folds steps at which nobody changes its mind, and covers the rest of the run', () => {
    const state = sessionAt('crash-after-local-commit').getState();
    const columns = columnsIn(state);
    expect(columns[0]?.from).toBe(1);
    expect(columns.at(-1)?.to).toBe(state.steps.length);
    expect(columns.slice(1).every(({ from }, index) => from === (columns[index]?.to ?? 0) + 1)).toBe(true);
    expect(columns.length).toBeLessThan(state.steps.length);
    expect([columnAt(columns, 0), columnAt(columns, 1)]).toEqual([null, 0]);
  });

  it('[KN7] draws a lane as stretches that leave no gap', () => {
    const columns = columnsIn(sessionAt('crash-after-local-commit').getState());
    for (const lane of columns[0]?.held.keys() ?? []) {
      const bars = barsOf(columns, lane);
      expect(bars[0]?.first).toBe(0);
      expect(bars.at(-1)?.last).toBe(columns.length - 1);
      expect(bars.slice(1).every(({ first }, index) => first === (bars[index]?.last ?? 0) + 1)).toBe(true);
    }
  });

  it('[KN8] read down, the column of the crash says that the row alone knows, and who has not heard', () => {
    const columns = columnsIn(sessionAt('crash-after-local-commit').getState());
    const told = (at: number): readonly string[] => {
      const column = columns[columnAt(columns, at) ?? 0];
      if (column === undefined) throw new Error('Expected a column.');
      return summaryOf(column).map(({ key, lanes }) => [key, ...lanes.map(({ id }) => id)].join(' '));
    };
    expect(told(1)).toEqual(['open']);
    expect(told(4)).toEqual(['know producer', 'stale broker consumer']);
    expect(told(5)).toEqual(['rows', 'stale broker consumer']);
    expect(told(columns.at(-1)?.to ?? 0)).toEqual(['know broker consumer', 'fine']);
  });

  it('[KN9] tells every lane by its steps under the timeline, from the order to the end of the run', () => {
    const state = sessionAt('crash-after-local-commit').getState();
    const columns = columnsIn(state);
    const lanes = columns[0]?.held.map(({ lane }) => lane.id) ?? [];
    expect(lanes).toContain('broker');
    for (const lane of lanes.keys()) {
      const stretches = stretchesOf(columns, lane);
      expect([stretches[0]?.from, stretches.at(-1)?.to]).toEqual([1, state.steps.length]);
      expect(stretches.slice(1).every(({ from }, index) => from === (stretches[index]?.to ?? 0) + 1)).toBe(true);
    }
    const broker = stretchesOf(columns, lanes.indexOf('broker'));
    expect(broker.find(({ from, to }) => from <= 5 && 5 <= to)?.standing).toBe('stale');
    expect(broker.at(-1)?.standing).not.toBe('stale');
  });
});
