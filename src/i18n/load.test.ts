import { expect, it } from 'vitest';
import { protocolIds } from '../protocols/loaders.ts';
import { loadBothLanguages } from './both.ts';
import { loadTexts } from './load.ts';
import { isLoaded, LANGS, pageText, protocolText } from './text.ts';

it('[I6] loads a language and the texts of a protocol when they are asked for, and no more', async () => {
  await loadTexts('en', ['half-message']);
  expect(isLoaded('en', 'half-message')).toBe(true);
  expect(isLoaded('en', 'two-phase-commit')).toBe(false);
  expect(isLoaded('zh')).toBe(false);
  await loadTexts('en', ['half-message', 'two-phase-commit']);
  expect(protocolText('en', 'two-phase-commit', 'name')).not.toBe('');
});

it('[I6] names every protocol on its tab as the protocol names itself', () => {
  loadBothLanguages();
  for (const lang of LANGS) {
    for (const id of protocolIds) expect(pageText(lang, `protocol-${id}`)).toBe(protocolText(lang, id, 'name'));
  }
});
