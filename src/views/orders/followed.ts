import { ledgerOf, stagesOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

/** The orders of the whole run, also those that come after the cursor. */
export function ordersOf(state: SessionState): readonly string[] {
  return [...new Set(stagesOf(state).visits.map(({ order }) => order))].toSorted(byNumber);
}

/** The order that the page tells about: the one that the reader follows, else the one that moved last; null before the first. */
export function followedOf(state: SessionState): string | null {
  const { visits } = stagesOf(state);
  const isThere = visits.some(({ order }) => order === state.followed);
  if (isThere) return state.followed;
  return (
    (visits.findLast(({ frame }) => frame <= state.cursor) ?? visits[0])?.order ?? ledgerOf(state).at(-1)?.order ?? null
  );
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
