import { createContext, useContext, useMemo } from 'react';
import type { TextKey } from './book.ts';
import { pageText } from './text.ts';
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
