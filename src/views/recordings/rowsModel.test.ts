import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { loadTopic } from '../../i18n/topics.ts';
import { admit } from '../../recordings/admit.ts';
import type { Recording } from '../../recordings/observation.ts';
import { shippedRecordings } from '../../recordings/shipped.ts';
import { explainedRun, type ExplainedRun } from './explainedRun.ts';
import { cellsOf } from './rowText.ts';

loadBothLanguages();
await Promise.all([loadTopic('en', 'recordingsPage'), loadTopic('zh', 'recordingsPage')]);

const endLost = await recordingOf('4.9.8-end-lost');

describe('a recording beside its run', () => {
  it('[V66] has every line in its order and every step once, those that nobody recorded between', async () => {
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

  it('[V67] stands at the line where the two part, says what was expected there, and compares nothing after it', () => {
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

  it('[V67] compares nothing of a recording that is too much for the model', () => {
    const observations = Array.from({ length: 12 }, (_, index) => {
      return { what: 'sendBegun', timeMs: index * 1_000, where: 'app', body: `m${index}` } as const;
    });
    const run = explained({ ...endLost, observations });
    expect(run.answer.verdict).toBe('unsupported');
    expect(run.link).toBeNull();
    expect(run.rows.filter(({ kind }) => kind === 'parted')).toHaveLength(1);
    expect(run.rows.filter(({ kind }) => kind === 'unread')).toHaveLength(11);
  });

  it('[V68] says in both languages what was recorded, in the words of the format, and what the model did', () => {
    const run = explained(endLost);
    const first = { kind: 'seen', recorded: { said: 'app · a transactional send begins', code: 'body=endlost' } };
    expect(cellsOf('en', run)[0]).toMatchObject(first);
    for (const lang of ['en', 'zh'] as const) {
      expect(cellsOf(lang, run).filter(({ recorded, model }) => recorded.said === '' || model.said === '')).toEqual([]);
    }
  });

  it('[V69] opens on the stage at its start, with every step', () => {
    const short = explained(endLost);
    expect(short.link).toEqual({ href: expect.stringMatching(/^v1\/half-message\?.*&at=0&h=/), steps: short.steps });
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
