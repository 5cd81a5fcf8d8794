import { useEffect, useState, type ReactNode } from 'react';
import { createStore } from 'zustand';
import { afterPaint } from './afterPaint.ts';
import type { SessionStore } from './session.ts';
import { PlayerContext, usePlayerStore } from './usePlayer.tsx';

/**
 * For what is told about a step beside the stage: it follows once the frame that shows the step is painted, so that the
 * stage does not wait for it. Below, everything but a step is seen at once, and actions act on the session itself.
 */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const store = usePlayerStore();
  const [seen] = useState(() => createStore(() => store.getState()));
  useEffect(() => follow(store, seen), [store, seen]);
  return <PlayerContext value={seen}>{children}</PlayerContext>;
}

/** Copies the state of a session, steps after the next painted frame; returns what ends it. */
function follow(store: SessionStore, seen: SessionStore): () => void {
  const catchUp = (): void => seen.setState(store.getState(), true);
  let cancel = (): void => {};
  catchUp();
  const unsubscribe = store.subscribe(({ cursor, steps }, before) => {
    cancel();
    if (cursor === before.cursor && steps === before.steps) catchUp();
    else cancel = afterPaint(catchUp);
  });
  return () => {
    unsubscribe();
    cancel();
  };
}
