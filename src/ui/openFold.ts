/** Opens what is folded, from a button elsewhere, and goes there: whoever looks and whoever types. */
export function openFold(id: string): void {
  const fold = document.getElementById(id);
  const summary = fold?.querySelector('summary');
  if (!(fold instanceof HTMLDetailsElement) || !summary) return;
  const go = (): void => summary.scrollIntoView({ block: 'start' });
  // What it holds is made when it is opened, and only then there is as far to go.
  if (!fold.open) fold.addEventListener('toggle', () => inTheNextFrames(go), { once: true });
  fold.open = true;
  summary.focus({ preventScroll: true });
  go();
}

function inTheNextFrames(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}
