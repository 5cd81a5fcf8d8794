/** Wall time for what should not happen too often: writing the address, and speaking. */

export interface Debounced {
  /** Does it after the wait, unless it is asked again before. */
  readonly soon: () => void;
  /** Does it at once, and not again for what was asked before. */
  readonly now: () => void;
  readonly cancel: () => void;
}

export function debounced(waitMs: number, action: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (): void => {
    cancel();
    action();
  };
  const soon = (): void => {
    cancel();
    timer = setTimeout(now, waitMs);
  };
  return { soon, now, cancel };
}

/** Says whether enough time has passed since it last said so. */
export function atMostEvery(intervalMs: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const time = performance.now();
    if (time - last < intervalMs) return false;
    last = time;
    return true;
  };
}
