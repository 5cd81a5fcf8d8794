/** What a static page says by itself: a fragment overrules its run, `?lang=` its language. */
import { LANGS, type Lang } from '../../i18n/languages.ts';

/** What the address asks for, from `#` on: its fragment, else the run of the static page; empty for neither. */
export function hashNow(): string {
  const { opens = '' } = document.documentElement.dataset;
  return window.location.hash.length > 1 || opens === '' ? window.location.hash : `#${opens}`;
}

/** The language of the path; undefined where the path says none. */
export function pageLang(): Lang | undefined {
  const { lang, dataset } = document.documentElement;
  return dataset['root'] === undefined ? undefined : LANGS.find((known) => known === lang);
}

/** The way to the root of the site. */
export function rootOfSite(): string {
  return document.documentElement.dataset['root'] ?? './';
}
