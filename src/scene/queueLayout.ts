/** Where the stored messages of a queue go, and the words beside them. */
import type { CellContent, SectionContent } from './content.ts';
import { glyphOf } from './fateStyle.ts';
import type { Box, Point } from './geometry.ts';
import { cell, fonts, section } from './metrics.ts';
import { widthOf, wrapEvenly } from './textWidth.ts';

type Queue = Extract<SectionContent, { kind: 'queue' }>;

export interface PlacedCell {
  readonly content: CellContent;
  readonly box: Box;
}

export interface QueueLayout {
  readonly kind: 'queue';
  readonly content: Queue;
  readonly height: number;
  readonly cells: readonly PlacedCell[];
  /** Where the word for "nothing here" stands when there are no cells. */
  readonly emptyBox: Box | null;
  /** The place of the reader's mark: before the cell that comes next. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly noteLines: readonly string[];
  /** The middle of the first line of the note. */
  readonly noteAt: Point;
  readonly isInline: boolean;
}

export interface SectionStyle {
  /** The word for an empty queue. */
  readonly emptyWord: string;
  readonly density: Density;
}

/**
 * `roomy`: everything below its title. `close`: a queue without a note stands on the line of its title, where it fits.
 * `compact`: everything does, and there are no notes; for narrow screens. `least`: nor more than one row of what is stored,
 * under a count of the others, nor names of columns; where even that would not fit.
 */
export type Density = 'roomy' | 'close' | 'compact' | 'least';

/** Where there is little room. */
export function isDense(density: Density): boolean {
  return density === 'compact' || density === 'least';
}

/** Below the title. */
export const SECTION_TOP = section.paddingY + section.title + section.gap;

/** What follows a title on its own line. */
export const AFTER_TITLE = 12;

export function layoutQueue(content: Queue, width: number, style: SectionStyle): QueueLayout {
  return inlineQueue(content, width, style) ?? queueBelow(content, width, style);
}

function queueBelow(content: Queue, width: number, { emptyWord, density }: SectionStyle): QueueLayout {
  const { cells, hidden } = placeNewestCells(content.cells, width, density === 'least' ? 1 : cell.rowsMax);
  const emptyBox =
    cells.length > 0
      ? null
      : { ...START, width: widthOf(emptyWord, fonts.sectionNote) + 2 * cell.paddingX, height: cell.height };
  const bottom = (cells.at(-1)?.box.y ?? SECTION_TOP) + cell.height;
  const inner = width - 2 * section.paddingX;
  const noteLines = content.note === null || isDense(density) ? [] : wrapEvenly(content.note, inner, fonts.sectionNote);
  const beside = rowsOf(cells) > 1 ? null : besideCells(noteLines, cells.at(-1)?.box ?? emptyBox, width);
  const below = { x: section.paddingX, y: bottom + section.gap + section.line / 2 };
  const isBelow = noteLines.length > 0 && beside === null;
  const height = (isBelow ? bottom + section.gap + noteLines.length * section.line : bottom) + section.paddingY;
  const cursor = cursorOf(content, cells, hidden);
  return {
    kind: 'queue',
    content,
    height,
    cells,
    emptyBox,
    cursor,
    noteLines,
    noteAt: beside ?? below,
    isInline: false,
  };
}

/** A note of one line stands behind the last cell, if there is room. */
function besideCells(lines: readonly string[], last: Box | null, width: number): Point | null {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0 || last === null) return null;
  const x = last.x + last.width + NOTE_GAP;
  const fits = x + widthOf(line, fonts.sectionNote) <= width - section.paddingX;
  return fits ? { x, y: last.y + last.height / 2 } : null;
}

const NOTE_GAP = 10;

/** The cells at the right of the title, or null if they do not all fit there, or if a note is to be said too. */
function inlineQueue(content: Queue, width: number, { emptyWord, density }: SectionStyle): QueueLayout | null {
  if (density === 'roomy' || (density === 'close' && content.note !== null)) return null;
  const emptyWidth = widthOf(emptyWord, fonts.sectionNote) + 2 * cell.paddingX;
  const widths = content.cells.map((one) => Math.max(cell.widthMin, cellWidth(one)));
  const needed = widths.length === 0 ? emptyWidth : widths.reduce((sum, each) => sum + each + cell.gap, -cell.gap);
  if (widthOf(content.title, fonts.sectionTitle) + AFTER_TITLE + needed > width - 2 * section.paddingX) return null;
  const y = section.paddingY - 2;
  let x = width - section.paddingX - needed;
  const cells = content.cells.map((one, index) => {
    const box = { x, y, width: widths[index] ?? 0, height: cell.height };
    x += box.width + cell.gap;
    return { content: one, box };
  });
  const emptyBox = cells.length > 0 ? null : { x, y, width: emptyWidth, height: cell.height };
  const cursor = cursorOf(content, cells, 0);
  return {
    kind: 'queue',
    content,
    height: cell.height + 2 * y,
    cells,
    emptyBox,
    cursor,
    noteLines: [],
    noteAt: START,
    isInline: true,
  };
}

const START = { x: section.paddingX, y: SECTION_TOP } as const;

/** As many of the newest cells as fit into so many rows, behind one that counts the others. */
function placeNewestCells(cells: readonly CellContent[], width: number, rowsMax: number) {
  const all = placeCells(cells, width);
  if (rowsOf(all) <= rowsMax) return { cells: all, hidden: 0 };
  for (let hidden = 2; hidden < cells.length; hidden += 1) {
    const placed = placeCells([countCell(hidden), ...cells.slice(hidden)], width);
    if (rowsOf(placed) <= rowsMax) return { cells: placed, hidden };
  }
  return { cells: all, hidden: 0 };
}

function rowsOf(cells: readonly PlacedCell[]): number {
  return new Set(cells.map(({ box }) => box.y)).size;
}

function countCell(count: number): CellContent {
  return { label: `+${count}`, fate: 'settled', hint: `+${count}`, isNew: false, isCount: true };
}

function placeCells(cells: readonly CellContent[], width: number): readonly PlacedCell[] {
  let x: number = START.x;
  let y: number = START.y;
  return cells.map((content) => {
    const wanted = Math.max(cell.widthMin, cellWidth(content));
    if (x > START.x && x + wanted > width - section.paddingX) {
      x = START.x;
      y += cell.height + cell.gap;
    }
    const box = { x, y, width: wanted, height: cell.height };
    x += wanted + cell.gap;
    return { content, box };
  });
}

/** The glyph of the fate stands before the label. */
function cellWidth({ label, fate, isCount }: CellContent): number {
  const glyph = isCount || glyphOf(fate) === '' ? 0 : 14;
  return widthOf(label, fonts.cell) + glyph + 2 * cell.paddingX;
}

/** Before the cell that comes next; `hidden` cells are counted by the first one. */
function cursorOf(
  { cursor }: Queue,
  cells: readonly PlacedCell[],
  hidden: number,
): { readonly x: number; readonly y: number } | null {
  if (cursor === null) return null;
  const next = cells[hidden === 0 ? cursor : Math.max(0, cursor - hidden + 1)];
  if (next !== undefined) return { x: next.box.x - cell.gap / 2, y: next.box.y };
  const last = cells.at(-1);
  return last === undefined ? null : { x: last.box.x + last.box.width + cell.gap / 2, y: last.box.y };
}
