import type { Shelf } from '../i18n/book.ts';
import type { Lang } from '../i18n/languages.ts';
import { loadShelf } from '../i18n/shelves.ts';
import { PANELS } from '../views/panels.ts';

type Load = () => Promise<unknown>;

/** What panels say beyond the page's own texts. */
const SHELVES: readonly Shelf[] = ['panels', 'machines', 'knows', 'refusals', 'verify', 'properties', 'why', 'rules'];

/** Fetches the panels, their texts and then the rest, one file after the other and only while the browser has nothing to do. */
export async function fetchPanels(lang: Lang, rest: Load): Promise<void> {
  const panels = PANELS.flatMap(({ Content }): readonly Load[] => ('load' in Content ? [Content.load] : []));
  const texts = SHELVES.map(
    (shelf): Load =>
      () =>
        loadShelf(lang, shelf),
  );
  for (const load of [...panels, ...texts, rest]) {
    await idle();
    await load();
  }
}

/** Safari does not tell when it is idle. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve);
    else setTimeout(resolve, 1_000);
  });
}
