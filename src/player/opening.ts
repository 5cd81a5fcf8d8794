/** What an address asks for: the run in its hash, and in its query how to show it. */
import { LANGS, langAmong, type Lang } from '../i18n/languages.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import { cleanScenario } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import { among } from './among.ts';
import type { Page } from './page.ts';
import { THEMES, ZOOMS, type SessionStart, type Theme } from './session.ts';
import type { Preferences } from './storage.ts';

/** How to show a run. Never changes what it means; anything unexpected counts as not given. */
export interface Query {
  readonly embed?: '1' | undefined;
  readonly lang?: Lang | undefined;
  readonly theme?: Theme | undefined;
  readonly zoom?: Zoom | undefined;
  readonly view?: string | undefined;
  /** An author's words for the run, only ever shown as such. */
  readonly title?: string | undefined;
  /** An embed, too, may ask what will happen next (`scenario/stops.ts`). */
  readonly ask?: '1' | undefined;
}

/** `panels` are those that `view=` may name. */
export function readQuery(search: string, panels: readonly string[] = []): Query {
  const given = new URLSearchParams(search);
  return {
    embed: among(['1'], given.get('embed')),
    lang: among(LANGS, given.get('lang')),
    theme: among(THEMES, given.get('theme')),
    zoom: among(ZOOMS, given.get('zoom')),
    view: among(panels, given.get('view')),
    title: titleIn(given.get('title')),
    ask: among(['1'], given.get('ask')),
  };
}

const TITLE_MAX = 60;

function titleIn(given: string | null): string | undefined {
  const title = (given ?? '').replaceAll(/\s+/g, ' ').trim();
  return title === '' || title.length > TITLE_MAX ? undefined : title;
}

export interface Visit {
  readonly query: Query;
  readonly hash: string;
  /** The page that the hash names; null where it names a run or nothing. */
  readonly page: Page | null;
  readonly preferences: Preferences;
  /** The browser's languages, the preferred one first. */
  readonly languages: readonly string[];
}

/** What a session starts with: the address wins over what was remembered, and that over the browser's language. */
export function openingOf(protocols: SessionStart['protocols'], visit: Visit): SessionStart {
  const { query, preferences } = visit;
  return {
    ...runOf(protocols, visit),
    protocols,
    lang: langOf(visit),
    theme: query.theme ?? preferences.theme ?? 'auto',
    motion: preferences.motion ?? 'auto',
    zoom: zoomOf(visit),
    speed: preferences.speed ?? 1,
    ...(query.view === undefined ? {} : { panel: query.view }),
  };
}

export function langOf({ query, preferences, languages }: Pick<Visit, 'query' | 'preferences' | 'languages'>): Lang {
  return query.lang ?? preferences.lang ?? langAmong(languages);
}

export function zoomOf({ query, preferences }: Pick<Visit, 'query' | 'preferences'>): Zoom {
  return query.zoom ?? preferences.zoom ?? 'concept';
}

/** Without a link to a run: the undisturbed run of the first protocol, at its start. */
function runOf([first, ...others]: readonly [Protocol, ...Protocol[]], { hash, page }: Visit) {
  if (page !== null || hash.replace(/^#/, '') === '') return { scenario: cleanScenario(first), page };
  const { scenario, at, problem } = readLink([first, ...others], hash);
  return { scenario, at, problem };
}
