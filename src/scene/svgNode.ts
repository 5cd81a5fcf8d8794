/** A box of the diagram as SVG. */
import type { FrameShape, NodeShape } from './scene.ts';
import { fateStyle, glyphOf } from './fateStyle.ts';
import { cell, chip, fonts, frame, node, pill, section, table } from './metrics.ts';
import type { PlacedTimer } from './nodeLayout.ts';
import type { PlacedCell } from './queueLayout.ts';
import type { SectionLayout } from './sectionLayout.ts';
import { group, moved, rect, textAt, type Palette } from './svgParts.ts';
import { inset, round, type Point } from './geometry.ts';
import { fit, widthOf } from './textWidth.ts';
import { toneColours } from './toneColours.ts';

/** The words of the page that a picture of a node needs. */
export interface NodeWords {
  readonly empty: string;
  readonly survives: string;
}

export function svgFrame({ box, title, crashNote }: FrameShape, palette: Palette): string {
  const isDown = crashNote !== null;
  return [
    rect(inset(box, 0.5), {
      fill: isDown ? palette['bad-soft'] : 'none',
      stroke: isDown ? palette.bad : palette.edge,
      radius: 18,
      dash: isDown ? '5 3' : null,
    }),
    ...header({ x: box.x, y: box.y }, { height: frame.header, titleLines: [title], crashNote, hasMark: true }, palette),
  ].join('');
}

export function svgNode(shape: NodeShape, hasFrame: boolean, words: NodeWords, palette: Palette): string {
  const { box, layout } = shape;
  const { crashNote, isTouched } = layout.content;
  const isDown = crashNote !== null;
  const border = isDown ? palette.bad : isTouched ? palette.accent : palette.edge;
  const own = {
    height: layout.header,
    titleLines: layout.titleLines,
    crashNote: hasFrame ? null : crashNote,
    hasMark: !hasFrame,
  };
  return group({ x: box.x, y: box.y }, [
    rect(inset({ x: 0, y: 0, width: box.width, height: box.height }, 0.5), {
      fill: isDown ? palette['bad-soft'] : palette.panel,
      stroke: border,
      strokeWidth: isTouched && !isDown ? 1.5 : 1,
      radius: 14,
      dash: isDown && !hasFrame ? '5 3' : null,
    }),
    ...header({ x: 0, y: 0 }, own, palette),
    ...layout.sections.map((placed) =>
      svgSection(
        placed.layout,
        { x: node.padding, y: placed.y },
        { width: box.width - 2 * node.padding, isDown },
        words,
        palette,
      ),
    ),
    ...layout.timers.map((timer) => svgTimer(timer, palette)),
  ]);
}

interface Header {
  readonly height: number;
  readonly titleLines: readonly string[];
  readonly crashNote: string | null;
  readonly hasMark: boolean;
}

function header(at: Point, { height, titleLines, crashNote, hasMark }: Header, palette: Palette): readonly string[] {
  const middle = at.y + height / 2;
  const x = at.x + node.padding + 4;
  const mark =
    crashNote === null
      ? `<circle cx="${x + 4}" cy="${middle}" r="4" fill="${palette.visible}"/>`
      : textAt({ x: x - 1, y: middle }, '✕', { font: fonts.nodeNote, fill: palette.bad });
  const lines = [
    ...titleLines.map((text) => ({ text, isNote: false })),
    ...(crashNote === null ? [] : [{ text: crashNote, isNote: true }]),
  ];
  const titleX = hasMark ? x + node.dot + 8 : x - 2;
  return [
    hasMark ? mark : '',
    ...lines.map(({ text, isNote }, index) =>
      textAt({ x: titleX, y: middle + (index - (lines.length - 1) / 2) * node.titleLine }, text, {
        font: isNote ? fonts.nodeNote : fonts.nodeTitle,
        fill: isNote ? palette.bad : palette.ink,
      }),
    ),
  ];
}

interface SectionFrame {
  readonly width: number;
  readonly isDown: boolean;
}

function svgSection(
  layout: SectionLayout,
  at: Point,
  { width, isDown }: SectionFrame,
  words: NodeWords,
  palette: Palette,
): string {
  const { title } = layout.content;
  const back = rect(
    { x: 0, y: 0, width, height: layout.height },
    { fill: isDown ? 'none' : palette.sunken, radius: 9 },
  );
  const titleY = layout.isInline ? layout.height / 2 : section.paddingY + section.title / 2;
  const said = isDown && layout.kind !== 'status' && !layout.isInline ? words.survives : '';
  const titleWidth = width - 2 * section.paddingX - (said === '' ? 0 : widthOf(said, fonts.sectionNote) + 6);
  const titleLines = layout.kind === 'table' && !layout.isInline ? layout.titleLines : [title];
  const heading = titleLines
    .map((line, index) =>
      textAt({ x: section.paddingX, y: titleY + index * section.title }, fit(line, titleWidth, fonts.sectionTitle), {
        font: fonts.sectionTitle,
        fill: palette.muted,
      }),
    )
    .join('');
  const survives =
    isDown && layout.kind !== 'status' && !layout.isInline
      ? textAt({ x: width - section.paddingX, y: titleY }, words.survives, {
          font: fonts.sectionNote,
          fill: palette.ink,
          anchor: 'end',
        })
      : '';
  return group(at, [back, heading, survives, ...sectionBody(layout, width, words, palette)]);
}

