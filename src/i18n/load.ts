import { isLoaded, registerLanguage, type Lang } from './text.ts';

/** Loads a language if it is not there yet. */
export async function loadLanguage(lang: Lang): Promise<void> {
  if (isLoaded(lang)) return;
  switch (lang) {
    case 'zh':
      return registerLanguage('zh', (await import('./zh/language.ts')).zhCatalogue);
    case 'en':
      return registerLanguage('en', (await import('./en/language.ts')).enCatalogue);
  }
}
