import { useEffect, type RefObject } from 'react';

/**
 * What a long bar says stays in view for as long as the bar does, however far is scrolled. Sticky boxes would do the same,
 * each as a layer of its own, which every step of the run would pay for.
 */
export function useSaidInView(within: RefObject<HTMLElement | null>, bars: unknown): void {
  useEffect(() => {
    const scroller = within.current?.closest<HTMLElement>('.knows-scroll, .seq-scroll') ?? null;
    if (scroller === null) return;
    const put = (): void => {
      const { scrollLeft } = scroller;
      const said = [...(within.current?.querySelectorAll<HTMLElement>('.knows-in, .strip-in') ?? [])];
      // All are measured before the first is moved.
      const moved = said.map((one) => [one, shiftOf(one, scrollLeft)] as const);
      for (const [one, shift] of moved) if (one.style.translate !== shift) one.style.translate = shift;
    };
    put();
    scroller.addEventListener('scroll', put, { passive: true });
    return () => scroller.removeEventListener('scroll', put);
  }, [within, bars]);
}

/** How far it has to move, within its bar; nothing for what begins in view. */
function shiftOf(said: HTMLElement, scrollLeft: number): string {
  const bar = said.parentElement;
  if (bar?.dataset['long'] === undefined) return '';
  const room = bar.clientWidth - said.offsetLeft - said.offsetWidth;
  const shift = Math.min(scrollLeft - bar.offsetLeft, room);
  return shift > 0 ? `${shift}px` : '';
}
