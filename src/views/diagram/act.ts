/** Moves an element through its part of a step. Nothing here runs when the reader does not want motion. */
import type { Point } from '../../scene/geometry.ts';
import type { MotionShape } from '../../scene/motions.ts';

/** When a motion begins within its step and how long it takes, in milliseconds. All of a step fits into the whole. */
export function timingOf(
  phase: number,
  phasesMax: number,
  wholeMs: number,
): { readonly delay: number; readonly duration: number } {
  const duration = wholeMs / Math.max(2, phasesMax + 1);
  return { delay: Math.min(phase * duration, wholeMs - duration), duration };
}

const CALM = 'cubic-bezier(0.3, 0.1, 0.25, 1)';

/** Along its track to where the element already is. */
export function actTravel(element: Element, track: readonly Point[], timing: KeyframeAnimationOptions): Animation {
  const end = track.at(-1) ?? { x: 0, y: 0 };
  const frames = track.map(({ x, y }) => ({ transform: `translate(${x - end.x}px, ${y - end.y}px)` }));
  return element.animate(frames, { ...timing, easing: CALM, fill: 'backwards' });
}

/** The end of a motion, after it has travelled: what makes a death look like one. */
export function actEnd(element: Element, end: MotionShape['end'], timing: KeyframeAnimationOptions): Animation | null {
  switch (end) {
    case 'arrived':
    case 'called':
    case 'sent':
      return null;
    case 'doubled':
      return element.animate([{ scale: 1 }, { scale: 1.14 }, { scale: 1 }], { ...timing, easing: CALM });
    case 'ignored':
      return element.animate(
        [{ translate: '0 0' }, { translate: '7px 0' }, { translate: '-5px 0' }, { translate: '0 0' }],
        { ...timing, easing: CALM },
      );
    case 'dropped':
      return element.animate([{ rotate: '0deg' }, { rotate: '14deg' }, { rotate: '0deg' }], {
        ...timing,
        easing: CALM,
      });
    case 'lost':
      return element.animate([{ scale: 1 }, { scale: '1.08 0.9' }, { scale: 1 }], { ...timing, easing: CALM });
  }
}

export const acts = { timingOf, actTravel, actEnd } as const;
export type Acts = typeof acts;
