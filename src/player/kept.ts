/** The futures that an earlier loading of this page kept: asked for only after a reload. */
import { readLink } from '../scenario/link.ts';
import { keepBranch, type Branch } from './branches.ts';
import { KEPT_KEY, tabStore, type Kept } from './keep.ts';
import { linkOf } from './selectors.ts';
import type { SessionState } from './session.ts';
import type { Store } from './storage.ts';

type Run = Pick<SessionState, 'protocols' | 'protocol' | 'settings' | 'steps'>;

/** The futures that were kept of this run; none when another was stored, or nothing that can be read. */
export function loadKept(state: Run, store: () => Store = tabStore): readonly Branch[] {
  try {
    const kept: unknown = JSON.parse(store().getItem(KEPT_KEY) ?? 'null');
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
