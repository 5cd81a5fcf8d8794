import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samples } from './samples.ts';
import { parseTemplate } from './template.ts';

describe('the samples of code', () => {
  it('[CS1] are cut as the Java beside them says: run npm run code', () => {
    const all = [...samples()];
    expect(all).toHaveLength(4);
    for (const [path, text] of all) expect(readFileSync(path, 'utf8') === text, `is ${path} new?`).toBe(true);
  });

  it('[CS2] say every comment in both languages, one after the other', () => {
    for (const [, text] of samples()) {
      const files: { readonly [name: string]: { readonly lines: readonly { readonly lang: string | null }[] } } =
        JSON.parse(text);
      for (const [name, { lines }] of Object.entries(files)) {
        const langs = lines.flatMap(({ lang }) => (lang === null ? [] : [lang]));
        expect(langs.length, `in ${name}`).toBeGreaterThan(0);
        expect(langs.join(' ').replaceAll('zh en', '').trim(), `in ${name}`).toBe('');
      }
    }
  });

  it('[CS3] keep their marks out of what is shown', () => {
    const lines = parseTemplate('a(); //@ one two\n//{! x=1|2 y=3\n  //zh 二\n//<\nhidden();\n//>\n//}\n', 'x');
    expect(lines).toEqual([
      { text: 'a();', lang: null, points: ['one', 'two'], when: [], isWrong: false, isHidden: false },
      {
        text: '  // 二',
        lang: 'zh',
        points: [],
        when: [
          { name: 'x', values: ['1', '2'] },
          { name: 'y', values: ['3'] },
        ],
        isWrong: true,
        isHidden: false,
      },
      expect.objectContaining({ text: 'hidden();', isHidden: true }),
    ]);
  });

  it('[CS4] say where a block is not closed', () => {
    expect(() => parseTemplate('//{ x=1\n', 'A.java')).toThrow('A.java');
  });
});
