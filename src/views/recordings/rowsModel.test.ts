import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { admit } from '../../recordings/admit.ts';
import { judgedText } from '../../recordings/judgement.ts';
import type { Recording } from '../../recordings/observation.ts';
import { shippedRecordings } from '../../recordings/shipped.ts';
import { explainedRun, type ExplainedRun } from './explainedRun.ts';
import { cellsOf } from './rowText.ts';
import { judgementText, verdictText } from './verdictModel.ts';

await loadAllTexts();

const endLost = await recordingOf('4.9.8-end-lost');

describe('a recording beside its run', () => {
  it('[VW66] has every line in its order and every step once, those that nobody recorded between', async () => {
    for (const id of ['4.9.8-end-lost', '5.3.3-slow-local-tx', '4.9.8-idle-producer-not-registered']) {
      const recording = await recordingOf(id);
      const run = explained(recording);
      const lines = run.rows.flatMap((row) => (row.kind === 'hidden' ? [] : [row.observation]));
      expect(lines).toEqual(recording.observations.map((_, index) => index));
      const steps = new Set(
        run.rows.flatMap((row) => (row.kind === 'hidden' ? [row.step] : row.kind === 'seen' ? [row.shownBy] : [])),
      );
      expect(Array.from({ length: run.steps }, (_, index) => index + 1).filter((step) => !steps.has(step))).toEqual([]);
      const hidden = run.rows.flatMap((row) => (row.kind === 'hidden' ? [row.step] : []));
      expect(hidden).toEqual([...new Set(hidden)].sort((one, other) => one - other));
      const times = run.timesMs;
      expect(times.every((time, row) => time >= (times[row - 1] ?? 0))).toBe(true);
    }
  });

  it('[VW67] stands at the line where the two part, says what was expected there, and compares nothing after it', () => {
    const lost = endLost.observations.findIndex(({ what }) => what === 'checkBegun');
    const observations = endLost.observations.map((one, index) =>
      index === lost && one.what === 'checkBegun' ? { ...one, halfOffset: 7 } : one,
    );
    const run = explained({ ...endLost, observations });
    const parted = run.rows[run.firstRow];
    expect(parted).toMatchObject({ kind: 'parted', observation: lost });
    const after = run.rows.slice(run.firstRow + 1).map(({ kind }) => kind);
    expect(new Set(after)).toEqual(new Set(['unread']));
    expect(cellsOf('en', run)[run.firstRow]?.model.said).toContain('halfOffset 1');
  });

  it('[VW67] counts the lines of the file, where it is known which line says what', () => {
    const judgements = judgedText(rawLogOf('unreadable-end-line.log'));
    const [judged] = judgements;
    if (judged?.kind !== 'judged') throw new Error(JSON.stringify(judged));
    const run = explainedRun(judged.recording, judged.answer, judged.lines);
    expect(run.linesRead[0]).toBe(judged.lines[0]);
    expect(run.linesCount).toBe(14);
    const [rejected] = judgedText(rawLogOf('op-with-another-tag.log'));
    if (rejected?.kind !== 'judged') throw new Error(JSON.stringify(rejected));
    expect(verdictText('en', rejected)).toBe('Differs from line 12 on');
    expect(judgementText('en', rejected)).toContain('Everything before line 12 matches.');
  });

  it('[VW67] says of each line what became of it: matched, hidden, set aside, unreadable, the rejected one, or open', () => {
    expect(kindsOf('unreadable-end-line.log')).toEqual({ seen: 12, unreadable: 1 });
    expect(kindsOf('nothing-understood.log')).toEqual({ unreadable: 50 });
    expect(kindsOf('op-with-another-tag.log')).toEqual({ seen: 10, parted: 1, unread: 3 });
    expect(kindsOf('second-consumer-group.json')).toEqual({ seen: 14, outside: 1, hidden: 1 });
    // A minute between the begin and an answer of UNKNOW: the local transaction was slow, which no line says.
    expect(kindsOf('users-trace.json')).toEqual({ seen: 4, hidden: 4 });
  });

  it('[VW67] leaves open what comes after a line that cannot be read, and stands at that line', () => {
    const [judged] = judgedText(rawLogOf('byte-order-mark.log').replace('executeLocalTransaction #1 start', 'exec ?'));
    if (judged?.kind !== 'judged') throw new Error(JSON.stringify(judged));
    const run = explainedRun(judged.recording, judged.answer, judged.lines);
    const { recorded, model } = cellsOf('en', run)[run.firstRow] ?? {};
    expect(run.rows[run.firstRow]?.kind).toBe('unreadable');
    expect(recorded?.code).toContain('exec ?');
    expect(model?.said).toContain('cannot be read');
    expect(new Set(run.rows.slice(run.firstRow + 1).map(({ kind }) => kind))).toEqual(new Set(['unread']));
  });

  it('[VW67] compares nothing of a recording that is too much for the model', () => {
    const observations = Array.from({ length: 12 }, (_, index) => {
      return { what: 'sendBegun', timeMs: index * 1_000, where: 'app', body: `m${index}` } as const;
    });
    const run = explained({ ...endLost, observations });
    expect(run.answer.verdict).toBe('unsupported');
    expect(run.link).toBeNull();
    expect(run.rows.filter(({ kind }) => kind === 'parted')).toHaveLength(1);
    expect(run.rows.filter(({ kind }) => kind === 'unread')).toHaveLength(11);
  });

  it('[VW68] says in both languages what was recorded, in the words of the format, and what the model did', () => {
    const run = explained(endLost);
    const first = { kind: 'seen', recorded: { said: 'app · a transactional send begins', code: 'body=endlost' } };
    expect(cellsOf('en', run)[0]).toMatchObject(first);
    for (const lang of ['en', 'zh'] as const) {
      expect(cellsOf(lang, run).filter(({ recorded, model }) => recorded.said === '' || model.said === '')).toEqual([]);
    }
  });

  it('[VW69] opens on the stage at its start, with every step', () => {
    const short = explained(endLost);
    expect(short.link).toEqual({ href: expect.stringMatching(/^v2\/half-message\?.*&at=0&h=/), steps: short.steps });
  });
});

async function recordingOf(id: string): Promise<Recording> {
  const shipped = shippedRecordings.find((one) => one.id === id);
  if (shipped === undefined) throw new Error(`Expected a recording ${id}.`);
  return await shipped.load();
}

function explained(recording: Recording): ExplainedRun {
  return explainedRun(recording, admit(recording));
}

function rawLogOf(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../recordings/fixtures/cases', name), 'utf8');
}

/** How many rows there are of each kind. */
function kindsOf(name: string): { readonly [kind: string]: number } {
  const [judged] = judgedText(rawLogOf(name));
  if (judged?.kind !== 'judged') throw new Error(JSON.stringify(judged));
  const { rows } = explainedRun(judged.recording, judged.answer, judged.lines);
  const counts = Map.groupBy(rows, ({ kind }) => kind);
  return Object.fromEntries([...counts].map(([kind, all]) => [kind, all.length]));
}
