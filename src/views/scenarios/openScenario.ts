/** Which named scenario is open, and what it is called. */
import { stable } from '../../engine/data.ts';
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { protocolText, type Lang } from '../../i18n/text.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { namedScenario } from '../../scenario/library.ts';

export function scenarioTitle(protocol: Protocol, id: string, lang: Lang): string {
  return protocolText(lang, protocol.id, `scenario-${id}-title`);
}

const recognised = new WeakMap<readonly Step[], WeakMap<Settings, string | null>>();

/** The named scenario that is open, recognised by its settings and its steps; null for a run of the reader's own. */
export function openScenarioId(state: SessionState): string | null {
  const bySettings = recognised.get(state.steps) ?? new WeakMap<Settings, string | null>();
  recognised.set(state.steps, bySettings);
  const known = bySettings.get(state.settings);
  if (known !== undefined) return known;
  const id = recognise(protocolOf(state), state);
  bySettings.set(state.settings, id);
  return id;
}

function recognise(protocol: Protocol, state: SessionState): string | null {
  // Replaying a scenario costs more than counting its words, so only those of the right length are replayed.
  const candidates = protocol.scenarios.filter(({ run }) => stepsIn(run) === state.steps.length);
  if (candidates.length === 0) return null;
  const key = runKey(state);
  const named = candidates.find(({ id }) => {
    const entry = namedScenario(protocol, id);
    return entry !== null && runKey(entry.scenario) === key;
  });
  return named?.id ?? null;
}

/** @example stepsIn('order.pass~x3') === 4 */
function stepsIn(run: string): number {
  const words = run === '' ? [] : run.split('.');
  return words.reduce((sum, word) => sum + Number(/~x(\d+)$/.exec(word)?.[1] ?? 1), 0);
}

function runKey({ settings, steps }: Pick<SessionState, 'settings' | 'steps'>): string {
  return stable({ settings, steps });
}
