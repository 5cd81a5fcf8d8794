import { useEffect, useEffectEvent, type RefObject } from 'react';
import { afterPaint } from '../../player/afterPaint.ts';
import { goOn } from '../../player/goOn.ts';
import type { SessionStore } from '../../player/session.ts';
import { storyOf } from '../story/storyModel.ts';
import { key, listenToKeys, type Keys } from './keys.ts';
import { focusNext, useKeptFocus } from './useKeptFocus.ts';

const STAGE_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The keys of the explorer, active only while the focus is inside `root`. */
export function useShortcuts(
  root: RefObject<HTMLElement | null>,
  store: SessionStore,
  onHelp: () => void,
  onRestart: () => void = () => store.getState().restart(),
): void {
  const restart = useEffectEvent(onRestart);
  useKeptFocus(root);
  useEffect(() => {
    if (root.current === null) return;
    return listenToKeys(root.current, { ...keyMap(store, onHelp), r: key(() => restart()) });
  }, [root, store, onHelp]);
  useEffect(() => goOnAfterActs(root, store), [root, store]);
}

/** After an act of the reader the focus is on Next, unless it is in a field or a dialog that stays open. */
function goOnAfterActs(root: RefObject<HTMLElement | null>, store: SessionStore): () => void {
  let cancel = (): void => {};
  const unsubscribe = store.subscribe(({ acts }, before) => {
    if (acts.undoable.length <= before.acts.undoable.length || acts.visit !== before.acts.visit) return;
    cancel();
    cancel = afterPaint(() => {
      const focused = document.activeElement;
      const isElsewhere = focused?.closest('dialog, [popover], [role="dialog"], input, select, textarea') ?? null;
      if (root.current !== null && isElsewhere === null) focusNext(root.current);
    });
  });
  return () => {
    unsubscribe();
    cancel();
  };
}

function keyMap(store: SessionStore, onHelp: () => void): Keys {
  const session = store.getState;
  const stages = STAGE_KEYS.map((number) => [String(number), key(() => goToStage(store, number))] as const);
  return {
    ArrowRight: onceAtEnd(session),
    'ctrl+z': key(() => session().undo()),
    'ctrl+shift+z': key(() => session().redo()),
    'ctrl+y': key(() => session().redo()),
    ArrowLeft: key(() => session().back()),
    ' ': key(() => (session().isPlaying ? session().pause() : session().play())),
    Home: key(() => session().toStart()),
    End: key(() => session().toEnd()),
    '?': key(onHelp),
    // Not prevented: Escape also closes the list of keys.
    Escape: () => (session().selection === null ? session().openPanel(null) : session().select(null)),
    ...Object.fromEntries(stages),
  };
}

/** A key that is held down runs through the run, and not on into what is offered at its end. */
function onceAtEnd(session: SessionStore['getState']): Keys[string] {
  return (event) => {
    event.preventDefault();
    if (event.repeat) session().next();
    else goOn(session());
  };
}

function goToStage(store: SessionStore, number: number): void {
  const session = store.getState();
  const frame = storyOf(session, session.lang).stages.find((stage) => stage.number === number)?.frame ?? null;
  if (frame !== null) session.goTo(frame);
}
