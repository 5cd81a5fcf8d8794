/** What an address asks for: the run in its hash, and in its query how to show it. */
import * as v from 'valibot';
import type { Protocol } from '../protocols/protocol.ts';
import { cleanScenario } from '../scenario/library.ts';
import { readLink } from '../scenario/link.ts';
import { pageIn } from '../scenario/pages.ts';
import { PANELS, type Lang, type SessionStart } from './session.ts';
import type { Preferences } from './storage.ts';

/** How to show a run. Never changes what it means; anything unexpected counts as not given. */
const Query = v.object({
  embed: optional(['1']),
  lang: optional(['zh', 'en']),
  theme: optional(['auto', 'light', 'dark']),
  zoom: optional(['concept', 'internals']),
  view: optional(PANELS),
});

function optional<const Options extends readonly string[]>(options: Options) {
  return v.fallback(v.optional(v.picklist(options)), undefined);
}

export type Query = v.InferOutput<typeof Query>;

export function readQuery(search: string): Query {
  const given = new URLSearchParams(search);
  const field = (name: string): string | undefined => given.get(name) ?? undefined;
  return v.parse(Query, {
    embed: field('embed'),
    lang: field('lang'),
    theme: field('theme'),
    zoom: field('zoom'),
    view: field('view'),
  });
}

export interface Visit {
  readonly query: Query;
  readonly hash: string;
  readonly preferences: Preferences;
  /** The browser's languages, the preferred one first. */
  readonly languages: readonly string[];
}

/** What a session starts with: the address wins over what was remembered, and that over the browser's language. */
export function openingOf(protocols: SessionStart['protocols'], visit: Visit): SessionStart {
  const { query, hash, preferences } = visit;
  return {
    ...runOf(protocols, hash),
    protocols,
    lang: langOf(visit),
    theme: query.theme ?? preferences.theme ?? 'auto',
    motion: preferences.motion ?? 'auto',
    zoom: query.zoom ?? preferences.zoom ?? 'concept',
    speed: preferences.speed ?? 1,
    ...(query.view === undefined ? {} : { panel: query.view }),
  };
}

export function langOf({ query, preferences, languages }: Visit): Lang {
  const browserLang = languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
  return query.lang ?? preferences.lang ?? browserLang;
}

/** Without a link to a run: the undisturbed run of the first protocol, at its start. */
function runOf([first, ...others]: readonly [Protocol, ...Protocol[]], hash: string) {
  if (hash.replace(/^#/, '') === '') return { scenario: cleanScenario(first) };
  if (pageIn(hash) !== null) return { scenario: cleanScenario(first), page: hash.replace(/^#/, '') };
  const { scenario, at, problem } = readLink([first, ...others], hash);
  return { scenario, at, problem };
}
