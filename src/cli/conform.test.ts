import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { runCommandLine } from './run.ts';

beforeAll(loadAllTexts);

const LOG = join(import.meta.dirname, '../recordings/fixtures/rocketmq-4.9.8/end-lost.log');
const DATA = join(import.meta.dirname, '../recordings/data/5.3.3-rollback.json');
const folder = mkdtempSync(join(tmpdir(), 'conform-'));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The one JSON value that was printed. */
function arrayIn(out: string): readonly unknown[] {
  const value: unknown = JSON.parse(out);
  return Array.isArray(value) ? value : [];
}

const conform = (...args: readonly string[]) => runCommandLine(['conform', ...args]);

describe('conform', () => {
  it('[C40] takes the raw log and the JSON format, and prints one JSON value', () => {
    const { status, out, complaint } = conform(LOG, DATA, '--json');
    expect({ status, complaint }).toEqual({ status: 0, complaint: null });
    expect(JSON.parse(out)).toEqual([
      {
        file: LOG,
        run: null,
        source: 'event-log',
        verdict: 'admitted',
        observations: 18,
        matched: 18,
        hidden: 0,
        unreadable: 0,
        setAside: {},
        unsupportedKinds: {},
        recorded: null,
        group: 'consumer',
        strictness: { orderMs: 150, earlyFraction: 0.01, lateFraction: 0.25, timersKnown: 2, timers: 2 },
        reason: null,
        at: null,
        line: null,
        deciding: null,
        link: 'v2/half-message?set=version~4-9.check-max~3.dedup~none.send-retry~on&do=order.half.ok.commit.return.drop~end.timeout.pass.check.answer.end.op.msg.consume.pass&h=8c25',
      },
      expect.objectContaining({ file: DATA, verdict: 'admitted', observations: 12, matched: 12 }),
    ]);
  });

  it('[C41] ends with 1 when a recording is not admitted, and says where and why, in both languages', () => {
    const log = `EV 001 + 1ms broker    a strange line\nEV 002 + 2ms broker    <- SEND_MESSAGE`;
    const file = written('nobody.log', log);
    const [line] = arrayIn(conform(file, '--json').out);
    expect(line).toMatchObject({
      verdict: 'incomplete',
      at: 0,
      line: 1,
      observations: 2,
      matched: 1,
      unreadable: 1,
      unsupportedKinds: { 'broker a strange line': 1 },
      recorded: { kinds: ['sendReceived', 'other'], gaps: false },
      reason: 'A line that may matter cannot be read: “a strange line”.',
    });
    const { status, out } = conform(LOG, file, '--lang', 'zh');
    expect(status).toBe(1);
    expect(out).toContain('不完整（第 0 条，共 2 条，从 0 数起；第 1 行）');
    expect(out).toContain('模型之外：broker a strange line × 1');
    expect(out).toContain(
      '次序：相隔超过 150 毫秒的都核对。计时器：2 个里已知 2 个，提前不超过时长的 1%，推迟不超过 25%。',
    );
  });

  it('[C43] judges every run of a file, and both files that come as they come', () => {
    const end = readFileSync(LOG, 'utf8');
    const two = written('two.log', `${end}\n${end}`);
    expect(arrayIn(conform(two, '--json').out)).toMatchObject([
      { run: 1, verdict: 'admitted' },
      { run: 2, verdict: 'admitted' },
    ]);
    const packed = join(folder, 'packed.log.gz');
    writeFileSync(packed, gzipSync(end));
    const wide = join(folder, 'wide.log');
    writeFileSync(wide, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(end, 'utf16le')]));
    expect(conform(packed, wide, '--json')).toMatchObject({ status: 0, complaint: null });
  });

  it('[C44] says of a file that cannot be read what is wrong, and of the others what it always says', () => {
    const cut = written('cut.log.gz', '\u001f\u008b');
    writeFileSync(cut, gzipSync(readFileSync(LOG)).subarray(0, 60));
    const { status, out, complaint } = conform(folder, '/dev/zero', cut, LOG);
    expect(status).toBe(2);
    expect(out).toContain(`${LOG}: accepted by the model`);
    expect(complaint?.split('\n')).toEqual([
      `${folder} cannot be read: it is a folder, and a file is expected.`,
      '/dev/zero cannot be read: it is a device, and a file or a pipe is expected.',
      expect.stringContaining('not intact as gzip'),
    ]);
    expect(arrayIn(conform('/dev/zero', LOG, '--json').out)).toMatchObject([
      { file: '/dev/zero', verdict: 'unreadable', reason: expect.stringContaining('a device') },
      { file: LOG, verdict: 'admitted' },
    ]);
  });

  it.each<readonly [name: string, text: string, complaint: string]>([
    ['picture.log', '\u0089PNG\u0000\u0001', 'neither a RocketMQ event log'],
    ['big.log', 'EV 001 + 1ms broker x\n'.repeat(450_000), 'longer than the 1,000,000 characters that are read'],
    ['newer.json', '{"halfway-observations": 9}', 'should be 1; it is 9'],
    ['cut.json', '{"halfway-observations": 1, "obser', 'ends too early or is malformed'],
    ['wrong.json', '{"halfway-observations": 1, "name": 7}', 'Line 1: name should be string; it is 7'],
  ])('[C42] answers bad input with one sentence and 2: %s', (name, text, complaint) => {
    const file = written(name, text);
    const printed = conform(LOG, file);
    expect(printed).toMatchObject({ status: 2, out: expect.stringContaining('accepted by the model') });
    expect(printed.complaint).toContain(complaint);
    expect(printed.complaint).toContain('FORMAT.md');
    expect(printed.complaint?.split('\n')).toHaveLength(1);
  });

  it('[C42] says which file is missing, and that it wants one', () => {
    expect(conform(join(folder, 'none.log')).complaint).toContain('cannot be read: ENOENT');
    expect(conform()).toMatchObject({ status: 2, complaint: expect.stringContaining('at least one file') });
    expect(conform('--strict', LOG).status).toBe(2);
    expect(conform('--help').out).toContain('conform <file>…');
  });
});
