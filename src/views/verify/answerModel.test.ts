import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import type { Check } from '../../player/inquiry.ts';
import { plainMq } from '../../protocols/plain-mq/protocol.ts';
import { protocols } from '../../protocols/registry.ts';
import { readLink } from '../../scenario/link.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { searchFor } from '../../verifier/answer.ts';
import type { Finding, Question, Report } from '../../verifier/question.ts';
import { answerOf, boundText } from './answerModel.ts';
import { cellOf } from './cellModel.ts';

await loadAllTexts();

const question: Question = {
  protocol: 'plain-mq',
  settings: { ...defaultSettings(plainMq), 'reconsume-max': '1' },
  faults: { crash: 1, drop: 0, duplicate: 2 },
  orders: 1,
  properties: [],
  reduction: 'none',
  statesMax: 50_000,
  stopsEarly: false,
};

function answered(given: Partial<Question> = {}): Extract<Check, { readonly status: 'answered' }> {
  const asked = { ...question, ...given };
  const search = searchFor(plainMq, asked);
  while (search.advance(1_000));
  return { question: asked, status: 'answered', report: search.report() };
}

/** An answer with one finding, in words. */
function told(lang: 'en' | 'zh', finding: Partial<Finding>, complete = true): string | undefined {
  const whole: Finding = {
    id: 'no-lost',
    kind: 'always',
    verdict: 'holds',
    run: null,
    loopsFrom: null,
    reduction: 'none',
    ...finding,
  };
  const report: Report = {
    ...answered({ properties: ['no-lost'], statesMax: 10 }).report,
    complete,
    states: 39_290,
    findings: [whole],
  };
  return answerOf(lang, plainMq, { question, status: 'answered', report }, 'no-lost')?.sentence;
}

/** Every answer says what was taken as the same. */
const SAME = 'Only states that are equal in everything are counted once.';

