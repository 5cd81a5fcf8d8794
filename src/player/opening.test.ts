import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { openingOf, readQuery } from './opening.ts';

const visit = { query: readQuery(''), hash: '', page: null, preferences: {}, languages: ['de', 'en'] };

describe('what an address asks for', () => {
  it('[P1] opens the undisturbed run at its start, in the language of the browser', () => {
    const opening = openingOf(protocols, { ...visit, languages: ['zh-CN', 'en'] });
    expect(opening).toMatchObject({ lang: 'zh', theme: 'auto', motion: 'auto', zoom: 'concept', speed: 1 });
    expect(opening.scenario.steps.length).toBeGreaterThan(5);
    expect(opening.at).toBeUndefined();
  });

  it('[P1] lets the address win over what was remembered', () => {
    const preferences = { lang: 'zh', theme: 'dark', zoom: 'internals' } as const;
    const query = readQuery('?lang=en&theme=light');
    expect(openingOf(protocols, { ...visit, query, preferences })).toMatchObject({
      lang: 'en',
      theme: 'light',
      zoom: 'internals',
    });
  });

  it('[P1] takes anything unexpected in the query for not given', () => {
    const odd = '?lang=xx&theme=pink&zoom=huge&view=__proto__&embed=yes&from=elsewhere';
    expect(readQuery(odd, ['state'])).toEqual({});
    expect(readQuery('?embed=1&view=state', ['steps', 'state'])).toEqual({ embed: '1', view: 'state' });
  });

  it('[P1] opens a working page for a broken link, and says what was wrong', () => {
    const opening = openingOf(protocols, { ...visit, hash: '#v2/half-message?do=order.nonsense' });
    expect(opening.problem).toMatchObject({ kind: 'bad-step', step: 2 });
    expect(opening.scenario.steps.length).toBe(1);
  });
});
