import { namesOf } from '../../i18n/names.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import type { Lang } from '../../i18n/languages.ts';
import { pageText } from '../../i18n/text.ts';
import { offersIn } from '../../player/goOn.ts';
import { nextOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

/** What Next will do, in words; null when nothing is left to see. */
export function nextTextOf(state: SessionState, lang: Lang): string | null {
  return catastropheTextOf(state, lang) ?? recordedTextOf(state, lang);
}

function recordedTextOf(state: SessionState, lang: Lang): string | null {
  const next = nextOf(state);
  return next === null ? null : stepLabel(lang, protocolOf(state), next);
}

function catastropheTextOf(state: SessionState, lang: Lang): string | null {
  const [first] = offersIn(state);
  if (first === undefined || first.step.kind !== 'crash') return null;
  const process = namesOf(lang, protocolOf(state).id).inline.process(first.step.process);
  return pageText(lang, 'suggestion-next', { process });
}
