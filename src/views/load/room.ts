import { useLayoutEffect, useRef, type RefObject } from 'react';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of words along a line, in their order: which of them keep clear of those before, and of the line's end. */
export function fitting(
  spans: readonly Span[],
  { end, gap }: { readonly end: number; readonly gap: number },
): readonly boolean[] {
  let free = -Infinity;
  return spans.map(({ from, to }) => {
    const fits = from >= free && to <= end;
    if (fits) free = to + gap;
    return fits;
  });
}

/** Pixels between two words. */
const GAP = 6;
/** A word that is centred over the end reaches beyond it. */
const BEYOND = 24;

/** What stands along an element shows only words that have room; told anew when its width or the words have changed. */
export function useRoom<Element extends HTMLElement>(words: string): RefObject<Element | null> {
  const line = useRef<Element>(null);
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const all = [...element.children].filter((child) => child instanceof HTMLElement);
      const spans = all
        .map((child) => child.getBoundingClientRect())
        .map(({ left, right }) => ({ from: left, to: right }));
      const fits = fitting(spans, { end: element.getBoundingClientRect().right + BEYOND, gap: GAP });
      all.forEach((child, index) => {
        child.style.visibility = fits[index] === true ? '' : 'hidden';
      });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [words]);
  return line;
}
