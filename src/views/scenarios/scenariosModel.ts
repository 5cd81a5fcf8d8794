import { protocolText, type Lang } from '../../i18n/text.ts';
import type { Protocol, Verdict } from '../../protocols/protocol.ts';
import { scenarioTitle } from './openScenario.ts';

/** How a scenario ends: well, well by a detour, not yet, badly, or with a person. */
export type Ending = 'well' | 'late' | 'open' | 'badly' | 'parked';

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

const ENDINGS: readonly Ending[] = ['well', 'late', 'badly', 'parked', 'open'];

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

function endingOf(verdict: Verdict): Ending {
  switch (verdict) {
    case 'consistent':
      return 'well';
    case 'late':
      return 'late';
    case 'pending':
      return 'open';
    case 'lost':
    case 'phantom':
    case 'duplicated':
      return 'badly';
    case 'parked':
    case 'blocked':
      return 'parked';
  }
}
