/** Everything that presets and variations of them must come to. */
import { FAULT_FIGURES } from './faultFigures.testing.ts';
import { OVERLOAD_FIGURES } from './overloadFigures.testing.ts';
import type { Expectation } from './presetFigures.testing.ts';
import { STEADY_FIGURES } from './steadyFigures.testing.ts';

export const EXPECTATIONS: readonly Expectation[] = [...STEADY_FIGURES, ...OVERLOAD_FIGURES, ...FAULT_FIGURES];
