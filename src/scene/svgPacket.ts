/** Messages and arrows as SVG. */
import { fateStyle } from './fateStyle.ts';
import { inset, round, type Box } from './geometry.ts';
import { HINT_RADIUS, type HintShape } from './hints.ts';
import { fonts, packet as metrics } from './metrics.ts';
import type { MotionShape } from './motions.ts';
import { signOf, type MessageLook, type PacketShape } from './packets.ts';
import { isTwoWay, type PlacedEdge } from './placeEdge.ts';
import { moved, rect, textAt, type Palette } from './svgParts.ts';
import type { Colour } from './theme.ts';

/** `prefix` begins the ids of the arrow heads in this picture. */
export function svgEdge(edge: PlacedEdge, colour: Colour | null, palette: Palette, prefix: string): string {
  const stroke = palette[colour ?? 'edge'];
  const mark = `url(#${prefix}head-${colour ?? 'edge'})`;
  const head = `marker-end="${mark}"`;
  const tail = isTwoWay(edge) ? ` marker-start="${mark}"` : '';
  const width = colour === null ? 1.25 : 2;
  return `<path d="${edge.path.d}" fill="none" stroke="${stroke}" stroke-width="${width}" ${head}${tail}/>`;
}

export function svgHint({ stage, at }: HintShape, palette: Palette): string {
  return [
    `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${HINT_RADIUS}" fill="${palette.bg}" stroke="${palette.edge}"/>`,
    textAt(at, String(stage), { font: { ...fonts.cell, size: 11 }, fill: palette.muted, anchor: 'middle' }),
  ].join('');
}

export function svgPacket({ box, look, ids }: PacketShape, palette: Palette): string {
  const style = fateStyle(look.fate);
  const stroke = palette[style.border];
  const isDoubled = style.isDoubled || ids.length > 1;
  return [
    ...(isDoubled
      ? [rect(moved(inset(box, 0.5), { x: 3.5, y: 3.5 }), { fill: palette.panel, stroke, radius: 14 })]
      : []),
    rect(inset(box, 0.75), { fill: palette[style.fill], stroke, strokeWidth: 1.5, radius: 14, dash: style.dash }),
    ...lookParts(look, box, palette),
    ...(ids.length > 1
      ? [
          textAt({ x: box.x + box.width + 9, y: box.y + box.height / 2 }, `×${ids.length}`, {
            font: fonts.label,
            fill: palette.ink,
          }),
        ]
      : []),
  ].join('');
}

/** What a motion leaves behind: a caption where it arrived, a struck ghost where it died. */
export function svgRemains({ look, remains, end, reason }: MotionShape, palette: Palette): string {
  if (look === null || remains === null) return '';
  if (end === 'arrived') {
    const back = rect(remains, { fill: palette.bg, radius: 14, opacity: 0.92 });
    return [back, ...lookParts(look, remains, palette)].join('');
  }
  const under = remains.y + remains.height;
  return [
    rect(inset(remains, 0.75), { fill: palette.bg, stroke: palette.bad, radius: 14, dash: '2 3' }),
    ...lookParts({ ...look, fate: 'rolled-back' }, remains, palette),
    ...reason.map((line, index) =>
      textAt({ x: remains.x + remains.width / 2, y: under + 10 + index * 16 }, line, {
        font: fonts.label,
        fill: palette.muted,
        anchor: 'middle',
      }),
    ),
  ].join('');
}

function lookParts(look: MessageLook, box: Box, palette: Palette): readonly string[] {
  const style = fateStyle(look.fate);
  const fill = palette[style.ink];
  const middle = box.y + box.height / 2;
  const glyph = signOf(look);
  let x = box.x + metrics.paddingX;
  const parts: string[] = [];
  if (look.stage !== null) {
    const centre = x + metrics.number / 2 - 2;
    parts.push(
      `<circle cx="${centre}" cy="${middle}" r="${metrics.number / 2}" fill="${fill}"/>`,
      textAt({ x: centre, y: middle }, String(look.stage), { font: fonts.cell, fill: palette.panel, anchor: 'middle' }),
    );
    x += metrics.number + metrics.gap - 2;
  }
  if (glyph !== '') {
    parts.push(textAt({ x, y: middle }, glyph, { font: fonts.packet, fill }));
    x += metrics.glyph + metrics.gap - 3;
  }
  parts.push(textAt({ x, y: middle }, look.label, { font: fonts.packet, fill, isStruck: style.isStruck }));
  return parts;
}
