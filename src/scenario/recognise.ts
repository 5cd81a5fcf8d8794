/** Which named scenario of its protocol a run is, step by step and setting by setting. */
import { stable } from '../engine/data.ts';
import { remembered } from '../engine/remembered.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { NamedScenario, Protocol } from '../protocols/protocol.ts';
import { parseItem, parseWords } from './grammar.ts';
import { scenarioOf } from './library.ts';
import { headOf } from './words.ts';

/** The id of the one of these scenarios that has these steps at these settings; null for a run of one's own. */
export const recognise = remembered(
  (
    steps: readonly Step[],
    settings: Settings,
    scenarios: readonly NamedScenario[],
    protocol: Protocol,
  ): string | null => {
    // Replaying a scenario costs much more than reading its words, so only those that begin like the steps are replayed.
    const heads = steps.map((step) => headOf(protocol.words, step));
    const candidates = scenarios.filter(({ run }) => mayMean(run, heads));
    if (candidates.length === 0) return null;
    const key = stable({ settings, steps });
    const found = candidates.find((named) => {
      const scenario = scenarioOf(named, protocol);
      return stable({ settings: scenario.settings, steps: scenario.steps }) === key;
    });
    return found?.id ?? null;
  },
);

/** Whether each word of a run is what its step is called, but for what tells it apart from others. */
function mayMean(run: string, heads: readonly string[]): boolean {
  const words = parseWords(run).flatMap((word) => {
    const item = parseItem(word);
    return item === null ? [] : Array<string>(item.times).fill(item.text);
  });
  if (words.length !== heads.length) return false;
  return heads.every((head, at) => words[at] === head || words[at]?.startsWith(`${head}~`));
}
