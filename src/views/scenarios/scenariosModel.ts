import { pageText, protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { Protocol, Verdict } from '../../protocols/protocol.ts';
import { runsByHeading } from '../../protocols/runsByHeading.ts';
import { HEADINGS, type Heading } from '../../protocols/shared/headings.ts';
import { scenarioTitle } from './openScenario.ts';

export interface ScenarioView {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly verdict: Verdict;
}

export interface ScenarioGroup {
  readonly heading: Heading;
  readonly scenarios: readonly ScenarioView[];
}

/** The named runs in which every word of the search occurs: in their title, their reason, their verdict or their id. */
export function scenarioGroups(protocol: Protocol, lang: Lang, search = ''): readonly ScenarioGroup[] {
  const words = search.toLowerCase().split(/\s+/u);
  const runs = runsByHeading.get(protocol.id) ?? {};
  return HEADINGS.map((heading) => ({
    heading,
    scenarios: (runs[heading] ?? []).flatMap((id): readonly ScenarioView[] => {
      const named = protocol.library.scenarios.find((scenario) => scenario.id === id);
      const shown = named === undefined ? null : viewOf(protocol, lang, named);
      return shown !== null && holdsAll(shown, words, lang) ? [shown] : [];
    }),
  })).filter(({ scenarios }) => scenarios.length > 0);
}

function viewOf(protocol: Protocol, lang: Lang, { id, verdict }: Pick<ScenarioView, 'id' | 'verdict'>): ScenarioView {
  const title = scenarioTitle(protocol, id, lang);
  return { id, verdict, title, why: protocolText(lang, protocol.id, `scenario-${id}-why`) };
}

function holdsAll({ id, title, why, verdict }: ScenarioView, words: readonly string[], lang: Lang): boolean {
  const said = [id, title, why, pageText(lang, `verdict-${verdict}`)].join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}
