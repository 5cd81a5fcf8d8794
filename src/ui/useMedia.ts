import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query applies, and again whenever that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = mediaOf(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => mediaOf(query).matches);
}

const medias: Record<string, MediaQueryList> = {};

/** Asking the browser anew for every component and step would take longer than all of them need. */
function mediaOf(query: string): MediaQueryList {
  return (medias[query] ??= window.matchMedia(query));
}
