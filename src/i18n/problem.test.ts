import { beforeAll, describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { loadAllTexts } from './shelves.ts';
import { problemText } from './problem.ts';
import { LANGS } from './languages.ts';

beforeAll(loadAllTexts);

/** A link for every kind of problem and reason. */
const WRONG = [
  ['nonsense', 'not-a-link'],
  [`v2/half-message?do=order.half.${'x'.repeat(5_000)}`, 'too-long'],
  ['v7/half-message', 'newer-version'],
  ['v2/paxos', 'unknown-protocol'],
  ['v2/half-message?set=speed~9', 'unknown-setting'],
  ['v2/half-message?set=check-max~99', 'invalid-setting'],
  ['v2/half-message?set=dedup~yes', 'invalid-setting'],
  ['v2/half-message?set=dedup~none.dedup~same-tx', 'repeated-setting'],
  ['v2/half-message?do=order.<script>', 'bad-step'],
  ['v2/half-message?do=order.end', 'bad-step'],
  ['v2/half-message?do=crash~broker~machine', 'bad-step'],
  ['v2/half-message?do=crash~moon', 'bad-step'],
  ['v2/half-message?do=order.slow', 'bad-step'],
  ['v2/half-message?set=producers~2&do=order', 'bad-step'],
  [`v2/half-message?do=order.${'dup~half.drop~half.'.repeat(160)}`, 'too-many-steps'],
  ['v2/half-message?do=order&h=0000', 'checksum-differs'],
  ['v2/half-message?do=order&at=7', 'at-out-of-range'],
] as const;

describe('what was wrong with a link', () => {
  it.each(WRONG)('[I5] is told in one sentence in every language: %.40s', (link, kind) => {
    const { scenario, problem } = readLink(protocols, link);
    expect(problem?.kind).toBe(kind);
    if (problem === null) return;
    for (const lang of LANGS) {
      const text = problemText(lang, scenario.protocol, problem);
      expect(text).toMatch(lang === 'zh' ? /^[^。\n]+。$/ : /^(?!.*[.] [A-Z])[^\n]+[^.]\.$/);
      expect(text).not.toMatch(/[<>{}]|undefined|\[object/);
    }
  });

  it('[I5] names the setting, and each of its values, at which a power loss would be possible', () => {
    const told = (link: string) => {
      const { scenario, problem } = readLink(protocols, link);
      return LANGS.map((lang) => (problem === null ? '' : problemText(lang, scenario.protocol, problem)));
    };
    expect(told('v2/half-message?do=crash~broker~machine')).toEqual([
      expect.stringContaining('flush 设为 async / async-busy / sync-unwaited，'),
      expect.stringContaining('flush set to async / async-busy / sync-unwaited)'),
    ]);
    expect(told('v2/plain-mq?do=crash~broker~machine')[1]).toContain('broker set to lossy)');
    for (const flush of ['async', 'async-busy', 'sync-unwaited'])
      expect(readLink(protocols, `v2/half-message?set=flush~${flush}&do=crash~broker~machine`).problem).toBeNull();
  });
});
