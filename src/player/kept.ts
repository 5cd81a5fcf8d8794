/** Kept futures survive a reload: beside the run that they belong to, as links, for as long as the tab is open. */
import { readLink } from '../scenario/link.ts';
import { keepBranch, type Branch } from './branches.ts';
import { linkOf } from './selectors.ts';
import type { SessionState } from './session.ts';
import type { Store } from './storage.ts';

const KEY = 'halfway-kept';

interface Kept {
  readonly run: string;
  readonly futures: readonly string[];
}

/** Remembers the futures of a run; does nothing where nothing can be stored. */
export function saveKept(state: SessionState, store: () => Store = tabStore): void {
  const linkTo = (steps: SessionState['steps']): string => linkOf({ ...state, steps, cursor: steps.length });
  try {
    const kept: Kept = { run: linkTo(state.steps), futures: state.branches.map(({ steps }) => linkTo(steps)) };
    store().setItem(KEY, JSON.stringify(kept));
  } catch {
    // They are kept until the page is left.
  }
}

type Run = Pick<SessionState, 'protocols' | 'protocol' | 'settings' | 'steps'>;

/** The futures that were kept of this run; none when another was stored, or nothing that can be read. */
export function loadKept(state: Run, store: () => Store = tabStore): readonly Branch[] {
  try {
    const kept: unknown = JSON.parse(store().getItem(KEY) ?? 'null');
    if (!isKept(kept) || kept.run !== linkOf({ ...state, cursor: state.steps.length })) return [];
    return kept.futures
      .map((link) => readLink(state.protocols, link))
      .filter(({ scenario, problem }) => problem === null && scenario.protocol === state.protocol)
      .reduce<readonly Branch[]>((known, { scenario }) => keepBranch(known, scenario.steps, state.steps), []);
  } catch {
    return [];
  }
}

function isKept(kept: unknown): kept is Kept {
  if (kept === null || typeof kept !== 'object' || !('run' in kept) || !('futures' in kept)) return false;
  return Array.isArray(kept.futures) && kept.futures.every((link) => typeof link === 'string');
}

/** Reading `sessionStorage` alone may throw. */
function tabStore(): Store {
  return sessionStorage;
}
