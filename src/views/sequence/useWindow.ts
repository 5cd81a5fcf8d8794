import { useLayoutEffect, useState, type RefObject } from 'react';
import { useMedia } from '../../ui/useMedia.ts';
import type { Room } from '../../scene/sequenceLayout.ts';

/** The part of a scrolled element that can be seen, in pixels; it moves in strides, so that scrolling redraws little. */
export interface Window {
  readonly left: number;
  readonly width: number;
}

const STRIDE = 240;

export function useWindow(element: RefObject<HTMLElement | null>): Window {
  const [seen, setSeen] = useState<Window>({ left: 0, width: 800 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const left = Math.floor(current.scrollLeft / STRIDE) * STRIDE;
      const width = current.clientWidth;
      setSeen((before) => (before.left === left && before.width === width ? before : { left, width }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, [element]);
  return seen;
}

const LOW = '(height < 820px)';
const LOWEST = '(height < 740px)';

/** How much room the browser's window leaves below the stage. */
export function useRoom(): Room {
  const isLow = useMedia(LOW);
  const isLowest = useMedia(LOWEST);
  return isLowest ? 'least' : isLow ? 'little' : 'enough';
}
