/** What each page beside the explorer says without scripts. */
import type { Lang } from '../../i18n/languages.ts';
import type { PageId } from '../../scenario/pages.ts';
import type { Section } from '../section.ts';
import { brokersPage } from './brokersPage.ts';
import { checkerPage } from './checkerPage.ts';
import { claimsPage } from './claimsPage.ts';
import { comparePage } from './comparePage.ts';
import { incidentsPage } from './incidentsPage.ts';
import { loadPage } from './loadPage.ts';
import { recordingsPage } from './recordingsPage.ts';

export interface Told {
  /** The page's own first words; null where its description says it all. */
  readonly intro: string | null;
  readonly sections: readonly Section[];
}

const PAGES: { readonly [id in PageId]: (lang: Lang) => Told } = {
  compare: comparePage,
  claims: claimsPage,
  checker: checkerPage,
  load: loadPage,
  incidents: incidentsPage,
  recordings: recordingsPage,
  brokers: brokersPage,
};

/** From the same models as the page itself. Texts and named runs must be loaded. */
export function toldOf(lang: Lang, id: PageId): Told {
  return PAGES[id](lang);
}
