import { useCallback, type MouseEvent } from 'react';
import { playOpened } from '../../player/playOpened.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { isHandheld, useLayout } from './useLayout.ts';

/** For a link to a run: what it opens is played from there on, and on a phone nothing lies over it. */
export function useWatch(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const store = usePlayerStore();
  const isSheet = isHandheld(useLayout());
  return useCallback(
    (event) => {
      // Somebody who wants a window of its own stays here.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const session = store.getState();
      if (isSheet) session.openPanel(null);
      if (window.location.hash === event.currentTarget.hash) session.play();
      else playOpened(store);
    },
    [store, isSheet],
  );
}
