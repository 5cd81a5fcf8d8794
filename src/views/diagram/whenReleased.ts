import type { MouseEvent } from 'react';

/**
 * Opens something for a context menu once the mouse button is up. Where the menu comes with the press, as on Linux and
 * macOS, the release would count as a click outside and close at once what was opened.
 */
export function whenReleased({ buttons }: MouseEvent, open: () => void): void {
  if (buttons === 0) open();
  else window.addEventListener('mouseup', open, { once: true });
}
