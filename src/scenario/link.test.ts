import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { readLink, writeScenario } from './link.ts';
import { pingPongProtocol } from './pingPongProtocol.testing.ts';
import type { LinkProblem } from './problem.ts';

const known = [pingPongProtocol, ...protocols] as const;
const CLEAN = 'v2/ping-pong?do=serve.ping.notice.pong.flush&h=e9d6';

function open(text: string) {
  const { scenario, at, asked, problem } = readLink(known, text);
  return { protocol: scenario.protocol, steps: scenario.steps.length, at, asked, problem };
}

function problemOf(text: string): LinkProblem | null {
  return readLink(known, text).problem;
}

function rewritten(text: string): string {
  const { scenario, at, problem } = readLink(known, text);
  expect(problem).toBeNull();
  return writeScenario(pingPongProtocol, scenario, at);
}

describe('what is written', () => {
  it('[L1] is the protocol alone when nothing was chosen', () => {
    expect(writeScenario(pingPongProtocol, readLink(known, 'v2/ping-pong').scenario)).toBe('v2/ping-pong');
  });

  it('[L2] names the steps by their words and carries the checksum of what is seen', () => {
    expect(rewritten('v2/ping-pong?do=serve.ping.notice.pong.flush')).toBe(CLEAN);
    expect(rewritten(`${CLEAN.slice(0, -7)}&at=0`)).toMatch(
      /^v2\/ping-pong\?do=serve\.ping\.notice\.pong\.flush&at=0&h=[0-9a-f]{4}$/,
    );
  });

  it('[L3] leaves out what is the default, in the fixed order set, do, at, h', () => {
    const link = rewritten('v2/ping-pong?at=1&do=serve.ping&set=mood~hasty.version~5-x.rounds-max~4');
    expect(link).toMatch(/^v2\/ping-pong\?set=rounds-max~4\.mood~hasty&do=serve\.ping&at=1&h=[0-9a-f]{4}$/);
  });

  it('[L4] adds the fewest qualifiers that tell possible steps apart', () => {
    expect(rewritten('v2/ping-pong?do=serve.retry.ping~not-is-retry')).toContain('do=serve.retry.ping~not-is-retry&');
    expect(rewritten('v2/ping-pong?do=serve.retry.ping~client~is-retry~server~1')).toContain(
      'do=serve.retry.ping~is-retry&',
    );
    expect(rewritten('v2/ping-pong?do=serve.ping~client~1')).toContain('do=serve.ping&');
  });

  it('[L5] folds equal words that follow each other', () => {
    expect(rewritten('v2/ping-pong?do=report.report.report.told')).toContain('do=report~x3.told&');
    expect(rewritten('v2/ping-pong?do=report~x1.report~x2.told')).toContain('do=report~x3.told&');
    expect(rewritten('v2/ping-pong?do=serve.dup~ping~x2.drop~ping~client~x2')).toContain(
      'do=serve.dup~ping~x2.drop~ping~x2&',
    );
  });

  it('[L6] writes a dot in a value as a hyphen and reads both', () => {
    expect(rewritten('v2/ping-pong?set=version~4.9')).toBe('v2/ping-pong?set=version~4-9');
    expect(rewritten('v2/ping-pong?set=version~4.9.mood~hasty')).toBe('v2/ping-pong?set=version~4-9.mood~hasty');
    expect(readLink(known, 'v2/ping-pong?set=version~4-9').scenario.settings).toEqual({
      'rounds-max': '3',
      version: '4.9',
      mood: 'calm',
    });
  });

  it('[L7] names crashes by process and kind', () => {
    const link = 'v2/ping-pong?do=crash~server-app.restart~server-app.crash~server-app~machine.restart~server-app';
    expect(rewritten(link)).toContain(link);
    expect(rewritten('v2/ping-pong?do=crash~server-app~process')).toContain('do=crash~server-app&');
  });
});

