import { describe, expect, it, vi } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { shelvesOf } from './shelves.ts';
import { tryAgain } from '../protocols/shared/later.ts';

/** Two languages whose shelves arrive when the test says so. */
function libraryWith() {
  const waiting: { readonly name: string; readonly come: () => void; readonly fail: () => void }[] = [];
  const shelf = (name: string) => () =>
    new Promise<{ readonly texts: { readonly told: string } }>((resolve, reject) => {
      waiting.push({ name, come: () => resolve({ texts: { told: name } }), fail: () => reject(new Error(name)) });
    });
  const book = (lang: string) => ({
    shelves: { page: shelf(`${lang} page`) },
    others: () => Promise.resolve({ shelves: { rare: shelf(`${lang} rare`) } }),
  });
  return { shelves: shelvesOf({ zh: book('zh'), en: book('en') }), waiting };
}

describe('shelves of texts', () => {
  it('[I8] are fetched once per language, with one promise for everybody who asks', async () => {
    const { shelves, waiting } = libraryWith();
    const promise = shelves.load('en', 'page');
    expect(shelves.load('en', 'page')).toBe(promise);
    expect(waiting.map(({ name }) => name)).toEqual(['en page']);
    expect(shelves.textsOf('en', 'page')).toBeUndefined();
    waiting[0]?.come();
    await promise;
    expect(shelves.textsOf('en', 'page')).toEqual({ told: 'en page' });
    expect(shelves.load('en', 'page')).toBe(promise);
    expect(promise).toMatchObject({ status: 'fulfilled' });
  });

  it('[I8] do not wipe each other when several are first asked for at once, in whatever order they come', async () => {
    const { shelves, waiting } = libraryWith();
    const all = [
      ['en', 'page'],
      ['en', 'rare'],
      ['zh', 'page'],
      ['zh', 'rare'],
    ] as const;
    const promises = all.map(([lang, shelf]) => shelves.load(lang, shelf));
    await vi.waitUntil(() => waiting.length === all.length);
    for (const { come } of waiting.toReversed()) come();
    await Promise.all(promises);
    expect(all.map(([lang, shelf]) => shelves.textsOf(lang, shelf)?.['told'])).toEqual(all.map((one) => one.join(' ')));
  });

  it('[I8] come in another language too, with what is asked for while the language changes', async () => {
    const { shelves, waiting } = libraryWith();
    const first = shelves.load('en', 'page');
    waiting[0]?.come();
    await first;
    const changed = shelves.loadSame('zh');
    const late = shelves.load('en', 'rare');
    for (let at = 0; at < 4; at += 1) {
      waiting.forEach(({ come }) => come());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([changed, late]);
    expect(shelves.textsOf('zh', 'page')).toEqual({ told: 'zh page' });
    expect(shelves.textsOf('zh', 'rare')).toEqual({ told: 'zh rare' });
  });

  it('[I8] may be asked for again after the network failed, once somebody tries', async () => {
    const { shelves, waiting } = libraryWith();
    const failed = shelves.load('en', 'page');
    waiting[0]?.fail();
    await expect(failed).rejects.toThrow('en page');
    // Who waits for it is told, and does not ask without end.
    expect(shelves.load('en', 'page')).toBe(failed);
    tryAgain();
    const again = shelves.load('en', 'page');
    waiting[1]?.come();
    await again;
    expect(shelves.textsOf('en', 'page')).toEqual({ told: 'en page' });
  });

  it('[I8] that there are not are an error', async () => {
    const { shelves } = libraryWith();
    await expect(shelves.load('en', 'nonsense')).rejects.toThrow('nonsense');
    await expect(shelves.load('fr', 'page')).rejects.toThrow('fr');
  });
});

it('[I8] the page has what was asked for, and no more: the reasons of the named runs come beside the other texts', async () => {
  // Modules of its own: others of this worker may have loaded anything.
  vi.resetModules();
  const { loadShelf, protocolShelves, textsOf, whysOf } = await import('./shelves.ts');
  const { hasProtocolText, topicText } = await import('./text.ts');
  expect(() => topicText('en', 'brokers', 'brokers-intro')).toThrow('loadShelf');
  for (const { id, library } of protocols) {
    const missing = (): readonly string[] =>
      library.scenarios.map((one) => `scenario-${one.id}-why`).filter((key) => !hasProtocolText('en', id, key));
    const whys = whysOf(id);
    await loadShelf('en', whys);
    expect(() => hasProtocolText('en', id, 'name')).toThrow('loadShelf');
    await loadShelf('en', protocolShelves(id)[0]);
    expect(missing()).toEqual([]);
    expect(hasProtocolText('en', id, 'name')).toBe(true);
    expect(textsOf('zh', id)).toBeUndefined();
  }
});
