/** Whether a reader is there, and in the middle of a movement. */
import type { RefObject } from 'react';
import type { SessionStore } from '../../player/session.ts';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** Calls back once: when somebody moves, touches or presses anything, comes to the stage, or does something to the session. */
export function onFirstSign(
  stage: RefObject<HTMLElement | null> | null,
  store: SessionStore,
  callback: () => void,
): () => void {
  const signs = new AbortController();
  const { signal } = signs;
  const unsubscribe = store.subscribe(seen);
  for (const sign of SIGNS) window.addEventListener(sign, seen, { signal, passive: true });
  stage?.current?.addEventListener('focusin', seen, { signal });
  return stop;

  function seen(): void {
    stop();
    callback();
  }

  function stop(): void {
    unsubscribe();
    signs.abort();
  }
}

/** A tap becomes a click within this time after the finger has left, in milliseconds. */
const CLICK_MS = 300;

const BEGINS = ['pointerdown', 'keydown'] as const;
const ENDS = ['pointerup', 'pointercancel', 'keyup', 'blur'] as const;

export interface Hands {
  /** Calls back once: as soon as nothing is held, and at once if nothing is. */
  readonly whenAtRest: (callback: () => void) => void;
  readonly stop: () => void;
}

/** Watches whether a button or key is held: until it is let go, what is under it has to stay what it is. */
export function watchHands(): Hands {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true };
  let isHeld = false;
  let letGo: ReturnType<typeof setTimeout> | undefined;
  let waiting = (): void => {};
  const begin = (): void => {
    clearTimeout(letGo);
    isHeld = true;
  };
  const end = (): void => {
    clearTimeout(letGo);
    letGo = setTimeout(() => {
      isHeld = false;
      waiting();
    }, CLICK_MS);
  };
  for (const event of BEGINS) window.addEventListener(event, begin, options);
  for (const event of ENDS) window.addEventListener(event, end, options);
  return {
    whenAtRest: (callback) => {
      if (isHeld) waiting = callback;
      else callback();
    },
    stop: () => {
      clearTimeout(letGo);
      listeners.abort();
    },
  };
}
