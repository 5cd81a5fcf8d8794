/** Where the messages of the sequence diagram run, and where their names have room. The page and the exports draw the same. */
import type { SequenceLayout } from './sequenceLayout.ts';
import type { ArrowMark } from './sequenceModel.ts';
import { widthOf, type Font } from './textWidth.ts';

export const ARROW_FONT: Font = { size: 11.5, weight: 'normal', family: 'text' };

export interface PlacedArrow extends ArrowMark {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where one that is still on its way, and has been for long, turns to run along the line; null for the others. */
  readonly bendX: number | null;
  /** Null where there is no room for it. */
  readonly name: PlacedName | null;
}

export interface PlacedName {
  /** With the number of others that end in the same place. */
  readonly text: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** A name that would lie over another one is left out; several that end in one place are one name with a count. */
export function placeArrows(arrows: readonly ArrowMark[], layout: SequenceLayout): readonly PlacedArrow[] {
  const placed = arrows.map((arrow) => ({ ...arrow, ...endsOf(arrow, layout) }));
  const taken: { readonly left: number; readonly y: number; readonly right: number }[] = [];
  return placed.map((arrow): PlacedArrow => {
    const { x, y, anchor } = besideArrow(arrow);
    const others =
      placed.filter((other) => isShort(other) && other.x2 === arrow.x2 && other.y2 === arrow.y2).length - 1;
    const text = others > 0 ? `${arrow.label} +${others}` : arrow.label;
    const left = anchor === 'end' ? x - widthOf(text, ARROW_FONT) : x;
    const right = left + widthOf(text, ARROW_FONT);
    const isTaken = taken.some((one) => one.left < right && left < one.right && Math.abs(one.y - y) < LINE);
    if (isTaken || !layout.hasLabels) return { ...arrow, name: null };
    taken.push({ left, right, y });
    return { ...arrow, name: { text, x, y, anchor } };
  });
}

const LINE = 13;

type Ends = Pick<PlacedArrow, 'x1' | 'y1' | 'x2' | 'y2' | 'bendX'>;

/**
 * A message that never arrived ends between the lines. Those that are still on their way do so below the names of the others,
 * side by side with them: straight lines would cross every name on the way.
 */
function endsOf({ from, to, sentIn, endedIn, end, isDuplicate }: ArrowMark, layout: SequenceLayout): Ends {
  const { frameXs, lineYs } = layout;
  const shift = isDuplicate ? 3 : 0;
  const [y1 = 0, y2 = 0] = [lineYs[from], lineYs[to]];
  const part = end === 'flying' ? 0.82 : end === 'dropped' ? 0.55 : 1;
  const x1 = (frameXs[sentIn] ?? 0) + shift;
  const x2 = (frameXs[endedIn] ?? 0) + shift + (end === 'flying' ? FLIES_ON : 0);
  const bendX = end === 'flying' && x2 - x1 > LONG ? x1 + FLIES_ON : null;
  return { x1, y1, x2, y2: y1 + (y2 - y1) * part, bendX };
}

/** How far beyond the last step a message that is on its way is drawn. */
const FLIES_ON = 30;
const LONG = 3 * FLIES_ON;

function isShort({ end }: Pick<ArrowMark, 'end'>): boolean {
  return end === 'dropped' || end === 'flying';
}

/** Beside the middle, on the side that the arrow leaves free; behind the end of one that was cut short. */
function besideArrow(arrow: ArrowMark & Ends): Pick<PlacedName, 'x' | 'y' | 'anchor'> {
  const { x1, y1, x2, y2 } = arrow;
  if (isShort(arrow)) return { x: x2 + 9, y: y2, anchor: 'start' };
  const isDown = y2 > y1;
  return { x: (x1 + x2) / 2 + (isDown ? -7 : 7), y: (y1 + y2) / 2, anchor: isDown ? 'end' : 'start' };
}
