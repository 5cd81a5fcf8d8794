import { useEffect } from 'react';
import type { Shelf } from '../i18n/book.ts';
import { loadShelf } from '../i18n/shelves.ts';
import type { SessionStore } from '../player/session.ts';
import { tryAgain } from '../protocols/shared/later.ts';
import { onFirstSign } from '../views/diagram/reader.ts';
import { PANELS } from '../views/panels.ts';

/** What panels say beyond the page's own texts. */
const SHELVES: readonly Shelf[] = ['panels', 'machines', 'knows', 'refusals', 'verify', 'properties', 'why', 'rules'];

/**
 * Fetches the panels once a reader is there, one file after the other and only while the browser has nothing to do: who
 * opens one does not wait, and no step does.
 */
export function usePanelsSoon(store: SessionStore): void {
  useEffect(
    () =>
      onFirstSign(null, store, () => {
        const { lang } = store.getState();
        fetchInTurn([
          ...PANELS.flatMap(({ Content }) => ('load' in Content ? [Content.load] : [])),
          ...SHELVES.map((shelf) => () => loadShelf(lang, shelf)),
        ]);
      }),
    [store],
  );
}

function fetchInTurn([next, ...others]: readonly (() => Promise<unknown>)[]): void {
  if (next === undefined) return;
  whenIdle(() => {
    next().then(
      () => fetchInTurn(others),
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
