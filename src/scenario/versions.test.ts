import { describe, expect, it } from 'vitest';
import { parseLink, type RawLink } from './grammar.ts';
import { upgrade } from './versions.ts';

const link = (text: string): RawLink => {
  const parsed = parseLink(text);
  if (parsed === null) throw new Error(`Expected a link; got ${text}.`);
  return parsed;
};

describe('upgrades', () => {
  const renamed =
    (from: string, to: string) =>
    (older: RawLink): RawLink => ({
      ...older,
      words: older.words.map((word) => (word === from ? to : word)),
    });
  const upgrades = [renamed('half', 'prepare'), renamed('prepare', 'half-message')];

  it('[L70] lead a link of any older version to the newest, one version at a time', () => {
    expect(upgrade(link('v1/p?do=half'), upgrades)).toMatchObject({ version: 3, words: ['half-message'] });
    expect(upgrade(link('v2/p?do=half.prepare'), upgrades)).toMatchObject({
      version: 3,
      words: ['half', 'half-message'],
    });
  });

  it('[L71] leave a link of the newest version and a newer one alone', () => {
    for (const text of ['v3/p?do=half', 'v4/p?do=half']) expect(upgrade(link(text), upgrades)).toEqual(link(text));
  });
});
