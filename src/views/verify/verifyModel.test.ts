import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { LANGS } from '../../i18n/languages.ts';
import type { InquiryState } from '../../player/inquiry.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { plainMq } from '../../protocols/plain-mq/protocol.ts';
import { protocols } from '../../protocols/registry.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { promisesOf, promiseText, questionsOf, safeguardGroups } from './safeguardModel.ts';
import { askables, otherSettings, questionOf, roundsOf, switchesOf } from './verifyModel.ts';

await loadAllTexts();

const form: InquiryState = {
  property: 'no-lost',
  faults: { crash: 1, drop: 1, duplicate: 1 },
  others: false,
  messagesAreFast: false,
  orders: 1,
  changes: null,
  asked: null,
  checks: new Map(),
};
const settings = defaultSettings(halfMessage);

describe('the question of the form', () => {
  it('[Q1] words every property of every protocol in both languages, the promises first', () => {
    for (const lang of LANGS) {
      for (const protocol of protocols) {
        const asked = askables(lang, protocol);
        const heads = promisesOf(protocol).map((id) => promiseText(lang, id));
        expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
        expect(new Set(heads).size).toBe(heads.length);
        expect(asked[0]?.id).toBe('no-lost');
        const kinds = asked.map(({ kind }) => kind);
        expect(kinds.indexOf('sometimes')).toBe(kinds.filter((kind) => kind !== 'sometimes').length);
      }
    }
  });

  it('[Q2] takes the settings of the stage, with few rounds and what was switched', () => {
    const changes = { base: settings, values: { dedup: 'none' } };
    const question = questionOf(halfMessage, { ...form, changes }.changes.base, { ...form, changes });
    expect(question.settings).toEqual({ ...settings, 'check-max': '1', 'reconsume-max': '1', dedup: 'none' });
    expect(question).toMatchObject({ properties: ['no-lost'], stopsEarly: true });
  });

  it('[Q2] forgets what was switched once the stage has other settings', () => {
    const changes = { base: settings, values: { dedup: 'none' } };
    const opened = { ...settings, 'check-max': '3', version: '4.9' };
    expect(questionOf(halfMessage, opened, { ...form, changes }).settings).toEqual({
      ...opened,
      'check-max': '1',
      'reconsume-max': '1',
    });
  });

  it('[Q3] says how many rounds the stage has, what each safeguard is, and what else is set', () => {
    const used = questionOf(halfMessage, settings, form).settings;
    const rounds = roundsOf('en', halfMessage, settings, used).map(({ label, value, usual }) => [label, value, usual]);
    expect(rounds).toEqual([
      ['Maximum checks', 1, 15],
      ['Maximum retries', 1, 16],
    ]);
    const switches = switchesOf('en', halfMessage, { ...used, dedup: 'marker-first', checker: 'fenced' });
    expect(switches.filter(({ isOn }) => !isOn).map(({ setting, value }) => [setting, value])).toEqual([
      ['dedup', 'marker-first'],
    ]);
    expect(otherSettings('en', halfMessage, used)).toContain('RocketMQ version: 5.x');
    expect(otherSettings('zh', halfMessage, used)).not.toContain('去重');
  });
});

describe('the table of safeguards', () => {
  const place = { protocol: halfMessage, known: [halfMessage, plainMq], settings };

  it('[Q4] leaves out one at a time and keeps the others, whatever was switched', () => {
    const changes = { base: settings, values: { ack: 'before-commit' } };
    const groups = safeguardGroups('en', place, { ...form, changes }, null);
    const [all, ...others] = groups;
    expect(all?.rows.map(({ question }) => question.settings['ack'])).toEqual(['after-commit']);
    const dedup = others.find(({ id }) => id === 'dedup');
    expect(dedup?.rows.map(({ question }) => [question.settings['dedup'], question.settings['ack']])).toEqual([
      ['none', 'after-commit'],
      ['marker-first', 'after-commit'],
      ['marker-after', 'after-commit'],
    ]);
  });

  it('[Q4] asks another protocol where it lacks the safeguard, once that is there, and everything in place last', () => {
    const questions = questionsOf(safeguardGroups('en', place, form, 1));
    expect(questions.map(({ protocol, settings: used }) => [protocol, used['order'] ?? null])).toEqual([
      ['plain-mq', 'publish-then-commit'],
      ['half-message', null],
    ]);
    const alone = safeguardGroups('en', { ...place, known: [halfMessage] }, form, 1);
    expect(questionsOf(alone)).toHaveLength(1);
  });

  it('[Q5] says for each of the nine steps what leaving it out would be', () => {
    for (const lang of LANGS) {
      for (const { number } of halfMessage.stages.concept) {
        const [, ...reasons] = safeguardGroups(lang, place, form, number);
        expect({ number, reasons: reasons.length > 0 }).toEqual({ number, reasons: true });
        expect(reasons.every(({ wording }) => wording !== null && wording.title !== '' && wording.why !== '')).toBe(
          true,
        );
      }
    }
  });
});
