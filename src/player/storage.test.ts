import { describe, expect, it } from 'vitest';
import { loadPreferences, savePreferences, type Store } from './storage.ts';

function storeWith(initial: string | null): Store & { readonly saved: () => string | null } {
  let value = initial;
  return {
    getItem: () => value,
    setItem: (_key, text) => {
      value = text;
    },
    saved: () => value,
  };
}

const throwing = (): Store => {
  throw new Error('SecurityError');
};

describe('the storage', () => {
  it('[P50] gives back the preferences that were saved', () => {
    const store = storeWith(null);
    savePreferences({ lang: 'zh', speed: 2 }, () => store);
    expect(loadPreferences(() => store)).toEqual({ lang: 'zh', speed: 2 });
  });

  it('[P51] survives a browser that throws', () => {
    expect(loadPreferences(throwing)).toEqual({});
    expect(() => savePreferences({ lang: 'zh' }, throwing)).not.toThrow();
    expect(loadPreferences()).toEqual({});
  });

  it('[P52] takes nothing that it does not expect', () => {
    for (const text of ['', 'x', '[]', '1', '{"lang":"fr"}', '{"speed":3}', '{"theme":{"a":1}}'])
      expect(loadPreferences(() => storeWith(text))).toEqual({});
    expect(loadPreferences(() => storeWith('{"__proto__":{"lang":"zh"},"other":1}'))).toEqual({});
  });
});
