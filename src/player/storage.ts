/** What the browser remembers between visits: preferences only, and never anything that a link says. */
import { LANGS, type Lang } from '../i18n/languages.ts';
import type { Zoom } from '../protocols/protocol.ts';
import { among } from './among.ts';
import { MOTIONS, SPEEDS, THEMES, ZOOMS, type Motion, type Speed, type Theme } from './session.ts';

export interface Preferences {
  readonly lang?: Lang | undefined;
  readonly theme?: Theme | undefined;
  readonly motion?: Motion | undefined;
  readonly zoom?: Zoom | undefined;
  readonly speed?: Speed | undefined;
}

/** The part of the browser's storage that is used. It may throw: cross-site frames do. */
export interface Store {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const KEY = 'halfway';

/** The remembered preferences; none when the storage throws, is empty or holds anything unexpected. */
export function loadPreferences(store: () => Store = browserStore): Preferences {
  try {
    const kept: unknown = JSON.parse(store().getItem(KEY) ?? '{}');
    return kept !== null && typeof kept === 'object' ? preferencesIn({ ...kept }) : {};
  } catch {
    return {};
  }
}

/** What is as it should be; anything else counts as not remembered. */
function preferencesIn(kept: { readonly [name: string]: unknown }): Preferences {
  return {
    lang: among(LANGS, kept['lang']),
    theme: among(THEMES, kept['theme']),
    motion: among(MOTIONS, kept['motion']),
    zoom: among(ZOOMS, kept['zoom']),
    speed: among(SPEEDS, kept['speed']),
  };
}

/** Remembers preferences; does nothing when the storage throws. */
export function savePreferences(preferences: Preferences, store: () => Store = browserStore): void {
  try {
    store().setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A page without storage works all the same; it only forgets.
  }
}

/** Reading `localStorage` alone may throw, so it is asked for inside the `try`. */
function browserStore(): Store {
  return localStorage;
}
