/** The only owner of wall time: plays a session forward, at the pace of somebody who reads along. */
import { headlineOf } from './telling.ts';
import { readingMs } from './reading.ts';
import { isAtEnd } from './selectors.ts';
import type { Session, SessionStore } from './session.ts';

/** Plays the session whenever it says that it is playing. Returns what stops the clock for good. */
export function startClock(store: SessionStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const wait = (hasJustBegun: boolean): void => {
    stop();
    const state = store.getState();
    if (!state.isPlaying) return;
    if (isAtEnd(state)) return state.pause();
    timer = setTimeout(
      () => {
        timer = null;
        store.getState().next();
      },
      nextPauseMs(state, hasJustBegun),
    );
  };
  const unsubscribe = store.subscribe((state, before) => {
    const isSame =
      state.isPlaying === before.isPlaying &&
      state.cursor === before.cursor &&
      state.steps === before.steps &&
      state.settings === before.settings &&
      state.speed === before.speed;
    if (!isSame) wait(!before.isPlaying);
  });
  wait(true);
  return () => {
    unsubscribe();
    stop();
  };
}

/** As long as the sentence at the cursor takes to read; at the start of playing it has been read already. */
function nextPauseMs(state: Session, hasJustBegun: boolean): number {
  if (hasJustBegun) return BEGINNING_MS / state.speed;
  return Math.max(PAUSE_MIN_MS, readingMs(headlineOf(state, state.lang)) / state.speed);
}

const BEGINNING_MS = 600;
const PAUSE_MIN_MS = 140;
