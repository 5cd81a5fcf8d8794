import type { Step } from '../../engine/step.ts';
import { frameOf, ledgerOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { changedSettings } from '../../scenario/settings.ts';

/** The first catastrophe to try, once a run without any failure has come to rest. */
export const FIRST_CATASTROPHE = 'crash-after-local-commit';

/** The scenario to offer now, or null. */
export function suggestionOf(state: SessionState): string | null {
  const protocol = protocolOf(state);
  const isOver = state.cursor > 0 && state.cursor === state.steps.length && frameOf(state).packets.length === 0;
  const isQuiet = changedSettings(protocol, state.settings).length === 0 && !state.steps.some(isFailure);
  const ledger = ledgerOf(state);
  const isFine = ledger.length > 0 && ledger.every((line) => line.verdict === 'consistent' && line.points > 0);
  const isThere = protocol.scenarios.some(({ id }) => id === FIRST_CATASTROPHE);
  return isOver && isQuiet && isFine && isThere ? FIRST_CATASTROPHE : null;
}

function isFailure({ kind }: Step): boolean {
  return kind === 'crash' || kind === 'drop' || kind === 'duplicate' || kind === 'restart';
}
