import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../load/capacity.ts';
import { programFor } from '../../load/lab.ts';
import { presetOf, PRESET_IDS } from '../../load/presets.ts';
import { protocols } from '../../protocols/registry.ts';
import { reckoningOf } from './tableModel.ts';

describe('why exactly these figures', () => {
  it.each(PRESET_IDS)(
    '[LM15] of %s follow from places and times, and the least of each column is its bottleneck',
    (id) => {
      const scenario = presetOf(id);
      const columns = scenario.compared.map((one) => ({ program: programFor(one, protocols) }));
      const { rows, alone } = reckoningOf(columns, scenario);
      columns.forEach(({ program }, column) => {
        const limits = limitsOf(program, scenario);
        const cells = rows.flatMap(({ pool, cells: all }) => {
          const cell = all[column] ?? null;
          return cell === null ? [] : [{ pool, ...cell }];
        });
        for (const { places, heldMs, perS } of cells)
          if (places !== null) expect((places / heldMs) * 1_000).toBeCloseTo(perS, 6);
        expect(cells.filter(({ isBottleneck }) => isBottleneck).map(({ pool }) => pool)).toEqual([limits.bottleneck]);
        expect(Math.min(...cells.map(({ perS }) => perS))).toBe(limits.capacityPerS);
        expect(alone[column]).toEqual(limits.aloneMs);
      });
    },
  );

  it('[LM16] has a row for what any column needs, and nothing where one does not: only messages have consumers, only a table a relay', () => {
    const scenario = presetOf('relay-too-slow');
    const columns = (['local-message-table', 'call'] as const).map((one) => ({ program: programFor(one, protocols) }));
    const { rows } = reckoningOf(columns, scenario);
    const cells = (pool: string) => rows.find((row) => row.pool === pool)?.cells.map((cell) => cell !== null);
    expect(cells('relay')).toEqual([true, false]);
    expect(cells('consumers')).toEqual([true, false]);
    expect(cells('order-cores')).toEqual([true, true]);
    expect(cells('check-threads')).toBeUndefined();
  });
});
