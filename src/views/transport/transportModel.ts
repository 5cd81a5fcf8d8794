import { stepLabel } from '../../i18n/stepLabel.ts';
import type { Lang } from '../../i18n/text.ts';
import { nextOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export interface TransportView {
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
  /** What Next will do, in words; null when everything has come to rest. */
  readonly nextText: string | null;
}

export function transportOf(state: SessionState, lang: Lang): TransportView {
  const { cursor } = state;
  const next = nextOf(state);
  return {
    canGoBack: cursor > 0,
    canGoOn: next !== null,
    nextText: next === null ? null : stepLabel(lang, protocolOf(state), next),
  };
}
