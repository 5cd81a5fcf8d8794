import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { FAULT_IDS } from '../protocols/shared/faults.ts';
import { runCommandLine } from './run.ts';

beforeAll(loadAllTexts);

/** What the README promises. */
const Json = v.object({
  columns: v.array(v.strictObject({ protocol: v.string(), settings: v.record(v.string(), v.string()) })),
  rows: v.array(
    v.strictObject({
      fault: v.picklist(FAULT_IDS),
      cells: v.array(
        v.strictObject({
          verdict: v.string(),
          settledAtMs: v.number(),
          strikes: v.boolean(),
          link: v.pipe(v.string(), v.startsWith('v2/')),
        }),
      ),
    }),
  ),
});

describe('matrix', () => {
  it('[C50] prints a row per fault, a column per protocol and setting, and a verdict with its link in every cell', () => {
    const { status, out } = runCommandLine(['matrix', '--json']);
    const { columns, rows } = v.parse(Json, JSON.parse(out));
    expect(status).toBe(0);
    expect(new Set(columns.map(({ protocol }) => protocol)).size).toBe(4);
    expect(rows.map(({ fault }) => fault)).toEqual(FAULT_IDS);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });

  it('[C50] gives cells that replay ends in the same verdict', () => {
    const { rows } = v.parse(Json, JSON.parse(runCommandLine(['matrix', '--json']).out));
    const cells = rows.map(({ cells: [first] }) => first).filter((cell) => cell !== undefined);
    const replayed = cells.map(({ link }) => runCommandLine(['replay', link, '--json']).out);
    expect(replayed.map((out, index) => out.includes(`"verdict":"${cells[index]?.verdict}"`))).toEqual(
      cells.map(() => true),
    );
  });

  it('[C51] prints the same as lines, and refuses what it does not know', () => {
    const { status, out } = runCommandLine(['matrix']);
    expect(status).toBe(0);
    expect(out.split('\n')[0]?.split('\t')).toEqual([
      'none',
      'half-message',
      'consistent',
      expect.stringMatching(/^v2\/half-message\?do=/),
    ]);
    expect(runCommandLine(['matrix', 'everything'])).toMatchObject({ status: 2, out: '' });
  });
});
