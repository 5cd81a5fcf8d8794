/** How long the page may be kept busy at a stretch, in milliseconds. */
const SLICE_MS = 8;

/**
 * Does pieces of work one after the other and lets the page breathe in between; `rested` is called after every stretch.
 * Returns what stops it.
 */
export function piecemeal(pieces: readonly (() => void)[], rested: () => void): () => void {
  let next = 0;
  let timer = setTimeout(slice);
  function slice(): void {
    const end = performance.now() + SLICE_MS;
    for (; next < pieces.length && performance.now() < end; next += 1) pieces[next]?.();
    if (next < pieces.length) timer = setTimeout(slice);
    rested();
  }
  return () => clearTimeout(timer);
}
