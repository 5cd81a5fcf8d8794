/** The whole sequence diagram as SVG shapes, for exports: the page draws the same marks with React (`views/sequence`). */
import { fateStyle } from './fateStyle.ts';
import { round } from './geometry.ts';
import type { Lifeline } from './lifelines.ts';
import { ARROW_FONT, placeArrows, type PlacedArrow } from './sequenceArrows.ts';
import { CHIP_HEIGHT, chipText, chipWidth, RAIL, waitText, type SequenceLayout } from './sequenceLayout.ts';
import type { ArrowMark, CallMark, ChipMark, DownMark, SequenceModel } from './sequenceModel.ts';
import { escapeXml, group, rect, textAt, type Palette } from './svgParts.ts';
import { widthOf, type Font } from './textWidth.ts';

const NAME: Font = { size: 13, weight: 'normal', family: 'text' };
const SMALL: Font = ARROW_FONT;
const SMALL_BOLD: Font = { ...SMALL, weight: 'bold' };
const NUMBER: Font = { size: 11, weight: 'bold', family: 'text' };
const MARGIN = 20;
const NAME_GAP = 16;

export interface SequencePicture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** Names at the left, then the diagram, on the ground of the theme. */
export function sequenceShapes(model: SequenceModel, layout: SequenceLayout, palette: Palette): SequencePicture {
  const names = Math.max(...model.lines.map(({ title }) => widthOf(title, NAME)));
  const left = MARGIN + names + NAME_GAP;
  const width = left + layout.width + MARGIN;
  const height = layout.height + 2 * MARGIN;
  const shapes = [
    rect({ x: 0, y: 0, width, height }, { fill: palette.panel, radius: 0 }),
    ...model.lines.map((line, index) => nameOf(line, layout.lineYs[index] ?? 0, palette)),
    group({ x: left, y: MARGIN }, marksOf(model, layout, palette)),
  ];
  return { width, height, shapes };
}

function nameOf({ title }: Lifeline, y: number, palette: Palette): string {
  return textAt({ x: MARGIN, y: y + MARGIN }, title, { font: NAME, fill: palette.ink });
}

function marksOf(model: SequenceModel, layout: SequenceLayout, palette: Palette): readonly string[] {
  const arrows = placeArrows(model.arrows, layout);
  return [
    ...layout.lineYs.map((y) => stroke(`M0,${y} H${layout.width}`, palette.line, 1.5)),
    ...model.downs.map((down) => downOf(down, layout, palette)),
    ...model.waits.map(({ frame, ms }) =>
      textAt({ x: (xOf(layout, frame - 1) + xOf(layout, frame)) / 2, y: RAIL - 16 }, waitText(ms), {
        font: { ...SMALL, size: 11 },
        fill: palette.muted,
        anchor: 'middle',
      }),
    ),
    ...model.calls.map((call) => callOf(call, layout, palette)),
    ...arrows.map((arrow) => messageOf(arrow, palette)),
    // Over all arrows, so that none runs through them.
    ...arrows.map((arrow) => nameOfArrow(arrow, palette)),
    ...model.chips.map((chip) => chipOf(chip, layout, palette)),
    ...model.stages.flatMap(({ frame, stages }) =>
      stages.map((stage, index) => {
        const x = xOf(layout, frame) + (index - (stages.length - 1) / 2) * 17;
        const circle = `<circle cx="${x}" cy="${RAIL - 16}" r="8" fill="${palette.muted}"/>`;
        return (
          circle + textAt({ x, y: RAIL - 16 }, String(stage), { font: NUMBER, fill: palette.panel, anchor: 'middle' })
        );
      }),
    ),
  ];
}

function xOf({ frameXs }: SequenceLayout, frame: number): number {
  return frameXs[frame] ?? 0;
}

function yOf({ lineYs }: SequenceLayout, line: number): number {
  return lineYs[line] ?? 0;
}

function stroke(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"${more}/>`;
}

function downOf({ line, from, until }: DownMark, layout: SequenceLayout, palette: Palette): string {
  const y = yOf(layout, line);
  const [start, end] = [xOf(layout, from), until === null ? layout.width : xOf(layout, until)];
  return [
    stroke(`M${start},${y} H${end}`, palette.panel, 3),
    stroke(`M${start},${y} H${end}`, palette.bad, 1.75, ' stroke-dasharray="1.5 5"'),
    stroke(`M${start - 6},${y - 6} l12,12 m0,-12 l-12,12`, palette.bad, 2.25),
    until === null
      ? ''
      : `<circle cx="${end}" cy="${y}" r="4.5" fill="${palette.panel}" stroke="${palette.visible}" stroke-width="2"/>`,
  ].join('');
}

