import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { libraryOf } from '../scenario/library.ts';
import type { Printed } from './command.ts';
import { runCommandLine } from './run.ts';

const CLEAN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack';

beforeAll(loadAllTexts);

function replayed(...args: readonly string[]): Printed {
  return runCommandLine(['replay', ...args]);
}

/** The one JSON value that was printed. */
function jsonOf({ out }: Printed): { readonly [key: string]: unknown } {
  const value: unknown = JSON.parse(out);
  if (typeof value !== 'object' || value === null) throw new Error(`Expected an object; got ${out}.`);
  return { ...value };
}

/** Runs the real process, as a documentation pipeline would. */
function spawned(...args: readonly string[]) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('replay, as a process', () => {
  it('[C1] prints the replayed run as one JSON value and ends with 0', () => {
    const { status, stdout, stderr } = spawned('replay', `https://example.org/#${CLEAN}`, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(Object.keys(jsonOf({ status: 0, out: stdout, complaint: null }))).toEqual([
      'protocol',
      'steps',
      'applied',
      'at',
      'hash',
      'stages',
      'ledger',
      'error',
    ]);
  });

  it('[C2] ends with 2 and one sentence on standard error, also after what could be replayed', () => {
    const { status, stdout, stderr } = spawned('replay', 'v2/half-message?do=order.end', '--json');
    expect(status).toBe(2);
    expect(jsonOf({ status: 2, out: stdout, complaint: null })).toMatchObject({
      steps: 2,
      applied: 1,
      error: { step: 2 },
    });
    expect(stderr).toMatch(/^Step 2 of the link, “end”, is not possible at that point; .*\.\n$/);
  });

  it('[C3] prints nothing on standard output for what is no link', () => {
    expect(spawned('replay', 'nonsense', '--json')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('replay --json', () => {
  it('[C10] tells the steps, the position, the checksum, the stages and the ledger', () => {
    const printed = replayed(CLEAN, '--json');
    expect(printed.status).toBe(0);
    expect(jsonOf(printed)).toEqual({
      protocol: 'half-message',
      steps: 11,
      applied: 11,
      at: 11,
      hash: expect.stringMatching(/^[0-9a-f]{4}$/),
      stages: { o1: [1, 2, 3, 4, 5, 6, 7] },
      ledger: { o1: { order: 'committed', points: 1, verdict: 'consistent' } },
      error: null,
    });
  });

  it('[C11] shows the position of the link', () => {
    expect(jsonOf(replayed(`${CLEAN}&at=3`, '--json'))).toMatchObject({
      steps: 11,
      applied: 11,
      at: 3,
      stages: { o1: [1, 2] },
      ledger: { o1: { order: 'open', points: 0, verdict: 'pending' } },
    });
  });

  it('[C12] runs the undisturbed run to its end when the link has no steps, at the settings of the link', () => {
    expect(jsonOf(replayed('v2/half-message', '--json'))).toEqual(jsonOf(replayed(CLEAN, '--json')));
    expect(jsonOf(replayed('v2/half-message?set=producers~2', '--json'))).toMatchObject({
      ledger: { o1: { verdict: 'consistent' } },
      error: null,
    });
  });

  it('[C13] gives for every named scenario the verdict of the library', () => {
    for (const { link, verdict, scenario } of libraryOf(protocols)) {
      const printed = replayed(link, '--json');
      expect(printed).toMatchObject({ status: 0, complaint: null });
      expect(jsonOf(printed)).toMatchObject({
        steps: scenario.steps.length,
        applied: scenario.steps.length,
        error: null,
      });
      expect(printed.out).toContain(`"verdict":"${verdict}"`);
    }
  });

  it('[C14] replays what it can of a link that is wrong, and says what was wrong', () => {
    const wrong = [
      ['v2/half-message?set=check-max~99&do=order.half', 2, null, 'check-max'],
      ['v2/half-message?set=speed~9&do=order.half', 2, null, 'speed'],
      ['v2/half-message?do=order.half.nonsense', 2, 3, 'nonsense'],
      ['v2/half-message?do=order.half.<b>', 2, 3, '?b'],
      ['v2/half-message?do=order.crash~broker.crash~broker', 2, 3, 'crash~broker'],
      ['v2/half-message?do=order.half&h=0000', 2, 2, 'older model'],
      ['v2/half-message?do=order.half&at=9', 2, null, '9'],
      ['v2/half-message?do=put-fails~x400', 1, 2, 'put-fails'],
      [`v2/half-message?do=order.half&pad=${'x'.repeat(5_000)}`, 2, null, '4,096'],
    ] as const;
    for (const [link, applied, step, mention] of wrong) {
      const printed = replayed(link, '--json');
      expect(printed.status).toBe(2);
      expect(jsonOf(printed)).toMatchObject({ applied, error: { step, reason: printed.complaint } });
      expect(printed.complaint).toContain(mention);
      expect(printed.complaint).toMatch(/^[^\n]+\.$/);
    }
  });

  it('[C15] prints only a sentence for what opens nothing', () => {
    for (const link of ['nonsense', 'v3/half-message', 'v2/paxos', '', '#'])
      expect(replayed(link, '--json')).toEqual({ status: 2, out: '', complaint: expect.stringMatching(/^[^\n]+\.$/) });
  });
});

describe('replay for readers', () => {
  it('[C20] tells one sentence per step, then the ledger, the checksum and the link, in either language', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { status, out } = replayed(CLEAN, '--lang', lang);
      const lines = out.split('\n');
      expect(status).toBe(0);
      expect(lines.filter((line) => /^ +\d+ {2}\S+ +\S/.test(line))).toHaveLength(11);
      expect(out.includes('账本')).toBe(lang === 'zh');
      expect(lines.at(-1)).toMatch(/^v2\/half-message\?do=order\..*&h=[0-9a-f]{4}$/);
    }
  });

  it('[C21] tells the changed settings, and how far a link shows', () => {
    const { out } = replayed('v2/half-message?set=dedup~none&do=order.half.ok&at=1');
    expect(out).toContain('Settings: dedup none');
    expect(out).toContain('Shown up to step 1 of 3');
    expect(out).not.toMatch(/^ +2 {2}/m);
  });

  it('[C22] tells what is wrong in the language of the reader', () => {
    expect(replayed('nonsense', '--lang', 'zh').complaint).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('replay --library', () => {
  it('[C30] lists every named scenario with its titles, link and verdict, always as JSON', () => {
    for (const args of [['--library'], ['--library', '--json']]) {
      const { status, out } = replayed(...args);
      const entries: unknown = JSON.parse(out);
      expect(status).toBe(0);
      expect(entries).toEqual(
        libraryOf(protocols).map(({ id, link, verdict }) => ({
          id,
          title: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) },
          link,
          verdict,
        })),
      );
    }
  });
});

describe('bad arguments', () => {
  const bad = [
    [],
    ['nonsense'],
    ['--json'],
    ['replay'],
    ['replay', '--json'],
    ['replay', '--nonsense', CLEAN],
    ['replay', '--lang', 'fr', CLEAN],
    ['replay', CLEAN, '--lang'],
    ['replay', '--json=yes', CLEAN],
    ['replay', CLEAN, CLEAN],
    ['replay', '--library', CLEAN],
    ['prove', CLEAN],
    ['a\nb'],
  ];

  it.each(bad.map((args) => [args]))('[C40] end with 2 and one sentence: %j', (args) => {
    expect(runCommandLine(args)).toEqual({ status: 2, out: '', complaint: expect.stringMatching(/^[^\n]+[^\s]\.$/) });
  });

  it('[C41] help ends with 0', () => {
    for (const args of [['--help'], ['help'], ['replay', '--help']]) expect(runCommandLine(args).status).toBe(0);
  });
});
