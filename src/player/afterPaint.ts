/** Does it once the next frame is painted, when the layout can be read without being made; returns what cancels it. */
export function afterPaint(action: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(action);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
