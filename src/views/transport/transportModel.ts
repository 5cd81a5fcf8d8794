import { stepLabel } from '../../i18n/stepLabel.ts';
import type { Lang } from '../../i18n/text.ts';
import { frameOf, nextOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export interface TransportView {
  /** How many steps have been taken, of how many that are recorded. */
  readonly position: number;
  readonly length: number;
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
  /** What Next will do, in words; null when everything has come to rest. */
  readonly nextText: string | null;
  /** How much virtual time Next lets pass. */
  readonly virtualMs: number;
}

export function transportOf(state: SessionState, lang: Lang): TransportView {
  const { cursor, steps } = state;
  const next = nextOf(state);
  return {
    position: cursor,
    length: steps.length,
    canGoBack: cursor > 0,
    canGoOn: next !== null,
    nextText: next === null ? null : stepLabel(lang, protocolOf(state), next),
    virtualMs: frameOf(state).timeMs,
  };
}
