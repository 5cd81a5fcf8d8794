import { narrate } from '../i18n/narrate.ts';
import { frameOf, ledgerOf, linkOf, protocolOf, stagesOf } from '../player/selectors.ts';
import type { SessionState } from '../player/session.ts';
import type { Verdict } from '../protocols/protocol.ts';
import type { EmbedState } from './messages.ts';

/** What the page around is told of the session. */
export function embedState(state: SessionState): EmbedState {
  const { visits } = stagesOf(state);
  return {
    protocol: state.protocol,
    link: linkOf(state),
    at: state.cursor,
    steps: state.steps.length,
    sentence: narrate(state.lang, protocolOf(state), frameOf(state)).headline,
    stage: visits.findLast(({ frame }) => frame <= state.cursor)?.stage ?? null,
    verdict: worstOf(state),
    isPlaying: state.isPlaying,
    lang: state.lang,
    theme: state.theme,
    zoom: state.zoom,
  };
}

/** From the least to the most worrying. */
const WORST: readonly Verdict[] = [
  'consistent',
  'late',
  'pending',
  'parked',
  'blocked',
  'lost',
  'phantom',
  'duplicated',
];

export function worstOf(state: SessionState): Verdict | null {
  const verdicts = ledgerOf(state).map(({ verdict }) => verdict);
  return verdicts.length === 0 ? null : verdicts.reduce((a, b) => (WORST.indexOf(b) > WORST.indexOf(a) ? b : a));
}
