/** Where a run stops going by itself. */
import { keyOf } from '../engine/data.ts';
import type { Frame, Timeline } from '../engine/timeline.ts';

/** The position just before the first step that would not have come by itself: from there on it is worth watching. */
export function decisiveAt({ frames }: Timeline): number {
  const first = frames.findIndex((frame, index) => isInterference(frames[index - 1], frame));
  return Math.max(0, first - 1);
}

/** Whether a step is a fault, or an outcome that nobody hopes for: what would not have come by itself. */
export function isInterference(before: Frame | undefined, { step }: Frame): boolean {
  switch (step?.kind) {
    case 'crash':
    case 'drop':
    case 'duplicate':
      return true;
    case 'choose':
      return before?.pending.every(({ choice }) => keyOf(choice.message) !== keyOf(step.message)) ?? false;
    case 'deliver':
    case 'fire':
    case 'restart':
    case undefined:
      return false;
  }
}
