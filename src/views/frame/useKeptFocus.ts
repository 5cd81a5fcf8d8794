import { useEffect, type RefObject } from 'react';

/**
 * Keeps the focus in the explorer, at the button that goes on, when the button that had it disappears or goes out of use, as most of them do once they
 * were pressed. Otherwise the keys would fall silent, and a screen reader would be back at the top of the page.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const explorer = root.current;
    if (explorer === null) return;
    let last: Element | null = null;
    const moved = ({ target }: Event): void => {
      last = target instanceof Element && explorer.contains(target) ? target : null;
    };
    const observer = new MutationObserver(() => {
      const isLost = last !== null && (!last.isConnected || last.matches(':disabled'));
      if (isLost && isNowhere(document.activeElement)) focusNext(explorer);
    });
    observer.observe(explorer, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', moved);
    document.addEventListener('pointerdown', moved);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', moved);
      document.removeEventListener('pointerdown', moved);
    };
  }, [root]);
}

/** Where the reader goes on after an act: at the one big button, else in the explorer, where the keys work. */
export function focusNext(explorer: HTMLElement): void {
  const next = explorer.querySelector<HTMLElement>('.transport-next:not(:disabled)');
  (next ?? explorer).focus({ preventScroll: true });
}

/** Where browsers put the focus when its element is gone, at once or as soon as they notice. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || !focused.isConnected || focused.matches(':disabled');
}
