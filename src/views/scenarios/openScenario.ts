/** Which named scenario is open, and what it is called. */
import { protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { recognise } from '../../scenario/recognise.ts';

export function scenarioTitle(protocol: Protocol, id: string, lang: Lang): string {
  return protocolText(lang, protocol.id, `scenario-${id}-title`);
}

/** The named scenario that is open, recognised by its settings and its steps; null for a run of the reader's own. */
export function openScenarioId(state: SessionState): string | null {
  const protocol = protocolOf(state);
  return recognise(state.steps, state.settings, protocol.library.scenarios, protocol);
}
