import { useEffect } from 'react';
import type { SessionStore } from '../player/session.ts';
import { savePreferences } from '../player/storage.ts';

/** Remembers how the reader likes the page, whenever it changes. */
export function usePreferences(store: SessionStore): void {
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { lang, theme, motion, zoom, speed } = state;
        const isSame =
          lang === before.lang &&
          theme === before.theme &&
          motion === before.motion &&
          zoom === before.zoom &&
          speed === before.speed;
        if (!isSame) savePreferences({ lang, theme, motion, zoom, speed });
      }),
    [store],
  );
}
