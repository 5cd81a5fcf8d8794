/** A page that begins is kept busy for less at a stretch than a page that is there, in milliseconds. */
const STRETCH_MS = 4;

/** Does the pieces of a beginning one after the other; the page breathes first, and again after every stretch. */
export async function inStretches(pieces: Iterable<() => unknown>): Promise<void> {
  await breath();
  let end = performance.now() + STRETCH_MS;
  for (const piece of pieces) {
    piece();
    if (performance.now() < end) continue;
    await breath();
    end = performance.now() + STRETCH_MS;
  }
}

/** Lets the page breathe: painting and the reader come first. Unlike a timer it adds no wait of its own. */
function breath(): Promise<unknown> {
  return new Promise((rested) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = rested;
    port2.postMessage(0);
  });
}
