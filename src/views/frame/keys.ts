/**
 * Keys pressed alone, by the character or name that the browser gives them (`KeyboardEvent.key`); with Ctrl, or the key that
 * stands for it on a Mac, as `ctrl+z` and `ctrl+shift+z`.
 */
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
    const name = nameOf(event);
    if (name !== null && !isForSomethingElse(event)) keys[name]?.(event);
  };
  root.addEventListener('keydown', pressed);
  return () => root.removeEventListener('keydown', pressed);
}

/** Null for a key with other modifiers. On most keyboards the question mark needs Shift. */
function nameOf({ ctrlKey, metaKey, altKey, shiftKey, key: given }: KeyboardEvent): string | null {
  const name = given.length === 1 ? given.toLowerCase() : given;
  if (altKey) return null;
  if (ctrlKey || metaKey) return `ctrl+${shiftKey ? 'shift+' : ''}${name}`;
  return shiftKey && name !== '?' ? null : name;
}

/** Fields, tabs and sliders use the same keys for themselves, and so does a button the space bar. */
function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.isComposing || event.defaultPrevented || !(target instanceof Element)) return true;
  if (target.closest('input, select, textarea, dialog, [role="tablist"], [role="slider"], [contenteditable]') !== null)
    return true;
  return event.key === ' ' && target.closest('button, a, summary, [role="button"]') !== null;
}
