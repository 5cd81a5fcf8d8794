import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('remembered answers', () => {
  it('[E70] asks once per combination of arguments, and gives the same object again', () => {
    const asked: string[] = [];
    const pair = remembered((of: { readonly name: string }, zoom: string, at: number) => {
      asked.push(`${of.name} ${zoom} ${at}`);
      return { name: of.name, at };
    });
    const [one, equal] = [{ name: 'one' }, { name: 'one' }];
    const first = pair(one, 'concept', 1);
    expect(pair(one, 'concept', 1)).toBe(first);
    expect(pair(one, 'concept', 2)).toEqual({ name: 'one', at: 2 });
    expect(pair(one, 'internals', 1)).not.toBe(first);
    expect(pair(equal, 'concept', 1)).not.toBe(first);
    expect(asked).toEqual(['one concept 1', 'one concept 2', 'one internals 1', 'one concept 1']);
  });

  it('[E71] remembers that the answer was nothing', () => {
    let asked = 0;
    const nothing = remembered((_of: object) => {
      asked += 1;
      return undefined;
    });
    const of = {};
    expect([nothing(of), nothing(of), asked]).toEqual([undefined, undefined, 1]);
  });

  it('[E72] does not remember what could not be answered', () => {
    let asked = 0;
    const failing = remembered((_of: object) => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return asked;
    });
    const of = {};
    expect(() => failing(of)).toThrow('not yet');
    expect(failing(of)).toBe(2);
  });
});
