import type { MouseEvent } from 'react';
import type { Selection } from '../../player/session.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { anchorKey } from './popoverModel.ts';

/** What makes an element open the popover of a selection: click, touch, Enter and Space, and the context menu. */
export function useSelect(selection: Selection) {
  const store = usePlayerStore();
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const { selection: before, select, pause } = store.getState();
    pause();
    const isOpen = before !== null && anchorKey(before) === anchorKey(selection);
    select(isOpen ? null : selection);
  };
  return { onClick: open, onContextMenu: open };
}
