/** What the browser remembers between visits: preferences only, and never anything that a link says. */
import * as v from 'valibot';

const Preferences = v.object({
  lang: v.optional(v.picklist(['zh', 'en'])),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
  motion: v.optional(v.picklist(['auto', 'reduced'])),
  zoom: v.optional(v.picklist(['concept', 'internals'])),
  speed: v.optional(v.picklist([0.5, 1, 2, 4])),
});

export type Preferences = v.InferOutput<typeof Preferences>;

/** The part of the browser's storage that is used. It may throw: cross-site frames do. */
export interface Store {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

const KEY = 'halfway';

/** The remembered preferences; none when the storage throws, is empty or holds anything unexpected. */
export function loadPreferences(store: () => Store = browserStore): Preferences {
  try {
    const parsed = v.safeParse(Preferences, JSON.parse(store().getItem(KEY) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
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
