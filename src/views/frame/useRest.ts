import { use, useEffect } from 'react';
import { useLang } from '../../i18n/useText.ts';
import { bringRest } from '../../player/rest.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { SessionStore } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { tryAgain } from '../../protocols/shared/later.ts';
import { onFirstSign } from '../diagram/reader.ts';

/** Suspends until the rest of the protocol that is shown is there; to be called where menus and panels speak of it. */
export function useRest(): void {
  const lang = useLang();
  for (const promise of bringRest(lang, usePlayer(protocolOf))) use(promise);
}

/** Fetches the rest at the first sign of a reader, so that nobody waits for it. */
export function useRestSoon(store: SessionStore): void {
  useEffect(
    () =>
      onFirstSign(null, store, () => {
        const session = store.getState();
        // Whoever needs it in the end asks again, and says so if it cannot be had.
        for (const promise of bringRest(session.lang, protocolOf(session))) promise.catch(tryAgain);
      }),
    [store],
  );
}
