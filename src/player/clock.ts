/** The only owner of wall time: plays a session forward, with pauses that follow the virtual clock. */
import { extend, type Timeline } from '../engine/timeline.ts';
import { frameOf, nextOf, timelineOf } from './selectors.ts';
import type { Session, SessionStore, Speed } from './session.ts';

/** A short flight is long enough to be watched, a long wait is short enough to be sat through. */
const PAUSE_MS = { base: 620, perVirtualMs: 0.12, max: 2_400, min: 140 };

/** Plays the session whenever it says that it is playing. Returns what stops the clock for good. */
export function startClock(store: SessionStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const wait = (): void => {
    stop();
    const state = store.getState();
    if (!state.isPlaying) return;
    timer = setTimeout(() => {
      timer = null;
      store.getState().next();
      if (nextOf(store.getState()) === null) store.getState().pause();
    }, nextPauseMs(state));
  };
  const unsubscribe = store.subscribe((state, before) => {
    const isSame =
      state.isPlaying === before.isPlaying &&
      state.cursor === before.cursor &&
      state.steps === before.steps &&
      state.settings === before.settings &&
      state.speed === before.speed;
    if (!isSame) wait();
  });
  wait();
  return () => {
    unsubscribe();
    stop();
  };
}

function nextPauseMs(state: Session): number {
  return pauseMs(virtualWaitMs(state), state.speed);
}

/** How long to wait before a step that is due after this virtual time. */
export function pauseMs(virtualMs: number, speed: Speed): number {
  const atNormalSpeed = Math.min(PAUSE_MS.max, PAUSE_MS.base + virtualMs * PAUSE_MS.perVirtualMs);
  return Math.max(PAUSE_MS.min, atNormalSpeed / speed);
}

/** The virtual time between the frame at the cursor and the one after it. */
function virtualWaitMs(state: Session): number {
  const step = nextOf(state);
  if (step === null) return 0;
  const frame = frameOf(state);
  const timeline: Timeline = timelineOf(state);
  const recorded = timeline.frames[state.cursor + 1];
  if (recorded !== undefined) return recorded.timeMs - frame.timeMs;
  const extended = extend(timeline, step);
  return extended.ok ? (extended.timeline.frames.at(-1)?.timeMs ?? frame.timeMs) - frame.timeMs : 0;
}
