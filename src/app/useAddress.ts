import { useEffect } from 'react';
import { debounced } from '../player/pace.ts';
import { hasProblem } from '../player/page.ts';
import { linkOf } from '../player/selectors.ts';
import { cleanScenario } from '../scenario/library.ts';
import type { Session, SessionStore } from '../player/session.ts';
import { makeReady } from '../views/frame/arriving.ts';
import { hashNow } from '../views/frame/staticPage.ts';
import { actIn, claimEntry, goThrough, pushEntry, replaceEntry } from './entries.ts';

/** Browsers limit how often an address may change, and nobody needs it for every step. */
const WRITE_MS = 160;

/** The hash that the session has taken or written. Any other is somebody's wish that is still to be followed. */
let known = window.location.hash;

/** Keeps the address and the session the same, in both directions. The query is left alone. */
export function useAddress(store: SessionStore): void {
  useEffect(() => {
    claimEntry(store.getState());
    const writeNow = async (): Promise<void> => {
      const address = await addressOf(store.getState());
      if (window.location.hash === known) known = replaceEntry(`#${address}`, store.getState());
    };
    const writing = debounced(WRITE_MS, () => void writeNow());
    const unsubscribe = store.subscribe((state, before) => {
      if (state.acts !== before.acts) actInHistory(state, before);
      // Watching changes nothing: a run that plays is written where it stops.
      if (state.isPlaying && state.steps === before.steps) return;
      if (isSamePlace(state, before) && !before.isPlaying) return;
      // What was wrong stays in the address until the reader goes on.
      if (state.problem !== null && state.problem !== before.problem) return;
      if (hasProblem(state.page)) return;
      writing.soon();
    });
    const follow = async (): Promise<void> => {
      writing.cancel();
      const { hash } = window.location;
      const wanted = hashNow();
      const page = await makeReady(store, wanted);
      // What has changed it in the meantime is followed by itself.
      if (window.location.hash !== hash) return;
      known = hash;
      const session = store.getState();
      if (wanted.length < 2) session.beginWith(cleanScenario(session.protocols[0]));
      else if (page !== null) session.openPage(page);
      // From a page back to the run that is still there, with the futures that were left.
      else if (wanted === `#${linkOf(session)}`) session.openPage(null);
      else session.openLink(wanted);
      claimEntry(store.getState());
    };
    const changed = (): void => {
      if (window.location.hash !== known) void follow();
    };
    const went = ({ state }: PopStateEvent): void => {
      const act = actIn(state, store.getState().acts);
      if (act === null) return;
      writing.cancel();
      known = window.location.hash;
      goTo(store, act);
      // An entry that was left before its address was written, or was written to on the way, is put right.
      if (store.getState().problem === null) writing.now();
    };
    window.addEventListener('hashchange', changed);
    window.addEventListener('popstate', went);
    return () => {
      unsubscribe();
      writing.cancel();
      window.removeEventListener('hashchange', changed);
      window.removeEventListener('popstate', went);
    };
  }, [store]);
}

/** An act makes an entry, so that Back leads to the run before; undoing one goes back through the entries. */
function actInHistory({ acts }: Session, { acts: before }: Session): void {
  if (acts.visit !== before.visit) return;
  const more = acts.undoable.length - before.undoable.length;
  if (more > 0 && acts.redoable.length === 0) pushEntry(acts);
  else goThrough(acts, more);
}

/** As many acts on or back as the browser has gone. */
function goTo(store: SessionStore, act: number): void {
  const { page, openPage } = store.getState();
  if (page !== null) openPage(null);
  for (let left = act - store.getState().acts.undoable.length; left < 0; left += 1) store.getState().undo();
  for (let left = act - store.getState().acts.undoable.length; left > 0; left -= 1) store.getState().redo();
}

/** The address of what is shown, a page or the run, from `v1/` on. */
async function addressOf(state: Session): Promise<string> {
  if (state.page === null) return linkOf(state);
  const { writePage } = await import('../player/pageAddress.ts');
  return writePage(state.page);
}

function isSamePlace(state: Session, before: Session): boolean {
  return (
    state.steps === before.steps &&
    state.cursor === before.cursor &&
    state.page === before.page &&
    state.settings === before.settings &&
    state.protocol === before.protocol
  );
}
