import { useSyncExternalStore } from 'react';

/**
 * `wide`: steps, stage, panel and rail beside each other. `medium`: without the column of steps. `small`: below each other,
 * with a fixed block at the bottom. `low`: the stage, and beside it everything that the thumbs need.
 */
export type Layout = 'wide' | 'medium' | 'small' | 'low';

/** Whichever fits first. There is nothing between: a window that is too narrow or too low for three columns is a phone's. */
const QUERIES = {
  low: '(height < 680px) and (width >= 560px) and (orientation: landscape)',
  small: '(width < 900px)',
  medium: '(width < 1200px)',
} as const satisfies Partial<Record<Layout, string>>;

const LAYOUTS = ['low', 'small', 'medium'] as const;

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow);
}

/** Whether everything stands below each other, or nearly. */
export function isHandheld(layout: Layout): boolean {
  return layout === 'small' || layout === 'low';
}

function subscribe(changed: () => void): () => void {
  const queries = Object.values(QUERIES).map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

function layoutNow(): Layout {
  return LAYOUTS.find((layout) => window.matchMedia(QUERIES[layout]).matches) ?? 'wide';
}
