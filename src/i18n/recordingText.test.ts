import { describe, expect, it } from 'vitest';
import { enRecordings } from './en/recordings.ts';
import { reasonText, sightText, unsupportedText } from './recordingText.ts';
import { zhRecordings } from './zh/recordings.ts';

const op = (body: string) => ({ what: 'appended', fields: { topic: 'OP', offset: 0, body } }) as const;
const delivered = { what: 'delivered', fields: { offset: 0 } } as const;

describe('texts about recordings', () => {
  it('[I1] have the same placeholders in both languages, and no Chinese in English', () => {
    const shape = (texts: { readonly [key: string]: string }): string[] =>
      Object.entries(texts)
        .map(([key, text]) => `${key} ${[...text.matchAll(/\{[\w-]+\}/g)].map(String).sort().join(' ')}`)
        .sort();
    expect(shape(enRecordings)).toEqual(shape(zhRecordings));
    expect(Object.values(enRecordings).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('[R57] say what came and what was expected, under the names of the format', () => {
    expect(sightText('zh', op('0'))).toBe('追加一条消息（topic OP, offset 0, body 0）');
    expect(sightText('en', { what: 'endAnswered', fields: { code: null } })).toBe(
      'END_TRANSACTION is done (code null)',
    );
    const reason = { kind: 'not-explained', seen: op('7') } as const;
    expect(reasonText('en', reason, [delivered, op('1')])).toBe(
      'The model cannot explain this: a message is appended (topic OP, offset 0, body 7). ' +
        'What could have come: a message is appended (topic OP, offset 0, body 1).',
    );
    expect(reasonText('en', reason, [])).toBe(
      'The model cannot explain this: a message is appended (topic OP, offset 0, body 7).',
    );
  });

  it('[R58] say what was due and did not come, and what is too much', () => {
    const overdue = { kind: 'overdue', missing: delivered, dueMs: 4_500, seen: op('1') } as const;
    expect(reasonText('zh', overdue, [])).toBe(
      '最迟到 4500 毫秒应当看到“投递给消费者（offset 0）”，记录里没有；看到的是“追加一条消息（topic OP, offset 0, body 1）”。',
    );
    expect(unsupportedText('en', { kind: 'too-many-orders', count: 12, max: 9 })).toBe(
      'The recording has 12 sends; the model holds 9 orders at most.',
    );
  });
});
