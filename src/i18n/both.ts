import { enCatalogue } from './en/language.ts';
import { registerLanguage } from './text.ts';
import { zhCatalogue } from './zh/language.ts';

/** For tests and commands: both languages at once. The page loads only the one that it shows. */
export function loadBothLanguages(): void {
  registerLanguage('zh', zhCatalogue);
  registerLanguage('en', enCatalogue);
}
