import type { MouseEvent } from 'react';
import type { Selection } from '../../player/session.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { anchorKey } from './anchorKey.ts';
import { whenReleased } from './whenReleased.ts';

/** What makes an element open the popover of a selection: click, touch, Enter and Space, and the context menu. */
export function useSelect(selection: Selection) {
  const store = usePlayerStore();
  const toggle = (): void => {
    const { selection: before, select, pause } = store.getState();
    pause();
    const isOpen = before !== null && anchorKey(before) === anchorKey(selection);
    select(isOpen ? null : selection);
  };
  const taken = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onClick: (event: MouseEvent): void => {
      taken(event);
      toggle();
    },
    onContextMenu: (event: MouseEvent): void => {
      taken(event);
      whenReleased(event, toggle);
    },
  };
}
