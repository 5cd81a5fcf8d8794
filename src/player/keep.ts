/** Kept futures survive a reload: beside the run that they belong to, as links, for as long as the tab is open. */
import { linkOf } from './selectors.ts';
import type { SessionState } from './session.ts';
import type { Store } from './storage.ts';

export const KEPT_KEY = 'halfway-kept';

export interface Kept {
  readonly run: string;
  readonly futures: readonly string[];
}

/** Remembers the futures of a run; does nothing where nothing can be stored. */
export function saveKept(state: SessionState, store: () => Store = tabStore): void {
  const linkTo = (steps: SessionState['steps']): string => linkOf({ ...state, steps, cursor: steps.length });
  try {
    const kept: Kept = { run: linkTo(state.steps), futures: state.branches.map(({ steps }) => linkTo(steps)) };
    store().setItem(KEPT_KEY, JSON.stringify(kept));
  } catch {
    // They are kept until the page is left.
  }
}

/** Reading `sessionStorage` alone may throw. */
export function tabStore(): Store {
  return sessionStorage;
}