describe('what is read', () => {
  const same = [
    ['a whole address', `https://example.org/halfway/?embed=1&lang=zh#${CLEAN}`],
    ['from the hash sign on', `#${CLEAN}`],
    ['a router-like hash', `#/${CLEAN}`],
    ['what QQ and WeChat append', `${CLEAN}&appinstall=0&from=singlemessage&isappinstalled=0`],
    ['a query appended behind', `${CLEAN}?from=timeline`],
    ['one level of percent-encoding', encodeURIComponent(CLEAN)],
    ['two levels of percent-encoding', encodeURIComponent(encodeURIComponent(`#${CLEAN}`))],
    ['upper case', CLEAN.toUpperCase()],
    ['a zero-width space behind', `${CLEAN}\u200b`],
    ['spaces and a full stop around', `  ${CLEAN}. `],
    ['keys in another order', 'v2/ping-pong?h=e9d6&do=serve.ping.notice.pong.flush'],
    ['unknown keys, also hostile ones', `${CLEAN}&__proto__=1&constructor=2&=3&&x`],
    ['a slash behind the protocol', 'v2/ping-pong/?do=serve.ping.notice.pong.flush'],
    ['dots too many', 'v2/ping-pong?do=.serve..ping.notice.pong.flush.'],
    ['a link in Markdown', `(https://example.org/#${CLEAN})`],
  ] as const;

  it.each(same)('[L10] understands %s', (_what, text) => {
    expect(rewritten(text)).toBe(CLEAN);
  });

  it('[L11] understands what is appended to a link without a question mark', () => {
    expect(open('v2/ping-pong&appinstall=0')).toEqual({
      protocol: 'ping-pong',
      steps: 0,
      at: 0,
      asked: 0,
      problem: null,
    });
  });

  it('[L12] shows the position of the link', () => {
    expect(open('v2/ping-pong?do=serve.ping&at=1')).toMatchObject({ steps: 2, at: 1, problem: null });
    expect(open('v2/ping-pong?do=serve.ping')).toMatchObject({ steps: 2, at: 2, problem: null });
  });
});

