import { expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { loadTexts } from './load.ts';
import { hasProtocolText, LANGS } from './text.ts';
import { loadWhys } from './whys.ts';

it('[I8] the reasons of the named runs come beside the other texts, once, in both languages', async () => {
  for (const lang of LANGS) {
    await loadTexts(lang, ['half-message', 'local-message-table', 'plain-mq', 'two-phase-commit']);
    for (const { id, scenarios } of protocols) {
      const missing = (): readonly string[] =>
        scenarios.map((one) => `scenario-${one.id}-why`).filter((key) => !hasProtocolText(lang, id, key));
      expect(missing()).toHaveLength(scenarios.length);
      expect(loadWhys(lang, id)).toBe(loadWhys(lang, id));
      await loadWhys(lang, id);
      expect(missing()).toEqual([]);
      expect(hasProtocolText(lang, id, 'name')).toBe(true);
    }
  }
});

it('[I8] of a protocol that there is not are an error', async () => {
  await expect(loadWhys('en', 'paxos')).rejects.toThrow('paxos');
});
