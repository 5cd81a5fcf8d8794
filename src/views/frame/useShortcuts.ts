import { useEffect, type RefObject } from 'react';
import { tinykeys } from 'tinykeys';
import type { SessionStore } from '../../player/session.ts';
import { storyOf } from '../story/storyModel.ts';
import { useKeptFocus } from './useKeptFocus.ts';

const STAGE_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The keys of the explorer, active only while the focus is inside `root`. */
export function useShortcuts(root: RefObject<HTMLElement | null>, store: SessionStore, onHelp: () => void): void {
  useKeptFocus(root);
  useEffect(() => {
    if (root.current === null) return;
    return tinykeys(root.current, keyMap(store, onHelp), { ignore: isForSomethingElse });
  }, [root, store, onHelp]);
}

/** What a key does, and nothing else with it. */
export function key(action: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    event.preventDefault();
    action();
  };
}

function keyMap(store: SessionStore, onHelp: () => void): Record<string, (event: KeyboardEvent) => void> {
  const session = store.getState;
  const stages = STAGE_KEYS.map((number) => [String(number), key(() => goToStage(store, number))] as const);
  return {
    ArrowRight: key(() => session().next()),
    ArrowLeft: key(() => session().back()),
    Space: key(() => (session().isPlaying ? session().pause() : session().play())),
    Home: key(() => session().toStart()),
    End: key(() => session().toEnd()),
    r: key(() => session().restart()),
    '[Shift]+?': key(onHelp),
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

/** Fields, tabs and sliders use the same keys for themselves, and so does a button the space bar. */
export function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.isComposing || event.defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest('input, select, textarea, dialog, [role="tablist"], [role="slider"], [contenteditable]') !== null)
    return true;
  return event.key === ' ' && target.closest('button, a, summary, [role="button"]') !== null;
}
