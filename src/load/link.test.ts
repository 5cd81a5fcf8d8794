import { describe, expect, it } from 'vitest';
import { readLoad, writeLoad } from './link.ts';
import { presetOf, PRESET_IDS } from './presets.ts';
import { steady, type LoadScenario } from './settings.ts';

describe('the address of a load', () => {
  it.each(PRESET_IDS)('[LK1] names a preset, and reads as it: %s', (id) => {
    const link = writeLoad(presetOf(id));
    expect(link.length).toBeLessThan(60);
    expect(readLoad(`#${link}`)).toMatchObject({ scenario: presetOf(id), preset: id, problem: null });
  });

  it('[LK2] says what differs from the steady load, and reads as it was written', () => {
    const base = presetOf('steady');
    const scenario: LoadScenario = {
      compared: ['call', 'plain-mq'],
      curve: [{ atS: 0, perS: 100 }, ...steady(900, 30).map(({ atS, perS }) => ({ atS: atS + 10.5, perS }))],
      numbers: { ...base.numbers, network: 0.5, rows: 3 },
      choices: { ...base.choices, work: 'heavy' },
      faults: [{ kind: 'points-slow', fromS: 3, toS: 9.5, factor: 4 }],
    };
    const link = writeLoad(scenario, 12);
    expect(link).toMatch(
      /^v\d+\/load\?p=call\.plain-mq&curve=0~100_10\.5~900_40\.5~900&set=network~0\.5\.rows~3\.work~heavy&fault=points-slow~3~9\.5~4&at=12$/,
    );
    expect(link).toMatch(/^[a-z0-9-._~=&?/]+$/);
    expect(readLoad(link)).toEqual({ scenario, preset: null, atS: 12, problem: null });
  });

  it('[LK3] always opens a load that runs, with one problem, whatever it is given', () => {
    const texts = [
      '',
      '#',
      'v1/half-message',
      'v2/load?curve=',
      'v2/load?p=',
      'v2/load?p=.',
      'v2/load?set=threads~0',
      'v9/load',
      `v2/load?p=${'call.'.repeat(2_000)}`,
    ];
    for (const text of texts) {
      const { scenario, problem } = readLoad(text);
      expect(problem).not.toBeNull();
      expect(scenario.compared.length).toBeGreaterThan(0);
      expect(scenario.curve.length).toBeGreaterThan(1);
    }
    expect(readLoad('v2/load?curve=0~999999_86400~999999').problem).toMatchObject({ kind: 'too-many-orders' });
  });

  it('[LK4] forgives an extra level of percent-encoding and keys that it does not know', () => {
    expect(readLoad('v2/load%3Fpreset%3Dpeak%26utm%3Dx')).toMatchObject({ preset: 'peak', problem: null });
  });
});
