/** Where the parts of a section go, inside a given width: the height of a node is exactly what its sections need. */
import type { CellContent, RowContent, SectionContent } from './content.ts';
import type { Box } from './geometry.ts';
import { cell, fonts, pill, section, table } from './metrics.ts';
import { fit, widthOf, wrapEvenly } from './textWidth.ts';

type Queue = Extract<SectionContent, { kind: 'queue' }>;
type Table = Extract<SectionContent, { kind: 'table' }>;
type Status = Extract<SectionContent, { kind: 'status' }>;

export interface PlacedCell {
  readonly content: CellContent;
  readonly box: Box;
}

export interface PlacedColumn {
  readonly label: string;
  readonly x: number;
  readonly width: number;
}

export interface PlacedRow {
  readonly y: number;
  readonly cells: readonly string[];
  readonly isNew: boolean;
}

/** A section with the places of its parts, relative to its own corner. */
export type SectionLayout =
  | {
      readonly kind: 'queue';
      readonly content: Queue;
      readonly height: number;
      readonly cells: readonly PlacedCell[];
      /** Where the word for "nothing here" stands when there are no cells. */
      readonly emptyBox: Box | null;
      /** The place of the reader's mark: before the cell that comes next. */
      readonly cursor: { readonly x: number; readonly y: number } | null;
      readonly noteLines: readonly string[];
      readonly noteY: number;
      readonly isInline: boolean;
    }
  | {
      readonly kind: 'table';
      readonly content: Table;
      readonly height: number;
      readonly columnsY: number;
      readonly isInline: boolean;
      readonly columns: readonly PlacedColumn[];
      /** At least one: an empty table shows a row of dashes. */
      readonly rows: readonly PlacedRow[];
    }
  | {
      readonly kind: 'status';
      readonly content: Status;
      readonly height: number;
      readonly pill: Box;
      readonly lines: readonly string[];
      readonly isInline: boolean;
    };

export interface SectionStyle {
  /** The word for an empty queue. */
  readonly emptyWord: string;
  /** On a narrow screen: everything on the title's line that fits there, and no notes. */
  readonly isCompact: boolean;
}

export function layoutSection(content: SectionContent, width: number, style: SectionStyle): SectionLayout {
  switch (content.kind) {
    case 'queue':
      return (
        (style.isCompact ? inlineQueue(content, width, style.emptyWord) : null) ?? layoutQueue(content, width, style)
      );
    case 'table':
      return (style.isCompact ? inlineTable(content, width) : null) ?? layoutTable(content, width);
    case 'status':
      return layoutStatus(content, width);
  }
}

const TOP = section.paddingY + section.title + section.gap;

function layoutQueue(content: Queue, width: number, { emptyWord, isCompact }: SectionStyle): SectionLayout {
  const { cells, hidden } = placeNewestCells(content.cells, width);
  const emptyBox =
    cells.length > 0
      ? null
      : { ...START, width: widthOf(emptyWord, fonts.sectionNote) + 2 * cell.paddingX, height: cell.height };
  const bottom = (cells.at(-1)?.box.y ?? TOP) + cell.height;
  const noteLines =
    content.note === null || isCompact ? [] : wrapEvenly(content.note, width - 2 * section.paddingX, fonts.sectionNote);
  const noteY = bottom + section.gap;
  const height = (noteLines.length === 0 ? bottom : noteY + noteLines.length * section.line) + section.paddingY;
  return {
    kind: 'queue',
    content,
    height,
    cells,
    emptyBox,
    cursor: cursorOf(content, cells, hidden),
    noteLines,
    noteY,
    isInline: false,
  };
}

/** What follows a title on its own line. */
const AFTER_TITLE = 12;

/** The cells at the right of the title, or null if they do not all fit there. */
function inlineQueue(content: Queue, width: number, emptyWord: string): SectionLayout | null {
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
    noteY: 0,
    isInline: true,
  };
}

/** One row at the right of the title, without the names of its columns; null if there are more or they do not fit. */
function inlineTable(content: Table, width: number): SectionLayout | null {
  const [row, ...others] = content.rows.length > 0 ? content.rows : [{ cells: [DASH], isNew: false }];
  if (row === undefined || others.length > 0) return null;
  const widths = row.cells.map((value) => widthOf(value, fonts.value));
  const needed = widths.reduce((sum, each) => sum + each + table.gap, -table.gap) + table.paddingX;
  if (widthOf(content.title, fonts.sectionTitle) + AFTER_TITLE + needed > width - 2 * section.paddingX) return null;
  let x = width - section.paddingX - needed;
  const columns = widths.map((each, index) => {
    const placed = { label: content.columns[index] ?? '', x, width: each };
    x += each + table.gap;
    return placed;
  });
  const rows = [{ y: section.paddingY - 1, cells: row.cells, isNew: row.isNew }];
  return {
    kind: 'table',
    content,
    height: table.row + 2 * section.paddingY - 2,
    columnsY: 0,
    isInline: true,
    columns,
    rows,
  };
}

