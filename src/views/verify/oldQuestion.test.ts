import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { questionKey, type Check } from '../../player/inquiry.ts';
import { plainMq } from '../../protocols/plain-mq/protocol.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import type { Question } from '../../verifier/question.ts';
import { oldText, shownQuestion } from './oldQuestion.ts';

await loadAllTexts();

const asked: Question = {
  protocol: 'plain-mq',
  settings: defaultSettings(plainMq),
  faults: { crash: 1, drop: 0, duplicate: 2 },
  orders: 1,
  properties: ['no-lost'],
  reduction: 'as-needed',
  statesMax: 50_000,
  stopsEarly: true,
};
const changed: Question = { ...asked, settings: { ...asked.settings, broker: 'lossy' } };

describe('an answer to a question that the form does not stand for any more', () => {
  it('[Q11] is shown while there is no news of the new question', () => {
    const check: Check = { question: asked, status: 'asked', report: null };
    const checks = new Map([[questionKey(asked), check]]);
    expect(shownQuestion({ asked, checks }, changed)).toBe(asked);
    expect(shownQuestion({ asked, checks }, asked)).toBe(asked);
    expect(shownQuestion({ asked: null, checks }, changed)).toBe(changed);
    const cancelled: Check = { question: asked, status: 'cancelled', report: null };
    expect(shownQuestion({ asked, checks: new Map([[questionKey(asked), cancelled]]) }, changed)).toBe(changed);
    const both = new Map([...checks, [questionKey(changed), { ...check, question: changed }]]);
    expect(shownQuestion({ asked, checks: both }, changed)).toBe(changed);
  });

  it('[Q11] says what was asked, and by what it differs', () => {
    expect(oldText('en', plainMq, asked, changed)).toMatch(
      /^To an earlier question: Can an order end without its points\? \(.*: .*\)$/,
    );
    expect(oldText('zh', plainMq, asked, { ...asked, orders: 2 })).toContain('1 个订单');
  });
});
