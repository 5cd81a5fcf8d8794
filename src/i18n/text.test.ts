import { beforeAll, describe, expect, it, vi } from 'vitest';
import { protocolIds } from '../protocols/loaders.ts';
import { filled, type TextValues } from './fill.ts';
import { books, LANGS, type Lang } from './languages.ts';
import { loadAllTexts } from './shelves.ts';
import { explorerText, pageText, protocolText } from './text.ts';

beforeAll(loadAllTexts);

const fill = (lang: Lang, texts: { readonly [key: string]: string }, values: TextValues): string =>
  filled(lang, (key) => texts[key], 'told', values);

describe('texts', () => {
  it('[I2] fills placeholders, and looks up those with an @ as keys first', () => {
    const toy = { told: '{@who} sends {what}', 'role-a': 'A' };
    expect(fill('en', toy, { who: 'role-a', what: 'role-a' })).toBe('A sends role-a');
  });

  it('[I2] prefers the key that names the placeholder too, and sets Latin apart from Chinese', () => {
    const toy = { told: '它是{@row}，送到{to}去', 'row-open': '未提交', open: '开' };
    const told = (to: string) => fill('zh', toy, { row: 'open', to });
    expect(told('Broker')).toBe('它是未提交，送到 Broker 去');
    expect(told('积分服务')).toBe('它是未提交，送到积分服务去');
    expect(told('%DLQ%')).toBe('它是未提交，送到 %DLQ% 去');
  });

  it('[I9] chooses the plural form by the rules of the language, and writes numbers as it does', () => {
    const toy = { told: 'Return to the {count} {count|step|steps}' };
    const told = [0, 1, 2, 1_234].map((count) => fill('en', toy, { count }));
    expect(told).toEqual(['0 steps', '1 step', '2 steps', '1,234 steps'].map((rest) => `Return to the ${rest}`));
    expect(fill('zh', { told: '回到{count}步' }, { count: 1_234 })).toBe('回到 1,234 步');
  });

  it.each(LANGS)('[I9] says small counts as the language does, without asking for its rules (%s)', async (lang) => {
    vi.resetModules();
    const { filled: fresh, pluralCategories } = await import('./fill.ts');
    const { locale, formOf } = books[lang];
    const [numbers, rules] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
    const forms = formOf === undefined ? [] : pluralCategories(lang);
    const expected = (count: number) =>
      `${numbers.format(count)} ${formOf === undefined ? '' : rules.select(count)}`.trim();
    const text = forms.length === 0 ? '{count}' : `{count} {count|${forms.join('|')}}`;
    const told = (say: typeof filled, count: number) => say(lang, () => text, 'told', { count });
    vi.resetModules();
    const { filled: unasked } = await import('./fill.ts');
    const made = [vi.spyOn(Intl, 'NumberFormat'), vi.spyOn(Intl, 'PluralRules')];
    const counts = Array.from({ length: 1_000 }, (_, count) => count);
    expect(counts.map((count) => told(unasked, count))).toEqual(counts.map(expected));
    for (const asked of made) expect(asked).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    for (const other of [-1, 0.5, 1.5, 1e21, 1_000]) expect(told(fresh, other)).toBe(expected(other));
  });

  it('[I9] takes only a number for a plural', () => {
    expect(() => fill('en', { told: '{count|step|steps}' }, { count: '1' })).toThrow('{count|step|steps} with 1');
  });

  it('[I2] throws in tests when a text or a value is missing', () => {
    expect(() => protocolText('en', 'half-message', 'nonsense')).toThrow('nonsense');
    expect(() => protocolText('en', 'paxos', 'name')).toThrow('paxos');
    expect(() => pageText('en', 'ledger-order')).toThrow('ledger-order {order}');
    expect(() => fill('en', { told: '{constructor}' }, {})).toThrow('{constructor}');
  });

  it('[I6] names every protocol on its tab as the protocol names itself', () => {
    for (const lang of LANGS) {
      for (const id of protocolIds) expect(explorerText(lang, `protocol-${id}`)).toBe(protocolText(lang, id, 'name'));
    }
  });
});
