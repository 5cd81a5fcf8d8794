import { linkOf, protocolOf } from '../../player/selectors.ts';
import { protocolText, type Lang } from '../../i18n/text.ts';
import type { SessionState } from '../../player/session.ts';
import type { Protocol, Verdict } from '../../protocols/protocol.ts';
import { completeSettings } from '../../scenario/settings.ts';

/** How a scenario ends: well, badly, not yet, or with a person. */
export type Ending = 'well' | 'late' | 'badly' | 'parked';

export interface ScenarioView {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly verdict: Verdict;
}

export interface ScenarioGroup {
  readonly ending: Ending;
  readonly scenarios: readonly ScenarioView[];
}

const ENDINGS: readonly Ending[] = ['well', 'late', 'badly', 'parked'];

export function scenarioGroups(protocol: Protocol, lang: Lang): readonly ScenarioGroup[] {
  return ENDINGS.map((ending) => ({
    ending,
    scenarios: protocol.scenarios
      .filter(({ verdict }) => endingOf(verdict) === ending)
      .map(({ id, verdict }) => ({
        id,
        verdict,
        title: scenarioTitle(protocol, id, lang),
        why: protocolText(lang, protocol.id, `scenario-${id}-why`),
      })),
  })).filter(({ scenarios }) => scenarios.length > 0);
}

export function scenarioTitle(protocol: Protocol, id: string, lang: Lang): string {
  return protocolText(lang, protocol.id, `scenario-${id}-title`);
}

function endingOf(verdict: Verdict): Ending {
  switch (verdict) {
    case 'consistent':
      return 'well';
    case 'pending':
    case 'late':
      return 'late';
    case 'lost':
    case 'phantom':
    case 'duplicated':
      return 'badly';
    case 'parked':
      return 'parked';
  }
}

/** The named scenario that is open, recognised by its settings and its steps; null for a run of the reader's own. */
export function openScenarioId(state: SessionState): string | null {
  const protocol = protocolOf(state);
  const words = wordsOf(linkOf({ ...state, cursor: state.steps.length }));
  const settings = JSON.stringify(completeSettings(protocol, state.settings));
  const named = protocol.scenarios.find(
    ({ run, settings: own }) => run === words && JSON.stringify(completeSettings(protocol, own)) === settings,
  );
  return named?.id ?? null;
}

function wordsOf(link: string): string {
  return /[?&]do=([^&]*)/.exec(link)?.[1] ?? '';
}