function callOf({ frame, from, to }: CallMark, layout: SequenceLayout, palette: Palette): string {
  const [x, y] = [xOf(layout, frame), yOf(layout, to)];
  return (
    stroke(`M${x},${yOf(layout, from)} V${y}`, palette.edge, 1, ' stroke-dasharray="2 3"') +
    `<circle cx="${x}" cy="${y}" r="2.5" fill="${palette.edge}"/>`
  );
}

function messageOf(arrow: PlacedArrow, palette: Palette): string {
  const { x1, y1, x2, y2, bendX, end, fate, label } = arrow;
  const { dash } = fateStyle(fate);
  const colour = colourOf(arrow, palette);
  const dashed = dash === null ? '' : ` stroke-dasharray="${dash}"`;
  const shapes = [
    stroke(
      `M${round(x1)},${round(y1)} ${bendX === null ? '' : `L${round(bendX)},${round(y2)} `}L${round(x2)},${round(y2)}`,
      colour,
      1.75,
      dashed,
    ),
    headOf(end, arrow, colour, palette),
  ];
  return arrow.name === null ? `<g><title>${escapeXml(label)}</title>${shapes.join('')}</g>` : shapes.join('');
}

function colourOf({ end, fate }: ArrowMark, palette: Palette): string {
  const { border } = fateStyle(fate);
  const isDead = end === 'dropped' || end === 'lost';
  return palette[isDead ? 'bad' : border === 'edge' || border === 'line' ? 'ink' : border];
}

type Ends = Pick<PlacedArrow, 'x1' | 'y1' | 'x2' | 'y2'>;

function headOf(end: ArrowMark['end'], { x1, y1, x2, y2 }: Ends, colour: string, palette: Palette): string {
  const angle = round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI);
  const place = `transform="translate(${round(x2)} ${round(y2)}) rotate(${angle})"`;
  const open = `fill="${palette.panel}" stroke="${colour}" stroke-width="1.75"`;
  switch (end) {
    case 'delivered':
      return `<path d="M0,0 l-8,-3.6 v7.2 z" fill="${colour}" ${place}/>`;
    case 'ignored':
      return `<path d="M-8,-4.5 L0,0 L-8,4.5 M2,-6 v12" ${open} ${place}/>`;
    case 'dropped':
    case 'lost':
      return `<path d="M${round(x2 - 4.5)},${round(y2 - 4.5)} l9,9 m0,-9 l-9,9" ${open}/>`;
    case 'flying':
      return `<circle cx="${round(x2)}" cy="${round(y2)}" r="3" ${open}/>`;
  }
}

function nameOfArrow(arrow: PlacedArrow, palette: Palette): string {
  if (arrow.name === null) return '';
  const { text, anchor, ...at } = arrow.name;
  const colour = colourOf(arrow, palette);
  const halo = `stroke="${palette.panel}" stroke-width="3.5" stroke-linejoin="round"`;
  const written = textAt(at, text, { font: SMALL, fill: colour, anchor });
  return written.replace('<text ', `<text ${halo} `).replace(`fill="${colour}"`, `fill="${palette.panel}"`) + written;
}

function chipOf(chip: ChipMark, layout: SequenceLayout, palette: Palette): string {
  const width = chipWidth(chip);
  const x = xOf(layout, chip.frame) - width / 2;
  const middle = yOf(layout, chip.line);
  const isClock = chip.kind === 'clock';
  const box = { x: x + 0.5, y: middle - CHIP_HEIGHT / 2 + 0.5, width: width - 1, height: CHIP_HEIGHT - 1 };
  const look = isClock
    ? { fill: palette.panel, stroke: palette.edge, ink: palette.ink }
    : { fill: palette['accent-soft'], stroke: palette.accent, ink: palette.accent };
  const clockX = x + 13;
  return [
    rect(box, { fill: look.fill, stroke: look.stroke, radius: 6 }),
    isClock
      ? stroke(
          `M${clockX},${middle - 4.5} a4.5,4.5 0 1 0 0.01,0 M${clockX},${middle - 2.4} v2.4 l1.8,1.2`,
          palette.muted,
          1,
        )
      : '',
    textAt({ x: isClock ? x + 22 : x + width / 2, y: middle }, chipText(chip), {
      font: isClock ? SMALL : SMALL_BOLD,
      fill: look.ink,
      anchor: isClock ? 'start' : 'middle',
    }),
  ].join('');
}
