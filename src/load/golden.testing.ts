/** A load with everything in it that draws; every engine comes to this hash. */
import type { LoadScenario } from './settings.ts';
import { presetOf } from './presets.ts';

const base = presetOf('steady');

export const GOLDEN: LoadScenario = {
  ...base,
  compared: ['call', 'call-inside'],
  curve: [
    { atS: 0, perS: 200 },
    { atS: 3, perS: 900 },
    { atS: 5, perS: 100 },
  ],
  numbers: { ...base.numbers, rows: 5, timeout: 400, retries: 1 },
  choices: { ...base.choices, work: 'heavy' },
  faults: [{ kind: 'points-slow', fromS: 2, toS: 3, factor: 5 }],
};

export const GOLDEN_HASHES: readonly string[] = ['44f92134', '02ac0f41'];
