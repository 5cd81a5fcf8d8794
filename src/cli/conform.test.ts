import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from './run.ts';

const LOG = join(import.meta.dirname, '../recordings/fixtures/rocketmq-4.9.8/end-lost.log');
const DATA = join(import.meta.dirname, '../recordings/data/5.3.3-rollback.json');
const folder = mkdtempSync(join(tmpdir(), 'conform-'));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const conform = (...args: readonly string[]) => runCommandLine(['conform', ...args]);

describe('conform', () => {
  it('[C40] takes the raw log and the JSON format, and prints one JSON value', () => {
    const { status, out, complaint } = conform(LOG, DATA, '--json');
    expect({ status, complaint }).toEqual({ status: 0, complaint: null });
    expect(JSON.parse(out)).toEqual([
      {
        file: LOG,
        verdict: 'admitted',
        observations: 18,
        matched: 18,
        unsupportedKinds: {},
        reason: null,
        at: null,
        link: 'v1/half-message?set=version~4-9.check-max~3.dedup~none.send-retry~on&do=order.half.ok.commit.return.drop~end.timeout.pass.check.answer.end.op.msg.consume.pass&h=ba71',
      },
      expect.objectContaining({ file: DATA, verdict: 'admitted', observations: 12, matched: 12 }),
    ]);
  });

  it('[C41] ends with 1 when a recording is rejected, and says where and what was expected, in both languages', () => {
    const log = `EV 001 + 1ms broker    a strange line\nEV 002 + 2ms broker    <- SEND_MESSAGE`;
    const file = written('nobody.log', log);
    expect(JSON.parse(conform(file, '--json').out)).toEqual([
      {
        file,
        verdict: 'rejected',
        observations: 2,
        matched: 1,
        unsupportedKinds: { 'broker a strange line': 1 },
        reason:
          'The model cannot explain this: SEND_MESSAGE reaches the broker. What could have come: a transactional send begins (order o1, producer producer).',
        at: 1,
        link: 'v1/half-message?set=version~4-9.dedup~none.send-retry~on',
      },
    ]);
    const { status, out } = conform(LOG, file, '--lang', 'zh');
    expect(status).toBe(1);
    expect(out).toContain('分歧在第 1 条（共 2 条，从 0 数起）。模型解释不了这里的“Broker 收到 SEND_MESSAGE”');
    expect(out).toContain('模型之外：broker a strange line × 1');
  });

  it.each<readonly [name: string, text: string, complaint: string]>([
    ['picture.log', '\u0089PNG\u0000\u0001', 'neither a RocketMQ event log'],
    ['big.log', 'EV 001 + 1ms broker x\n'.repeat(450_000), 'characters; at most 1000000 are read'],
    ['newer.json', '{"halfway-observations": 9}', 'should be 1; it is 9'],
    ['cut.json', '{"halfway-observations": 1, "obser', 'ends too early or is malformed'],
    ['wrong.json', '{"halfway-observations": 1, "name": 7}', 'name should be string; it is 7'],
  ])('[C42] answers bad input with one sentence and 2: %s', (name, text, complaint) => {
    const file = written(name, text);
    const printed = conform(LOG, file, '--json');
    expect(printed).toMatchObject({ status: 2, out: '' });
    expect(printed.complaint).toContain(complaint);
    expect(printed.complaint?.split('\n')).toHaveLength(1);
  });

  it('[C42] says which file is missing, and that it wants one', () => {
    expect(conform(join(folder, 'none.log')).complaint).toContain('cannot be read (ENOENT)');
    expect(conform()).toMatchObject({ status: 2, complaint: expect.stringContaining('at least one file') });
    expect(conform('--strict', LOG).status).toBe(2);
    expect(conform('--help').out).toContain('conform <file>…');
  });
});
