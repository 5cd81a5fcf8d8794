import { useSyncExternalStore } from 'react';

/** `wide`: three columns. `medium`: the stage and one column. `small`: everything below each other. */
export type Layout = 'wide' | 'medium' | 'small';

const WIDE = '(width >= 1200px)';
const MEDIUM = '(width >= 720px)';

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow);
}

function subscribe(changed: () => void): () => void {
  const queries = [WIDE, MEDIUM].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

function layoutNow(): Layout {
  if (window.matchMedia(WIDE).matches) return 'wide';
  return window.matchMedia(MEDIUM).matches ? 'medium' : 'small';
}
