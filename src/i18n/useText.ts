import { createContext, useContext, useMemo } from 'react';
import { pageText, type Lang, type TextValues } from './text.ts';
import type { PageKey } from './zh/page.ts';

/** The language that the page is shown in; `<LangContext value={lang}>` sets it. */
export const LangContext = createContext<Lang>('zh');

export function useLang(): Lang {
  return useContext(LangContext);
}

/** The texts of the page in the language shown. */
export function useText(): (key: PageKey, values?: TextValues) => string {
  const lang = useLang();
  return useMemo(() => (key, values) => pageText(lang, key, values), [lang]);
}