function sectionBody(layout: SectionLayout, width: number, words: NodeWords, palette: Palette): readonly string[] {
  switch (layout.kind) {
    case 'queue':
      return [
        ...layout.cells.map((placed) => svgCell(placed, palette)),
        ...(layout.emptyBox === null
          ? []
          : [
              textAt({ x: layout.emptyBox.x, y: layout.emptyBox.y + cell.height / 2 }, words.empty, {
                font: fonts.sectionNote,
                fill: palette.muted,
              }),
            ]),
        ...(layout.cursor === null
          ? []
          : [
              `<path d="M${layout.cursor.x},${layout.cursor.y - 4} v${cell.height + 8}" stroke="${palette.accent}" stroke-width="2"/>`,
            ]),
        ...layout.noteLines.map((line, index) =>
          textAt({ x: layout.noteAt.x, y: layout.noteAt.y + index * section.line }, line, {
            font: fonts.sectionNote,
            fill: palette.muted,
          }),
        ),
      ];
    case 'table': {
      const rowX = (layout.columns[0]?.x ?? 0) - table.paddingX;
      return [
        ...(layout.hasNames ? layout.columns : []).map(({ label, x }) =>
          textAt({ x, y: layout.columnsY + table.column / 2 }, label, { font: fonts.column, fill: palette.muted }),
        ),
        ...layout.rows.flatMap(({ y, cells, isNew }) => [
          ...(isNew
            ? [
                rect(
                  { x: rowX, y, width: width - section.paddingX - rowX, height: table.row },
                  { fill: palette['visible-soft'], radius: 5 },
                ),
              ]
            : []),
          ...cells.map((value, index) =>
            textAt({ x: layout.columns[index]?.x ?? 0, y: y + table.row / 2 }, value, {
              font: fonts.value,
              fill: palette.ink,
            }),
          ),
        ]),
      ];
    }
    case 'status': {
      const colours = toneColours(layout.content.tone);
      const stroke = palette[colours.border];
      return [
        rect(inset(layout.pill, 0.5), {
          fill: palette[colours.fill],
          stroke,
          radius: layout.lines.length > 1 ? 9 : 13,
        }),
        ...layout.lines.map((line, index) =>
          textAt(
            { x: layout.pill.x + pill.paddingX, y: layout.pill.y + pill.paddingY + (index + 0.5) * pill.line },
            line,
            { font: fonts.body, fill: palette[colours.ink] },
          ),
        ),
      ];
    }
  }
}

function svgCell({ content, box }: PlacedCell, palette: Palette): string {
  const style = fateStyle(content.fate);
  const stroke = palette[style.border];
  const glyph = content.isCount ? '' : glyphOf(content.fate);
  const text = glyph === '' ? content.label : `${glyph} ${content.label}`;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return [
    ...(style.isDoubled ? [rect(moved(inset(box, 0.5), { x: 3, y: 3 }), { fill: 'none', stroke, radius: 6 })] : []),
    rect(inset(box, 0.5), {
      fill: palette[style.fill],
      stroke,
      strokeWidth: content.isNew ? 2 : 1.2,
      radius: 6,
      dash: style.dash,
    }),
    textAt(middle, text, { font: fonts.cell, fill: palette[style.ink], anchor: 'middle', isStruck: style.isStruck }),
  ].join('');
}

function svgTimer({ box, label, content }: PlacedTimer, palette: Palette): string {
  const middle = box.y + box.height / 2;
  const x = box.x + chip.paddingX;
  return [
    rect(inset(box, 0.5), { fill: palette.panel, stroke: palette.edge, radius: 16 }),
    svgRing({ x: x + 6, y: middle }, content.share, palette),
    textAt({ x: x + chip.icon, y: middle }, label, { font: fonts.chip, fill: palette.ink }),
    textAt({ x: box.x + box.width - chip.paddingX, y: middle }, content.left, {
      font: fonts.chip,
      fill: palette.muted,
      anchor: 'end',
    }),
  ].join('');
}

/** A clock that drains clockwise; where nothing is left, it holds a tick. */
function svgRing({ x, y }: Point, share: number, palette: Palette): string {
  const ring = `cx="${round(x)}" cy="${round(y)}" r="5"`;
  const left = `<circle ${ring} pathLength="1" stroke="${palette.accent}" stroke-dasharray="1" stroke-dashoffset="${(share - 1).toFixed(3)}" transform="rotate(-90 ${round(x)} ${round(y)})"/>`;
  const tick = `<path d="M${round(x - 2.4)},${round(y + 0.3)} l1.8,1.8 3,-3.6" stroke="${palette.muted}"/>`;
  return `<g fill="none" stroke-width="2"><circle ${ring} stroke="${palette.line}"/>${share > 0 ? left : tick}</g>`;
}
