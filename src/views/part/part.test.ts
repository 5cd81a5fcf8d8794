import { describe, expect, it } from 'vitest';
import { tryAgain } from '../../protocols/shared/later.ts';
import { isNotLoaded } from './notLoaded.ts';
import { perKey } from './perKey.ts';

describe('a part of the page', () => {
  it('[VW90] is known to be missing by what each browser says, and no mistake of ours is taken for that', () => {
    const sayings = [
      'Failed to fetch dynamically imported module: https://example.org/assets/State-1.js',
      'error loading dynamically imported module: https://example.org/assets/State-1.js',
      'Importing a module script failed.',
    ];
    expect(sayings.map((saying) => isNotLoaded(new TypeError(saying)))).toEqual([true, true, true]);
    expect(isNotLoaded(new TypeError("Cannot read properties of null (reading 'x')"))).toBe(false);
    expect(isNotLoaded('Importing a module script failed.')).toBe(false);
  });

  it('[VW91] is asked for once per key, and anew after a failure once somebody tries', async () => {
    const asked: string[] = [];
    const load = perKey((key: string) => {
      asked.push(key);
      return asked.length === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(key);
    });
    const failed = load('a');
    await expect(failed).rejects.toThrow('offline');
    expect(load('a')).toBe(failed);
    tryAgain();
    expect(await load('a')).toBe('a');
    expect(load('a')).toBe(load('a'));
    expect(asked).toEqual(['a', 'a']);
  });
});
