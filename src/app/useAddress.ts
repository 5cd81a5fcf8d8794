import { useEffect } from 'react';
import { debounced } from '../player/pace.ts';
import { addressOf, linkOf } from '../player/selectors.ts';
import { cleanScenario } from '../scenario/library.ts';
import type { Session, SessionStore } from '../player/session.ts';
import { makeReady } from '../views/frame/arriving.ts';

/** Browsers limit how often an address may change, and nobody needs it for every step of a playing run. */
const WRITE_MS = 160;

/** The hash that the session has taken or written. Any other is somebody's wish that is still to be followed. */
let known = window.location.hash;

/** Keeps the address and the session the same, in both directions. The query is left alone. */
export function useAddress(store: SessionStore): void {
  useEffect(() => {
    const writing = debounced(WRITE_MS, () => {
      if (window.location.hash === known) write(store.getState(), 'replace');
    });
    const unsubscribe = store.subscribe((state, before) => {
      if (isSamePlace(state, before)) return;
      if (state.problem !== null && state.problem !== before.problem) return;
      writing.soon();
    });
    const follow = async (): Promise<void> => {
      writing.cancel();
      const { hash } = window.location;
      await makeReady(store, hash);
      // What has changed it in the meantime is followed by itself.
      if (window.location.hash !== hash) return;
      known = hash;
      const session = store.getState();
      if (hash.length < 2) session.openScenario(cleanScenario(session.protocols[0]));
      else if (hash === `#${addressOf(session)}`) return;
      // From a page back to the run that is still there, with the futures that were left.
      else if (hash === `#${linkOf(session)}`) session.openPage(null);
      else session.openLink(hash);
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
  const address = `#${addressOf(state)}`;
  try {
    if (address === window.location.hash) return;
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  } catch {
    // Some frames forbid it, and browsers when it is done too often. The share panel has the link.
  }
  known = window.location.hash;
}

function isSamePlace(state: Session, before: Session): boolean {
  return (
    state.steps === before.steps &&
    state.cursor === before.cursor &&
    state.page === before.page &&
    state.settings === before.settings &&
    state.protocol === before.protocol
  );
}