describe('the answer of the verifier', () => {
  it('[Q6] names the kinds of mishaps that it left out', () => {
    const check = answered({ properties: ['no-phantom'] });
    expect(answerOf('en', plainMq, check, 'no-phantom')?.note).toBe(
      `${SAME} Left out: Message unroutable, Consumption fails, Points database down, Points database repaired.`,
    );
    expect(answerOf('zh', plainMq, check, 'no-phantom')?.note).toContain('未考虑：');
  });

  it('[Q6] names the kinds that were tried beside the bound, only on their own, and not yet', () => {
    const { report } = answered({ properties: ['no-phantom'] });
    const mishaps = { kinds: {}, others: 1, persons: 1 };
    const outage = ['points-database-down', 'points-database-repaired'];
    const tried = (known: Partial<Report>): string | null | undefined => {
      const check: Check = { question: { ...question, mishaps }, status: 'asked', report: { ...report, ...known } };
      return answerOf('en', plainMq, check, 'no-phantom')?.note;
    };
    expect(tried({ asking: 'unroutable', leftOut: ['consumer-fails', ...outage], alone: ['unroutable'] })).toBe(
      `${SAME} Tried only on their own, without crashes, losses and duplicates in the same run: Message unroutable. Left out: Consumption fails, Points database down, Points database repaired.`,
    );
    expect(tried({ asking: 'consumer-fails', leftOut: [], alone: [] })).toBe(
      `${SAME} Also tried, one at a time: Message unroutable, Consumption fails, Points database down, Points database repaired.`,
    );
  });

  it('[Q6] says of a run that takes another kind of mishap that without it there is none', () => {
    const check = answered({ properties: ['no-lost'] });
    const findings = check.report.findings.map((finding) => ({ ...finding, needs: 'unroutable' }));
    const answer = answerOf('en', plainMq, { ...check, report: { ...check.report, findings } }, 'no-lost');
    expect(answer?.note).toBe(
      `Only with: Message unroutable. Without it there is no such run within 1 crash, 0 drops, 2 duplicates, 1 order. ${SAME} Left out: Consumption fails, Points database down, Points database repaired.`,
    );
  });

  it('[Q6] names the bound and the count where something is impossible', () => {
    expect(told('en', {})).toBe('No: within 1 crash, 0 drops, 2 duplicates, 1 order, all 39,290 states were searched.');
    expect(told('zh', {})).toBe('不会：在 1 次宕机、0 次丢失、2 次重复、1 个订单的范围内查遍 39,290 个状态。');
  });

  it('[Q6] restates the question, as far as it is decided', () => {
    const { report } = answered({ properties: ['no-lost', 'no-phantom', 'ever-late'] });
    const headline = (property: string): string | null | undefined =>
      answerOf('en', plainMq, { question, status: 'answered', report }, property)?.headline;
    expect(headline('no-lost')).toBe('An order can end without its points.');
    expect(headline('no-phantom')).toBe('No points can be added without an order.');
    expect(headline('ever-late')).toBe('No points can come late.');
  });

  it('[Q6] never takes unknown for impossible', () => {
    expect(told('en', { verdict: 'unknown' }, false)).toMatch(/^The search stopped at 39,290 states/);
    expect(told('en', { kind: 'sometimes', verdict: 'violated' })).toMatch(/^None within .*39,290/);
  });

  it('[Q7] tells the shortest run by what goes wrong in it and how it ends, with links that replay', () => {
    const answer = answerOf('en', plainMq, answered({ properties: ['no-lost'] }), 'no-lost');
    expect(answer).toMatchObject({ tone: 'bad', sentence: 'Yes: 3 steps are enough.' });
    const { run } = answer ?? {};
    expect(run?.told).toMatch(/^The order service crashes[^;]*/);
    expect(run?.ends).toMatchObject([{ order: 'o1', verdict: 'lost' }]);
    const opened = [run?.link, run?.startLink].map((link) => readLink(protocols, link ?? ''));
    expect(opened.map(({ at, problem, scenario }) => [at, problem, scenario.steps.length])).toEqual([
      [3, null, 3],
      [2, null, 3],
    ]);
  });

  it('[Q8] shows a loop as a loop', () => {
    const { report } = answered({ properties: ['no-lost'] });
    const run = report.findings[0]?.run ?? [];
    const finding: Finding = {
      id: 'settles',
      kind: 'settles',
      verdict: 'violated',
      run,
      loopsFrom: 1,
      reduction: 'none',
    };
    const check: Check = { question, status: 'answered', report: { ...report, findings: [finding] } };
    const answer = answerOf('en', plainMq, check, 'settles');
    expect(answer?.sentence).toMatch(/loop for ever/);
    expect(answer?.run?.loop).toBe('Steps 2 to 3 repeat for ever.');
  });

  it('[Q6] says of a run whether it takes a message that is slower than a timeout, and names a world without one in its bound', () => {
    const check = answered({ properties: ['no-lost'] });
    const noted = (slowness: 'needed' | 'taken'): string | null | undefined => {
      const findings = check.report.findings.map((finding) => ({ ...finding, slowness }));
      return answerOf('en', plainMq, { ...check, report: { ...check.report, findings } }, 'no-lost')?.note;
    };
    expect(noted('needed')).toMatch(/^Only in a slow world: /);
    expect(noted('taken')).toMatch(/^In this run a timeout ends while a message is still in flight/);
    expect(boundText('en', { ...question, messagesAreFast: true })).toBe(
      '1 crash, 0 drops, 2 duplicates, 1 order, messages faster than timeouts',
    );
  });

  it('[Q9] says nothing about a promise that is still open while it searches, and at once what was found', () => {
    const { report } = answered({ properties: ['no-lost', 'no-phantom'] });
    const check: Check = { question, status: 'asked', report: { ...report, complete: false } };
    expect(answerOf('en', plainMq, check, 'no-phantom')).toBeNull();
    expect(answerOf('en', plainMq, check, 'no-lost')?.tone).toBe('bad');
    expect(answerOf('zh', plainMq, { question, status: 'failed', reason: 'out of memory' }, 'no-lost')?.sentence).toBe(
      '验证中断：out of memory',
    );
  });

  it('[Q10] fills the cells of the table', () => {
    const check = answered({ properties: ['no-lost', 'no-phantom'] });
    const asked = { ...question, properties: ['no-lost', 'no-phantom'] };
    const looks = (of: Check | undefined): readonly unknown[] =>
      ['no-lost', 'no-phantom', 'half-invisible'].map((id) => {
        const { look, steps } = cellOf('en', asked, of, id);
        return [look, steps];
      });
    expect(looks(undefined)).toEqual([
      ['waiting', null],
      ['waiting', null],
      ['missing', null],
    ]);
    expect(looks({ ...check, status: 'asked' })).toEqual([
      ['bad', 3],
      ['waiting', null],
      ['missing', null],
    ]);
    expect(looks(check)).toEqual([
      ['bad', 3],
      ['good', null],
      ['missing', null],
    ]);
    expect(looks(answered({ ...asked, statesMax: 5 }))[1]).toEqual(['open', null]);
  });
});
