/** Keys pressed alone, by the character or name that the browser gives them (`KeyboardEvent.key`). */
export type Keys = { readonly [key: string]: (event: KeyboardEvent) => void };

/** What a key does, and nothing else with it. */
export function key(action: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    event.preventDefault();
    action();
  };
}

/** Listens until the answer is called. */
export function listenToKeys(root: HTMLElement, keys: Keys): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (hasModifier(event) || isForSomethingElse(event)) return;
    keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]?.(event);
  };
  root.addEventListener('keydown', pressed);
  return () => root.removeEventListener('keydown', pressed);
}

/** On most keyboards the question mark needs Shift. */
function hasModifier({ ctrlKey, metaKey, altKey, shiftKey, key: name }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || (shiftKey && name !== '?');
}

/** Fields, tabs and sliders use the same keys for themselves, and so does a button the space bar. */
function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.isComposing || event.defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest('input, select, textarea, dialog, [role="tablist"], [role="slider"], [contenteditable]') !== null)
    return true;
  return event.key === ' ' && target.closest('button, a, summary, [role="button"]') !== null;
}
