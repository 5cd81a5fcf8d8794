import { useEffect, useState } from 'react';
import type { Shelf } from '../i18n/book.ts';
import { loadShelf } from '../i18n/shelves.ts';
import type { SessionStore } from '../player/session.ts';
import { tryAgain } from '../protocols/shared/later.ts';
import { onFirstSign } from '../views/diagram/reader.ts';
import { PANELS } from '../views/panels.ts';
import { onDemand } from '../views/part/onDemand.tsx';

export const Offline = onDemand(() => import('./offline/Offline.tsx'), 'Offline');

/** What panels say beyond the page's own texts. */
const SHELVES: readonly Shelf[] = ['panels', 'machines', 'knows', 'refusals', 'verify', 'properties', 'why', 'rules'];

/**
 * Fetches the panels once a reader is there, one file after the other and only while the browser has nothing to do: who
 * opens one does not wait, and no step does. Says when all are there.
 */
export function usePanelsSoon(store: SessionStore): boolean {
  const [areThere, setThere] = useState(false);
  useEffect(
    () =>
      onFirstSign(null, store, () => {
        const { lang } = store.getState();
        fetchInTurn(
          [
            ...PANELS.flatMap(({ Content }) => ('load' in Content ? [Content.load] : [])),
            ...SHELVES.map((shelf) => () => loadShelf(lang, shelf)),
            Offline.load,
          ],
          () => setThere(true),
        );
      }),
    [store],
  );
  return areThere;
}

function fetchInTurn([next, ...others]: readonly (() => Promise<unknown>)[], onAll: () => void): void {
  if (next === undefined) {
    onAll();
    return;
  }
  whenIdle(() => {
    next().then(
      () => fetchInTurn(others, onAll),
      // Without a network there is nothing to fetch ahead; a panel that is opened says so itself.
      tryAgain,
    );
  });
}

/** Safari does not tell when it is idle. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act);
  else setTimeout(act, 1_000);
}
