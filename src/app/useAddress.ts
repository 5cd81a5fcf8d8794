import { useEffect } from 'react';
import { debounced } from '../player/pace.ts';
import { linkOf } from '../player/selectors.ts';
import { cleanScenario } from '../scenario/library.ts';
import { makeReady } from '../views/frame/arriving.ts';
import type { Session, SessionStore } from '../player/session.ts';

/** Browsers limit how often an address may change, and nobody needs it for every step of a playing run. */
const WRITE_MS = 160;

/** Keeps the address and the session the same, in both directions. The query is left alone. */
export function useAddress(store: SessionStore): void {
  useEffect(() => {
    const writing = debounced(WRITE_MS, () => write(store.getState(), 'replace'));
    const unsubscribe = store.subscribe((state, before) => {
      if (isSameRun(state, before)) return;
      if (state.problem !== null && state.problem !== before.problem) return;
      writing.soon();
    });
    const follow = async (): Promise<void> => {
      writing.cancel();
      await makeReady(store, window.location.hash);
      const hash = window.location.hash.slice(1);
      const session = store.getState();
      if (hash === '') session.openScenario(cleanScenario(session.protocols[0]));
      else if (hash !== linkOf(session)) session.openLink(hash);
    };
    const changed = (): void => void follow();
    window.addEventListener('hashchange', changed);
    return () => {
      unsubscribe();
      writing.cancel();
      window.removeEventListener('hashchange', changed);
    };
  }, [store]);
}

/** A new entry in the history: for a scenario that was opened, so that Back leads to the run before. */
export function pushAddress(state: Session): void {
  write(state, 'push');
}

function write(state: Session, how: 'push' | 'replace'): void {
  const address = `#${linkOf(state)}`;
  if (address === window.location.hash) return;
  try {
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  } catch {
    // Some frames forbid it, and browsers when it is done too often. The share panel has the link.
  }
}

function isSameRun(state: Session, before: Session): boolean {
  return (
    state.steps === before.steps &&
    state.cursor === before.cursor &&
    state.settings === before.settings &&
    state.protocol === before.protocol
  );
}
