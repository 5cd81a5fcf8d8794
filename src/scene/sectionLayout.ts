/** Where the parts of a section go, inside a given width: the height of a node is exactly what its sections need. */
import type { RowContent, SectionContent } from './content.ts';
import type { Box } from './geometry.ts';
import { fonts, pill, section, table } from './metrics.ts';
import {
  AFTER_TITLE,
  isDense,
  layoutQueue,
  SECTION_TOP,
  type Density,
  type QueueLayout,
  type SectionStyle,
} from './queueLayout.ts';
import { fit, twoLines, widthOf, wrapEvenly } from './textWidth.ts';

type Table = Extract<SectionContent, { kind: 'table' }>;
type Status = Extract<SectionContent, { kind: 'status' }>;

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
  | QueueLayout
  | {
      readonly kind: 'table';
      readonly content: Table;
      readonly height: number;
      readonly columnsY: number;
      readonly isInline: boolean;
      /** At most two. */
      readonly titleLines: readonly string[];
      /** Whether the names of the columns are seen. */
      readonly hasNames: boolean;
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

export function layoutSection(content: SectionContent, width: number, style: SectionStyle): SectionLayout {
  switch (content.kind) {
    case 'queue':
      return layoutQueue(content, width, style);
    case 'table':
      return isDense(style.density) ? denseTable(content, width, style.density) : tableBelow(content, width, true);
    case 'status':
      return layoutStatus(content, width);
  }
}

/** Where there is little room: one row beside the title, else the newest rows and those that changed, under a count of the others. */
function denseTable(content: Table, width: number, density: Density): SectionLayout {
  const all = content.rows;
  const rowsMax = density === 'least' ? 1 : ROWS_MAX;
  const rows = all.filter(({ isNew }, index) => isNew || index >= all.length - rowsMax);
  const others = all.length - rows.length;
  const counted = others < 2 ? content : { ...content, rows: [{ cells: [`+${others}`], isNew: false }, ...rows] };
  return inlineTable(content, width) ?? tableBelow(counted, width, density !== 'least');
}

const ROWS_MAX = 3;

/**
 * Below its title, which may have two lines. Where the columns do not fit, they have no names, nor the air around them if
 * that is still too wide.
 */
function tableBelow(content: Table, width: number, mayHaveNames: boolean): SectionLayout {
  const x = section.paddingX + table.paddingX;
  const usual = { x, room: width - 2 * x, gap: table.gap };
  const fits = (labels: readonly string[]): boolean =>
    sumOf(wantedWidths(labels, rowsOf(content)), usual.gap) <= usual.room;
  const titleLines = twoLines(content.title, width - 2 * section.paddingX, fonts.sectionTitle);
  const top = SECTION_TOP + (titleLines.length - 1) * section.title;
  if (mayHaveNames && fits(content.columns)) return filled(content, { ...usual, top, hasNames: true, titleLines });
  const near = { x: NEAR, room: width - 2 * NEAR, gap: NEAR_GAP };
  const frame = fits(unnamed(content.columns)) ? usual : near;
  return filled(content, { ...frame, top, hasNames: false, titleLines });
}

const NEAR = 5;
const NEAR_GAP = 6;

/** One row at the right of the title, without the names of its columns; null if there are more or they do not fit. */
function inlineTable(content: Table, width: number): SectionLayout | null {
  const [row, ...others] = content.rows.length > 0 ? content.rows : [{ cells: [DASH], isNew: false }];
  if (row === undefined || others.length > 0) return null;
  const widths = row.cells.map((value) => widthOf(value, fonts.value));
  const needed = sumOf(widths, table.gap) + table.paddingX;
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
    titleLines: [content.title],
    hasNames: false,
    columns,
    rows,
  };
}

const DASH = '–';

interface Frame {
  /** Where the first column begins. */
  readonly x: number;
  /** How wide all columns are. */
  readonly room: number;
  readonly gap: number;
  /** Where the names of the columns begin, or the first row. */
  readonly top: number;
  readonly hasNames: boolean;
  readonly titleLines: readonly string[];
}

function filled(content: Table, { x, room, gap, top, hasNames, titleLines }: Frame): SectionLayout {
  const first = hasNames ? top + table.column : top;
  const contentRows = rowsOf(content);
  const columns = placeColumns(content.columns, contentRows, { x, room, gap, hasNames });
  const rows = contentRows.map(({ cells, isNew }, index) => ({
    y: first + index * table.row,
    cells: cells.map((value, column) => fit(value, columns[column]?.width ?? 0, fonts.value)),
    isNew,
  }));
  const height = first + rows.length * table.row + section.paddingY - 2;
  return { kind: 'table', content, height, columnsY: top, isInline: false, titleLines, hasNames, columns, rows };
}

/** An empty table shows a row of dashes. */
function rowsOf({ rows, columns }: Table): readonly RowContent[] {
  return rows.length > 0 ? rows : [{ cells: columns.map(() => DASH), isNew: false }];
}

/** Columns as wide as their widest text; what is left over is shared, what is missing is taken from the widest ones. */
function placeColumns(
  labels: readonly string[],
  rows: readonly RowContent[],
  { x: from, room, gap, hasNames }: Pick<Frame, 'x' | 'room' | 'gap' | 'hasNames'>,
): readonly PlacedColumn[] {
  const wanted = wantedWidths(hasNames ? labels : unnamed(labels), rows);
  const widths = share(wanted, room - (labels.length - 1) * gap);
  let x: number = from;
  return labels.map((label, column) => {
    const width = widths[column] ?? 0;
    const placed = { label: hasNames ? fit(label, width, fonts.column) : label, x, width };
    x += width + gap;
    return placed;
  });
}

/** The same columns without their names. */
function unnamed(labels: readonly string[]): readonly string[] {
  return labels.map(() => '');
}

function wantedWidths(labels: readonly string[], rows: readonly RowContent[]): readonly number[] {
  return labels.map((label, column) =>
    Math.max(widthOf(label, fonts.column), ...rows.map(({ cells }) => widthOf(cells[column] ?? '', fonts.value))),
  );
}

function sumOf(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, each) => sum + each + gap, -gap);
}

function share(wanted: readonly number[], room: number): readonly number[] {
  const sum = wanted.reduce((total, width) => total + width, 0);
  if (sum <= room) return wanted.map((width) => Math.floor(width + ((room - sum) * width) / Math.max(1, sum)));
  const most = mostOf(wanted, room);
  return wanted.map((width) => Math.min(width, most));
}

/** The width that no column may exceed, so that all of them fill the room and none leaves the box. */
function mostOf(wanted: readonly number[], room: number): number {
  let left = room;
  for (const [index, width] of wanted.toSorted((one, other) => one - other).entries()) {
    const fair = left / (wanted.length - index);
    if (width > fair) return Math.max(0, Math.floor(fair));
    left -= width;
  }
  return room;
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
    y: SECTION_TOP,
    // A long word may take the air at its right.
    width: Math.min(inner + pill.paddingX - 2, widest + 2 * pill.paddingX),
    height: lines.length * pill.line + 2 * pill.paddingY,
  };
  return {
    kind: 'status',
    content,
    height: SECTION_TOP + box.height + section.paddingY,
    pill: box,
    lines,
    isInline: false,
  };
}
