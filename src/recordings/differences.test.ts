import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, DIFFERENCES, differencesIn } from './differences.ts';
import { drivenRecording } from './driven.ts';
import { RecordingSchema, type Recording } from './observation.ts';

const shipped = (id: string): Recording =>
  v.parse(RecordingSchema, JSON.parse(readFileSync(join(import.meta.dirname, `data/${id}.json`), 'utf8')));

async function driven(id: string): Promise<Recording> {
  const recording = await drivenRecording(id);
  if (recording === null) throw new Error(`Expected a driven run ${id}.`);
  return recording;
}

describe('in what the releases differ', () => {
  it('[R103] is read off the ops: how they name offsets, how many, and when (HM-14, HM-15, HM-60)', () => {
    const old = shipped('4.9.8-batch');
    const late = shipped('5.3.3-defaultop-commit-default-op');
    expect([answerOf('op-body', old), answerOf('op-offsets', old), answerOf('op-time', old)]).toEqual([
      'bare',
      'one',
      'at-once',
    ]);
    expect(answerOf('op-offsets', shipped('5.3.3-batch'))).toBe('several');
    expect([answerOf('op-body', late), answerOf('op-time', late)]).toEqual(['commas', 'two-intervals']);
  });

  it('[R104] is read off what a killed broker still has, and off statuses; a recording without them leaves it open', async () => {
    expect(answerOf('op-after-kill', shipped('4.9.8-crash'))).toBe('stored');
    expect(answerOf('op-after-kill', await driven('5.5.0-kill-with-rollback-in-memory'))).toBe('lost');
    expect(answerOf('replica', await driven('5.5.0-flush-slave-timeout'))).toBe('FLUSH_SLAVE_TIMEOUT');
    const commit = shipped('4.9.8-commit');
    expect([answerOf('op-after-kill', commit), answerOf('replica', commit)]).toEqual([null, null]);
  });

  it('[R105] names the recordings behind each answer, release by release', () => {
    const rows = differencesIn([
      { release: '4.9.8', name: 'batch', recording: shipped('4.9.8-batch') },
      { release: '5.3.3-tx', name: 'batch', recording: shipped('5.3.3-batch') },
    ]);
    expect(rows.map(({ id }) => id)).toEqual(DIFFERENCES.map(({ id }) => id));
    expect(rows.find(({ id }) => id === 'op-body')?.answers).toEqual([
      { answer: 'bare', releases: [{ release: '4.9.8', runs: ['batch'] }] },
      { answer: 'commas', releases: [{ release: '5.3.3-tx', runs: ['batch'] }] },
    ]);
  });
});
