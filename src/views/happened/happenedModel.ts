import type { Lang } from '../../i18n/languages.ts';
import type { SessionState } from '../../player/session.ts';
import { toldAt, toldUpTo, type Told } from '../../player/telling.ts';

export type Happened = Told;

/** What the step at the cursor did, in sentences. At the start nothing has happened yet. */
export function happenedOf(state: SessionState, lang: Lang): Happened {
  return toldAt(state, lang);
}

/** What happened up to the cursor, the latest first: at most so many steps. */
export function historyOf(state: SessionState, lang: Lang, most: number): readonly Happened[] {
  return toldUpTo(state, lang, most);
}