const START = { x: section.paddingX, y: TOP } as const;

/** As many of the newest cells as fit into the rows there are, behind one that counts the others. */
function placeNewestCells(cells: readonly CellContent[], width: number) {
  const all = placeCells(cells, width);
  if (rowsOf(all) <= cell.rowsMax) return { cells: all, hidden: 0 };
  for (let hidden = 2; hidden < cells.length; hidden += 1) {
    const placed = placeCells([countCell(hidden), ...cells.slice(hidden)], width);
    if (rowsOf(placed) <= cell.rowsMax) return { cells: placed, hidden };
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

/** The sign of a fate, so that it is never told by colour alone. */
export function glyphOf(fate: CellContent['fate']): string {
  switch (fate) {
    case 'half':
      return '◐';
    case 'visible':
      return '●';
    case 'copy':
      return '◑';
    case 'settled':
      return '✓';
    case 'rolled-back':
      return '✕';
    case 'parked':
      return '⏸';
    case 'plain':
      return '';
  }
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

const DASH = '–';

function layoutTable(content: Table, width: number): SectionLayout {
  const inner = width - 2 * section.paddingX;
  const contentRows: readonly RowContent[] =
    content.rows.length > 0 ? content.rows : [{ cells: content.columns.map(() => DASH), isNew: false }];
  const columns = placeColumns(content.columns, contentRows, inner);
  const top = TOP + table.column;
  const rows = contentRows.map(({ cells, isNew }, index) => ({
    y: top + index * table.row,
    cells: cells.map((value, column) => fit(value, columns[column]?.width ?? 0, fonts.value)),
    isNew,
  }));
  const height = top + rows.length * table.row + section.paddingY - 2;
  return { kind: 'table', content, height, columnsY: TOP, isInline: false, columns, rows };
}

/** Columns as wide as their widest text; what is left over is shared, what is missing is taken from the widest. */
function placeColumns(labels: readonly string[], rows: readonly RowContent[], inner: number): readonly PlacedColumn[] {
  const wanted = labels.map((label, column) =>
    Math.max(widthOf(label, fonts.column), ...rows.map(({ cells }) => widthOf(cells[column] ?? '', fonts.value))),
  );
  const room = inner - 2 * table.paddingX - (labels.length - 1) * table.gap;
  const widths = share(wanted, room);
  let x: number = section.paddingX + table.paddingX;
  return labels.map((label, column) => {
    const width = widths[column] ?? 0;
    const placed = { label: fit(label, width, fonts.column), x, width };
    x += width + table.gap;
    return placed;
  });
}

function share(wanted: readonly number[], room: number): readonly number[] {
  const sum = wanted.reduce((total, width) => total + width, 0);
  if (sum <= room) return wanted.map((width) => Math.floor(width + ((room - sum) * width) / Math.max(1, sum)));
  const widest = Math.max(...wanted);
  const rest = sum - widest;
  return wanted.map((width) => (width === widest ? Math.max(24, room - rest) : width));
}

function layoutStatus(content: Status, width: number): SectionLayout {
  const inner = width - 2 * section.paddingX;
  const titleWidth = widthOf(content.title, fonts.sectionTitle);
  const textWidth = widthOf(content.text, fonts.body) + 2 * pill.paddingX;
  const height = pill.line + 2 * pill.paddingY;
  if (titleWidth + 10 + textWidth <= inner) {
    const y = section.paddingY - 2;
    const box = { x: width - section.paddingX - textWidth, y, width: textWidth, height };
    return { kind: 'status', content, height: height + 2 * y, pill: box, lines: [content.text], isInline: true };
  }
  const lines = wrapEvenly(content.text, inner - 2 * pill.paddingX, fonts.body);
  const widest = Math.max(...lines.map((line) => widthOf(line, fonts.body)));
  const box = {
    x: section.paddingX,
    y: TOP,
    width: Math.min(inner, widest + 2 * pill.paddingX),
    height: lines.length * pill.line + 2 * pill.paddingY,
  };
  return { kind: 'status', content, height: TOP + box.height + section.paddingY, pill: box, lines, isInline: false };
}