describe('what is wrong', () => {
  it('[L20] says that a text is no link and opens the first protocol', () => {
    for (const text of [
      '',
      '#',
      'hello',
      'v1',
      'v0/ping-pong',
      '#!/index',
      'javascript:alert(1)',
      '<img src=x onerror=alert(1)>',
    ])
      expect(open(text)).toEqual({ protocol: 'ping-pong', steps: 0, at: 0, asked: 0, problem: { kind: 'not-a-link' } });
  });

  it('[L21] knows a link of a newer version', () => {
    expect(problemOf('v9/half-message?do=order')).toEqual({ kind: 'newer-version', version: 9, newest: 2 });
  });

  it('[L22] names an unknown protocol and the known ones', () => {
    expect(problemOf('v2/paxos<script>?do=x')).toEqual({
      kind: 'unknown-protocol',
      protocol: 'paxos?script?',
      known: known.map(({ id }) => id),
    });
    expect(problemOf('v2/__proto__')).toMatchObject({ kind: 'unknown-protocol' });
  });

  it('[L23] keeps the default for a setting that is unknown or out of its bounds, and still replays', () => {
    expect(open('v2/ping-pong?set=speed~9&do=serve.ping')).toMatchObject({
      steps: 2,
      problem: { kind: 'unknown-setting', name: 'speed', known: ['rounds-max', 'version', 'mood'] },
    });
    expect(open('v2/ping-pong?set=rounds-max~99&do=serve.ping')).toMatchObject({
      steps: 2,
      problem: {
        kind: 'invalid-setting',
        name: 'rounds-max',
        value: '99',
        expected: { kind: 'number', min: 0, max: 9 },
        used: '3',
      },
    });
    expect(problemOf('v2/ping-pong?set=mood~wild')).toEqual({
      kind: 'invalid-setting',
      name: 'mood',
      value: 'wild',
      expected: { kind: 'choice', values: ['calm', 'hasty'] },
      used: 'calm',
    });
    expect(problemOf('v2/ping-pong?set=__proto__~1.constructor~2')).toMatchObject({ kind: 'unknown-setting' });
    expect(problemOf('v2/ping-pong?set=mood~hasty.mood~calm')).toEqual({
      kind: 'repeated-setting',
      name: 'mood',
      used: 'calm',
    });
    expect(problemOf('v2/ping-pong?set=speed~1.speed~2')).toMatchObject({ kind: 'unknown-setting' });
    expect(problemOf('v2/ping-pong?set=mood')).toMatchObject({ kind: 'invalid-setting', value: '' });
  });

  it('[L24] stops at a step that is not possible, says what would be, and keeps what was before it', () => {
    expect(open('v2/ping-pong?do=serve.pong.ping')).toEqual({
      protocol: 'ping-pong',
      steps: 1,
      at: 1,
      asked: 3,
      problem: {
        kind: 'bad-step',
        step: 2,
        word: 'pong',
        reason: {
          code: 'not-possible',
          refusal: null,
          possible: ['ping', 'retry', 'report', 'confuse', 'ask', 'drop~ping'],
        },
      },
    });
  });

  it('[L25] gives the reason of the engine where the word alone tells which step was meant', () => {
    const refusalOf = (link: string) => {
      const problem = problemOf(link);
      return problem?.kind === 'bad-step' && problem.reason.code === 'not-possible' ? problem.reason.refusal : null;
    };
    expect(refusalOf('v2/ping-pong?do=restart~client-app')).toEqual({ code: 'process-running', process: 'client-app' });
    expect(refusalOf('v2/ping-pong?do=crash~moon')).toEqual({ code: 'unknown-process', process: 'moon' });
    expect(refusalOf('v2/ping-pong?do=crash~client-app~machine')?.code).toBe('never-crashes-so');
    expect(refusalOf('v2/ping-pong?set=rounds-max~0&do=serve')).toMatchObject({ code: 'guard', guard: 'mayServe' });
  });

  it('[L26] refuses a word that could mean several different steps', () => {
    expect(open('v2/ping-pong?do=serve.retry.ping')).toMatchObject({
      steps: 2,
      problem: {
        kind: 'bad-step',
        step: 3,
        word: 'ping',
        reason: { code: 'ambiguous', matches: ['ping~not-is-retry', 'ping~is-retry'] },
      },
    });
  });

  it('[L27] refuses what is not written like a word', () => {
    for (const word of ['~', 'serve~', '1serve', 'serve~~x', '<b>', 'a'.repeat(40), 'serve~x0'])
      expect(problemOf(`v2/ping-pong?do=${word}`)).toMatchObject({ kind: 'bad-step', step: 1 });
    expect(problemOf('v2/ping-pong?do=serve.<img>')).toEqual({
      kind: 'bad-step',
      step: 2,
      word: '?img',
      reason: { code: 'malformed' },
    });
  });

  it('[L28] replays at most 300 steps, also those that a repetition asks for', () => {
    expect(open('v2/ping-pong?do=report~x301')).toEqual({
      protocol: 'ping-pong',
      steps: 300,
      at: 300,
      asked: 301,
      problem: { kind: 'too-many-steps', steps: 301, max: 300 },
    });
    expect(open('v2/ping-pong?do=report~x99999.report~x99999')).toMatchObject({ steps: 300, asked: 199_998 });
    expect(open('v2/ping-pong?do=report~x300')).toMatchObject({ steps: 300, problem: null });
  });

  it('[L29] reads at most 4 kB and replays what that much holds', () => {
    const long = `v2/ping-pong?do=${'report.told.'.repeat(2_000)}`;
    expect(open(long)).toMatchObject({ steps: 300, problem: { kind: 'too-long', max: 4_096 } });
    expect(open(`v2/ping-pong?do=serve&pad=${'x'.repeat(5_000)}`)).toMatchObject({
      steps: 1,
      problem: { kind: 'too-long' },
    });
    expect(open(`v2/${'x'.repeat(1_000_000)}`)).toMatchObject({ steps: 0 });
  });

  it('[L33] leaves the checksum of a link of version 1 aside, which was taken of more than is seen', () => {
    const first = open('v1/ping-pong?do=serve.ping.notice.pong.flush&h=ec89');
    expect(first).toMatchObject({ steps: 5, at: 5, problem: null });
  });

  it('[L30] says that a link was made with an older model, and up to which step it was replayed', () => {
    expect(open(CLEAN.replace('e9d6', 'dead'))).toEqual({
      protocol: 'ping-pong',
      steps: 5,
      at: 5,
      asked: 5,
      problem: { kind: 'checksum-differs', step: 5, came: 'dead', expected: 'e9d6' },
    });
  });

  it('[L31] shows the end when the position lies outside the run', () => {
    for (const at of ['6', '-1', '1.5', 'x', '1e1', ''])
      expect(open(`v2/ping-pong?do=serve.ping.notice.pong.flush&at=${at}`)).toMatchObject({
        at: 5,
        problem: { kind: 'at-out-of-range', steps: 5 },
      });
  });
});
