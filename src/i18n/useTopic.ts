import { use, useMemo } from 'react';
import type { Shelf, TextKey, Topic } from './book.ts';
import type { TextValues } from './fill.ts';
import type { Lang } from './languages.ts';
import { loadShelf } from './shelves.ts';
import { topicText } from './text.ts';
import { useLang } from './useText.ts';

/** The texts of a topic in the language shown. Suspends until they are there. */
export function useTopic<Of extends Topic>(topic: Of): (key: TextKey<Of>, values?: TextValues) => string {
  const lang = useLang();
  useShelves(topic);
  return useMemo(() => (key, values) => topicText(lang, topic, key, values), [lang, topic]);
}

/** Suspends until these shelves are there in the language shown, for what reads them outside a component. */
export function useShelves(...shelves: readonly Shelf[]): void {
  useShelvesIn(useLang(), ...shelves);
}

/** The same in another language than the one shown: for what is written for somebody else. */
export function useShelvesIn(lang: Lang, ...shelves: readonly Shelf[]): void {
  // All are asked for before the first is waited for.
  for (const promise of shelves.map((shelf) => loadShelf(lang, shelf))) use(promise);
}
