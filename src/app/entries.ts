/** The entries of the browser's history: each knows how many acts of the reader led to it. */
import type { Session } from '../player/session.ts';
import type { Acts } from '../player/undo.ts';

interface Entry {
  readonly visit: string;
  readonly act: number;
}

/** Tells the entries of this loading of the page from those of another. */
const LOADED = String(performance.timeOrigin);

/** The number of acts that an entry stands for; null for an entry of another run or of none. */
export function actIn(state: unknown, acts: Acts): number | null {
  if (state === null || typeof state !== 'object' || !('visit' in state) || !('act' in state)) return null;
  return state.visit === visitOf(acts) && typeof state.act === 'number' ? state.act : null;
}

type Shown = Pick<Session, 'acts' | 'page'>;

/** The present entry stands for the present acts; that of a page for none. */
export function claimEntry(shown: Shown): void {
  write(() => window.history.replaceState(entryFor(shown), ''));
}

/** A new entry; what it shows is written into its address a moment later. */
export function pushEntry(acts: Acts): void {
  write(() => window.history.pushState(entryOf(acts), ''));
}

/** Writes the address of a run or of a page, which is no act; gives the hash that the address has now. */
export function replaceEntry(hash: string, shown: Shown): string {
  if (hash !== window.location.hash) write(() => window.history.replaceState(entryFor(shown), '', hash));
  return window.location.hash;
}

/** As far through the entries as acts were undone or done again, unless the browser has gone there already. */
export function goThrough(acts: Acts, by: number): void {
  if (by !== 0 && actIn(window.history.state, acts) !== acts.undoable.length) write(() => window.history.go(by));
}

function entryFor({ acts, page }: Shown): Entry | null {
  return page === null ? entryOf(acts) : null;
}

function entryOf(acts: Acts): Entry {
  return { visit: visitOf(acts), act: acts.undoable.length };
}

function visitOf({ visit }: Acts): string {
  return `${LOADED} ${visit}`;
}

/** Some frames forbid it, and browsers when it is done too often. The share panel has the link. */
function write(how: () => void): void {
  try {
    how();
  } catch {
    // The page goes on without.
  }
}
