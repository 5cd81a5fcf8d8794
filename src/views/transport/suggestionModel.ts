import type { Lang } from '../../i18n/languages.ts';
import { namesOf } from '../../i18n/names.ts';
import { topicText } from '../../i18n/text.ts';
import { sentence } from '../../i18n/variants.ts';
import type { Catastrophe } from '../../player/catastrophe.ts';
import { offersIn } from '../../player/goOn.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export interface Suggestion extends Catastrophe {
  readonly question: string;
}

/** The catastrophes to offer now, the first to try first. */
export function suggestionsOf(state: SessionState, lang: Lang): readonly Suggestion[] {
  const names = namesOf(lang, protocolOf(state).id).inline;
  return offersIn(state).map((catastrophe) => {
    const { kind, step } = catastrophe;
    const values =
      step.kind === 'drop' ? { message: names.message(step.message) } : { process: names.process(step.process) };
    return { ...catastrophe, question: sentence(topicText(lang, 'panels', `suggestion-${kind}`, values)) };
  });
}
