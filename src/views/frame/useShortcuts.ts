import { useEffect, type RefObject } from 'react';
import type { SessionStore } from '../../player/session.ts';
import { storyOf } from '../story/storyModel.ts';
import { key, listenToKeys, type Keys } from './keys.ts';
import { useKeptFocus } from './useKeptFocus.ts';

const STAGE_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The keys of the explorer, active only while the focus is inside `root`. */
export function useShortcuts(root: RefObject<HTMLElement | null>, store: SessionStore, onHelp: () => void): void {
  useKeptFocus(root);
  useEffect(() => {
    if (root.current === null) return;
    return listenToKeys(root.current, keyMap(store, onHelp));
  }, [root, store, onHelp]);
}

function keyMap(store: SessionStore, onHelp: () => void): Keys {
  const session = store.getState;
  const stages = STAGE_KEYS.map((number) => [String(number), key(() => goToStage(store, number))] as const);
  return {
    ArrowRight: key(() => session().next()),
    ArrowLeft: key(() => session().back()),
    ' ': key(() => (session().isPlaying ? session().pause() : session().play())),
    Home: key(() => session().toStart()),
    End: key(() => session().toEnd()),
    r: key(() => session().restart()),
    '?': key(onHelp),
    // Not prevented: Escape also closes the list of keys.
    Escape: () => session().select(null),
    ...Object.fromEntries(stages),
  };
}

function goToStage(store: SessionStore, number: number): void {
  const session = store.getState();
  const frame = storyOf(session, session.lang, null).stages.find((stage) => stage.number === number)?.frame ?? null;
  if (frame !== null) session.goTo(frame);
}
