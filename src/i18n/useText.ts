import { createContext, useContext, useMemo } from 'react';
import type { ExplorerKey, TextKey } from './book.ts';
import { explorerText, pageText } from './text.ts';
import { FALLBACK_LANG, type Lang } from './languages.ts';
import type { TextValues } from './fill.ts';

/** The language that the page is shown in; `<LangContext value={lang}>` sets it. */
export const LangContext = createContext<Lang>(FALLBACK_LANG);

export function useLang(): Lang {
  return useContext(LangContext);
}

/** The texts of the page in the language shown. */
export function useText(): (key: TextKey<'page'>, values?: TextValues) => string {
  const lang = useLang();
  return useMemo(() => (key, values) => pageText(lang, key, values), [lang]);
}

/** The same for what only the whole explorer shows; its texts are there before it begins. */
export function useExplorerText(): (key: ExplorerKey, values?: TextValues) => string {
  const lang = useLang();
  return useMemo(() => (key, values) => explorerText(lang, key, values), [lang]);
}
