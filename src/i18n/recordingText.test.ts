import { beforeAll, describe, expect, it } from 'vitest';
import { reasonText, sightText, unsupportedText } from './recordingText.ts';

const op = (body: string) => ({ what: 'appended', fields: { topic: 'OP', offset: 0, body } }) as const;
const delivered = { what: 'delivered', fields: { offset: 0 } } as const;
import { loadAllTexts } from './shelves.ts';

beforeAll(loadAllTexts);

describe('texts about recordings', () => {
  it('[I257] say what came and what was expected, under the names of the format', () => {
    expect(sightText('zh', op('0'))).toBe('追加一条消息（topic OP, offset 0, body 0）');
    expect(sightText('en', { what: 'endAnswered', fields: { code: null } })).toBe(
      'END_TRANSACTION has been processed (code null)',
    );
    const reason = { kind: 'not-explained', seen: op('7') } as const;
    expect(reasonText('en', reason, [delivered, op('1')])).toBe(
      'The model cannot explain this: a message is appended (topic OP, offset 0, body 7). ' +
        'Expected here: a message is appended (topic OP, offset 0, body 1).',
    );
    expect(reasonText('en', reason, [])).toBe(
      'The model cannot explain this: a message is appended (topic OP, offset 0, body 7).',
    );
  });

  it('[I258] say what was due and did not come, and what is too much', () => {
    const overdue = { kind: 'overdue', missing: delivered, dueMs: 4_500, seen: op('1') } as const;
    expect(reasonText('zh', overdue, [])).toBe(
      '最迟 4,500 毫秒应出现“投递给消费者（offset 0）”，记录里没有；出现的是“追加一条消息（topic OP, offset 0, body 1）”。',
    );
    expect(unsupportedText('en', { kind: 'too-many-orders', count: 12, max: 9 })).toBe(
      'The recording has 12 sends; the model holds 9 orders at most.',
    );
  });
});
