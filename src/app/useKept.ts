import { useEffect } from 'react';
import { saveKept } from '../player/keep.ts';
import { debounced } from '../player/pace.ts';
import type { SessionStore } from '../player/session.ts';

const SAVE_MS = 300;

/** Remembers the futures that the reader left, for a reload. */
export function useKept(store: SessionStore): void {
  useEffect(() => {
    /** Whether there was ever something to keep: what another page kept is left alone until then. */
    let keeps = false;
    const save = (): void => {
      if (keeps) saveKept(store.getState());
    };
    const saving = debounced(SAVE_MS, save);
    const unsubscribe = store.subscribe(({ branches, steps }, before) => {
      keeps ||= branches.length > 0;
      if (keeps && (branches !== before.branches || steps !== before.steps)) saving.soon();
    });
    // A reload may come sooner than that.
    window.addEventListener('pagehide', saving.now);
    return () => {
      unsubscribe();
      saving.cancel();
      window.removeEventListener('pagehide', saving.now);
    };
  }, [store]);
}
