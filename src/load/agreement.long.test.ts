import { describe, expect, it } from 'vitest';
import { disagreement } from './agreement.testing.ts';
import { presetOf, PRESET_IDS } from './presets.ts';

describe('two simulators, whole presets', () => {
  it.each(PRESET_IDS)('[LA1] agree about every order to the last digit: %s', (id) => {
    const scenario = presetOf(id);
    for (const compared of scenario.compared) expect(disagreement(compared, scenario)).toBeNull();
  });
});
