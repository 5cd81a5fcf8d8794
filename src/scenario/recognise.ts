/** Which named scenario of its protocol a run is, step by step and setting by setting. */
import { stable } from '../engine/data.ts';
import { remembered } from '../engine/remembered.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { NamedScenario, Protocol } from '../protocols/protocol.ts';
import { namedScenario } from './library.ts';

/** The id of the one of these scenarios that has these steps at these settings; null for a run of one's own. */
export const recognise = remembered(
  (
    steps: readonly Step[],
    settings: Settings,
    scenarios: readonly NamedScenario[],
    protocol: Protocol,
  ): string | null => {
    // Replaying a scenario costs more than counting its words, so only those of the right length are replayed.
    const candidates = scenarios.filter(({ run }) => stepsIn(run) === steps.length);
    if (candidates.length === 0) return null;
    const key = stable({ settings, steps });
    const named = candidates.find(({ id }) => {
      const entry = namedScenario(protocol, id);
      return entry !== null && stable({ settings: entry.scenario.settings, steps: entry.scenario.steps }) === key;
    });
    return named?.id ?? null;
  },
);

/** @example stepsIn('order.pass~x3') === 4 */
function stepsIn(run: string): number {
  const words = run === '' ? [] : run.split('.');
  return words.reduce((sum, word) => sum + Number(/~x(\d+)$/.exec(word)?.[1] ?? 1), 0);
}
