import { useEffect, useState, type ReactNode } from 'react';
import { afterPaint } from './afterPaint.ts';
import type { Session, SessionStore } from './session.ts';
import { SeenContext, usePlayerStore } from './usePlayer.tsx';

/**
 * For what is told about a step beside the stage: it follows once the frame that shows the step is painted, so that the
 * stage does not wait for it. Below, everything but a step is seen at once.
 */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const store = usePlayerStore();
  const [seen, setSeen] = useState(() => store.getState());
  useEffect(() => follow(store, setSeen), [store]);
  return <SeenContext value={seen}>{children}</SeenContext>;
}

/** Says how a session stands, steps after the next painted frame; returns what ends it. */
function follow(store: SessionStore, say: (seen: Session) => void): () => void {
  const catchUp = (): void => say(store.getState());
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
