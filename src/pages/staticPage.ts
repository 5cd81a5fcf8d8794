/** A page that the build writes ahead: what it is called, what the explorer opens there, and what is read before it does. */
import type { ExportedRun } from '../exports/exported.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Verdict } from '../protocols/protocol.ts';
import type { Section } from './section.ts';

export interface StaticPage {
  readonly kind: 'home' | 'protocol' | 'run' | 'incident' | 'page';
  /** Below the language, such as `half-message/clean-commit/`; empty for the first one. Ends with a slash. */
  readonly path: string;
  /** What the explorer opens there, from `v2/` on; empty for its own first run. */
  readonly opens: string;
  readonly lang: Lang;
  readonly title: string;
  /** One or two sentences: what there is to see. */
  readonly description: string;
  /** The protocol's name, or null where the page is about none. */
  readonly protocol: string | null;
  /** The run that is shown, at its end; null for a page beside the explorer. */
  readonly run: ExportedRun | null;
  readonly verdict: Verdict | null;
  /** The first words of a page beside the explorer; null where the description says it all. */
  readonly intro: string | null;
  /** What such a page says below them. */
  readonly sections: readonly Section[];
}

/** How the page is called in the browser and in search results. */
export function documentTitle({ title, protocol, kind }: StaticPage): string {
  if (kind === 'home') return title;
  return protocol === null || kind === 'protocol' ? `${title} · Halfway` : `${title} · ${protocol} · Halfway`;
}

/** Below the site, with the language, such as `zh/half-message/`. */
export function pathOf({ lang, path }: Pick<StaticPage, 'lang' | 'path'>): string {
  return `${lang}/${path}`;
}

/** The way from the page to the root of the site, such as `../../`. */
export function rootFrom(page: Pick<StaticPage, 'lang' | 'path'>): string {
  return '../'.repeat(pathOf(page).split('/').length - 1);
}
