import { useEffect } from 'react';
import { debounced } from '../player/pace.ts';
import type { SessionStore } from '../player/session.ts';

const SAVE_MS = 300;

/** Remembers the futures that the reader left, for a reload. */
export function useKept(store: SessionStore): void {
  useEffect(() => {
    /** Writes what is kept; null until there was something to keep. */
    let write: (() => void) | null = null;
    const save = async (): Promise<void> => {
      const { saveKept } = await import('../player/kept.ts');
      write = () => saveKept(store.getState());
      write();
    };
    // Where it cannot be loaded, they are kept until the page is left.
    const saving = debounced(SAVE_MS, () => void save().catch(() => undefined));
    const unsubscribe = store.subscribe(({ branches, steps }, before) => {
      const isKept = branches.length > 0 || before.branches.length > 0;
      if (isKept && (branches !== before.branches || steps !== before.steps)) saving.soon();
    });
    // A reload may come sooner than that.
    const leave = (): void => write?.();
    window.addEventListener('pagehide', leave);
    return () => {
      unsubscribe();
      saving.cancel();
      window.removeEventListener('pagehide', leave);
    };
  }, [store]);
}
