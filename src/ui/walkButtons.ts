/**
 * Arrows go through the buttons of a part of the page, Home and End to the first and last. Above the first one is the field
 * that searches them, if there is one. Listens until the answer is called.
 */
export function walkButtons(part: HTMLElement, buttons: string, field: HTMLElement | null = null): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Other fields, such as lists and sliders, have their own use for arrows.
    if (event.target !== field && event.target instanceof Element && event.target.matches(FIELDS)) return;
    const all = [...part.querySelectorAll<HTMLElement>(buttons)];
    const at = all.findIndex((button) => button === document.activeElement);
    const to = placeAfter(event.key, at, all.length, event.target === field);
    if (to === null) return;
    event.preventDefault();
    const next = to < 0 ? (field ?? all[0]) : all[to];
    next?.focus();
  };
  part.addEventListener('keydown', pressed);
  return () => part.removeEventListener('keydown', pressed);
}

const FIELDS = 'input, select, textarea, [role="tab"], [role="radio"], [role="slider"]';

/** Null where the key means something else; below 0 for the field. */
function placeAfter(key: string, at: number, count: number, isInField: boolean): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return isInField ? null : at - 1;
    case 'Home':
      return isInField ? null : 0;
    case 'End':
      return isInField ? null : count - 1;
    default:
      return null;
  }
}
