/** Pixels for the sequence diagram: a column per frame, as wide as what stands in it; a row per line. */
import { remembered } from '../engine/remembered.ts';
import { durationText } from './duration.ts';
import { fit, widthOf, type Font } from './textWidth.ts';
import type { ChipMark, SequenceModel } from './sequenceModel.ts';

const CHIP_FONT: Font = { size: 11.5, weight: 'normal', family: 'text' };
const CHOICE_FONT: Font = { size: 11.5, weight: 'bold', family: 'text' };
const WAIT_FONT: Font = { size: 11, weight: 'normal', family: 'text' };

export const RAIL = 34;
const BOTTOM = 12;
const START = 18;
const COLUMN_MIN = 24;
const COLUMN_GAP = 20;
const CURSOR_GAP = 5;
/** Behind the last frame there is room for a message in flight and its name, or for the rest of a longer label. */
const LAST = 56;
const LAST_FLYING = 128;
const LAST_LABEL = 13;
const STRETCH_MAX = 1.5;
export const CHIP_HEIGHT = 20;
const CHIP_PADDING = 8;
const CLOCK = 14;

export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  /** The middle of each line. */
  readonly lineYs: readonly number[];
  /** Whether there is room for the names of messages. */
  readonly hasLabels: boolean;
  /** The place of each frame; the start is the first. */
  readonly frameXs: readonly number[];
  /** Where the reader's line stands: right behind what happened in the frame. */
  readonly cursorXs: readonly number[];
}

/** Short runs are stretched a little towards the available width, long ones are scrolled. */
export function layoutSequence(model: SequenceModel, availableWidth: number, room: Room): SequenceLayout {
  const row = rowHeight(model.lines.length, room);
  const lineYs = model.lines.map((_, index) => RAIL + row * (index + 0.5));
  const halves = halfWidths(model);
  const waits = new Map(model.waits.map(({ frame, ms }) => [frame, waitWidth(ms)]));
  const gaps = halves
    .slice(1)
    .map((half, index) => (halves[index] ?? 0) + COLUMN_GAP + half + (waits.get(index + 1) ?? 0));
  const least = model.arrows.some(({ end }) => end === 'flying') ? LAST_FLYING : LAST;
  const last = Math.max(least, (halves.at(-1) ?? 0) + LAST_LABEL);
  const natural = START + gaps.reduce((sum, width) => sum + width, 0) + last;
  const stretch = Math.min(STRETCH_MAX, Math.max(1, availableWidth / natural));
  let x = START;
  const frameXs = [START, ...gaps.map((gap) => Math.round((x += gap * stretch)))];
  const cursorXs = frameXs.map((frameX, index) => frameX + (halves[index] ?? 0) + CURSOR_GAP);
  return {
    width: Math.max(availableWidth, Math.round(x) + last),
    height: RAIL + row * model.lines.length + BOTTOM,
    lineYs,
    frameXs,
    cursorXs,
    hasLabels: row >= LABELS_FROM_ROW,
  };
}

/** Half of what stands in each column. */
function halfWidths({ frames, chips }: SequenceModel): readonly number[] {
  const widths = new Map(chips.map((chip) => [chip.frame, chipWidth(chip)]));
  return Array.from({ length: frames }, (_, frame) =>
    frame === 0 ? 0 : Math.max(COLUMN_MIN, widths.get(frame) ?? 0) / 2,
  );
}

/** Fewer lines, more room: then the messages' names fit beside their arrows. A low window gets low rows. */
function rowHeight(lines: number, room: Room): number {
  if (lines <= 3) return { enough: 44, little: 36, least: 26 }[room];
  if (lines <= 4) return { enough: 38, little: 30, least: 24 }[room];
  if (lines <= 6) return { enough: 30, little: 22, least: 20 }[room];
  return room === 'least' ? 18 : lines === 7 ? 23 : 22;
}

/** What the window leaves for the diagram. */
export type Room = 'enough' | 'little' | 'least';

const LABELS_FROM_ROW = 36;

export const chipWidth = remembered((chip: ChipMark): number => {
  const text = widthOf(chipText(chip), fontOf(chip.kind));
  return text + 2 * CHIP_PADDING + (chip.kind === 'clock' ? CLOCK : 0);
});

/** A long label is cut: the story beside says the whole. */
export function chipText({ label, kind }: ChipMark): string {
  return fit(label, CHIP_TEXT_MAX, fontOf(kind));
}

const CHIP_TEXT_MAX = 190;

function fontOf(kind: ChipMark['kind']): Font {
  return kind === 'clock' ? CHIP_FONT : CHOICE_FONT;
}

export function waitText(ms: number): string {
  return `… ${durationText(ms)} …`;
}

function waitWidth(ms: number): number {
  return widthOf(waitText(ms), WAIT_FONT) + 8;
}

/** The frame whose place is nearest to a point. */
export function frameAt({ cursorXs }: SequenceLayout, x: number): number {
  let low = 0;
  let high = cursorXs.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const between = ((cursorXs[middle] ?? 0) + (cursorXs[middle + 1] ?? 0)) / 2;
    if (x <= between) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The frames between two places, with a few more on both sides. */
export function framesBetween(
  layout: SequenceLayout,
  left: number,
  right: number,
): { readonly first: number; readonly last: number } {
  return { first: Math.max(0, frameAt(layout, left) - 2), last: frameAt(layout, right) + 2 };
}
