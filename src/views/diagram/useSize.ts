import { startTransition, useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './diagramModel.ts';

/** The size of an element in whole CSS pixels, and again whenever it changes; null before it is there. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = current;
      // What depends on it is large and may be drawn in slices.
      startTransition(() => {
        setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
      });
    };
    // It reports the first size too, once the page is laid out anyway; asking here would force a layout of its own.
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
