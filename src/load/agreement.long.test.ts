import { describe, expect, it } from 'vitest';
import { disagreement, FOLLOWED_IDS } from './agreement.testing.ts';
import { presetOf } from './presets.ts';

describe('two simulators, whole presets', () => {
  it.each(FOLLOWED_IDS)('[LA1] agree about every order to the last digit: %s', (id) => {
    const scenario = presetOf(id);
    for (const compared of scenario.compared) expect(disagreement(compared, scenario)).toBeNull();
  });
});
