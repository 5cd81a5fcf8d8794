import { describe, expect, it } from 'vitest';
import { loadBothLanguages } from './both.ts';
import { LANGS, pageText, protocolText, registerLanguage } from './text.ts';
import { enPage } from './en/page.ts';
import { zhPage } from './zh/page.ts';

loadBothLanguages();

describe('texts', () => {
  it('[I1] has the same keys and placeholders in both languages', () => {
    const shape = (texts: { readonly [key: string]: string }): string[] =>
      Object.entries(texts)
        .map(([key, text]) => `${key} ${[...text.matchAll(/\{@?[\w-]+\}/g)].map(String).sort().join(' ')}`)
        .sort();
    expect(shape(enPage)).toEqual(shape(zhPage));
  });

  it('[I1] leaves no text empty and no Chinese in an English text', () => {
    const english = Object.entries(enPage).filter(([key]) => !key.endsWith('language-zh'));
    expect(english.filter(([, text]) => text.length === 0 || /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(Object.entries(zhPage).filter(([, text]) => text.length === 0)).toEqual([]);
  });

  it('[I2] fills placeholders, and looks up those with an @ as keys first', () => {
    expect(pageText('en', 'ledger-order', { order: 1 })).toBe('Order #1');
    const toy = { toy: { told: '{@who} sends {what}', 'role-a': 'A' } };
    registerLanguage('en', { page: enPage, protocols: toy });
    const values = { who: 'role-a', what: 'role-a' };
    expect(protocolText('en', 'toy', { key: 'told', values })).toBe('A sends role-a');
  });

  it('[I2] prefers the key that names the placeholder too, and sets Latin apart from Chinese', () => {
    const toy = { told: '它是{@row}，送到{to}去', 'row-open': '未提交', open: '开' };
    registerLanguage('zh', { page: zhPage, protocols: { toy } });
    const told = (to: string) => protocolText('zh', 'toy', { key: 'told', values: { row: 'open', to } });
    expect(told('Broker')).toBe('它是未提交，送到 Broker 去');
    expect(told('积分服务')).toBe('它是未提交，送到积分服务去');
    expect(told('%DLQ%')).toBe('它是未提交，送到 %DLQ% 去');
  });

  it('[I2] throws in tests when a text or a value is missing', () => {
    expect(() => protocolText('en', 'toy', 'nonsense')).toThrow('nonsense');
    expect(() => pageText('en', 'ledger-order')).toThrow('ledger-order {order}');
  });

  it('[I1] knows two languages', () => {
    expect(LANGS).toEqual(['zh', 'en']);
  });
});
