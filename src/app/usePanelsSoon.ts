import { useEffect, useState } from 'react';
import type { SessionStore } from '../player/session.ts';
import { tryAgain } from '../protocols/shared/later.ts';
import { onFirstSign } from '../views/diagram/reader.ts';
import { onDemand } from '../views/part/onDemand.tsx';

export const Idle = onDemand(() => import('./Idle.tsx'), 'Idle');

/** Fetches the panels once a reader is there: who opens one does not wait, and no step does. Says when all are there. */
export function usePanelsSoon(store: SessionStore): boolean {
  const [areThere, setThere] = useState(false);
  useEffect(
    () =>
      onFirstSign(null, store, () => {
        import('./fetchPanels.ts')
          .then(({ fetchPanels }) => fetchPanels(store.getState().lang, Idle.load))
          // Without a network there is nothing to fetch ahead; a panel that is opened says so itself.
          .then(() => setThere(true), tryAgain);
      }),
    [store],
  );
  return areThere;
}
