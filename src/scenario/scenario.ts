import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { defaultSettings } from './settings.ts';

/** The only thing that is saved or shared; everything on the page is derived from it by replay. */
export interface Scenario {
  readonly protocol: string;
  /** Every setting of the protocol, also those at their defaults. */
  readonly settings: Settings;
  readonly steps: readonly Step[];
}

/** The start of an undisturbed run: nothing has been chosen yet. */
export function emptyScenario(protocol: Protocol, settings: Settings = defaultSettings(protocol)): Scenario {
  return { protocol: protocol.id, settings, steps: [] };
}
