/** Waiting for what comes by itself, never longer than was said. */

/** Ends early when the signal comes. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

/** Looks again and again; whether it became true in time. */
export async function soon(
  isSo: () => boolean | Promise<boolean>,
  timeoutMs: number,
  everyMs: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const untilMs = Date.now() + timeoutMs;
  for (;;) {
    if (await isSo()) return true;
    if (Date.now() >= untilMs || signal?.aborted === true) return false;
    await sleep(everyMs, signal);
  }
}
