import type { Step } from '../../engine/step.ts';
import { ledgerOf, nextOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { changedSettings } from '../../scenario/settings.ts';

/** The first catastrophe to try, once a run without any failure has come to rest. */
export const FIRST_CATASTROPHE = 'crash-after-local-commit';

/** The scenario to offer now, or null. */
export function suggestionOf(state: SessionState): string | null {
  const { scenarios } = protocolOf(state);
  const isOver = state.cursor > 0 && nextOf(state) === null;
  const isQuiet = changedSettings(protocolOf(state), state.settings).length === 0 && !state.steps.some(isFailure);
  const isFine = ledgerOf(state).some(({ state: order }) => order === 'committed');
  const isThere = scenarios.some(({ id }) => id === FIRST_CATASTROPHE);
  return isOver && isQuiet && isFine && isThere ? FIRST_CATASTROPHE : null;
}

function isFailure({ kind }: Step): boolean {
  return kind === 'crash' || kind === 'drop' || kind === 'duplicate' || kind === 'restart';
}
