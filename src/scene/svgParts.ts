/** The few SVG elements that pictures are made of, as text. */
import { round, type Box, type Point } from './geometry.ts';
import { fontFamilies, type Colour } from './theme.ts';
import type { Font } from './textWidth.ts';

export type Palette = { readonly [colour in Colour]: string };

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

interface TextStyle {
  readonly font: Font;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isStruck?: boolean;
}

/** A line of text around the middle of its height. */
export function textAt(
  { x, y }: Point,
  text: string,
  { font, fill, anchor = 'start', isStruck = false }: TextStyle,
): string {
  const attributes = [
    `x="${round(x)}"`,
    `y="${round(y + font.size * 0.35)}"`,
    `font-size="${font.size}"`,
    `fill="${fill}"`,
    ...(font.weight === 'bold' ? ['font-weight="600"'] : []),
    ...(font.family === 'mono' ? [`font-family="${fontFamilies.mono}"`] : []),
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(isStruck ? ['text-decoration="line-through"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

interface RectStyle {
  readonly fill: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly radius: number;
  readonly dash?: string | null;
  readonly opacity?: number;
}

export function rect(
  { x, y, width, height }: Box,
  { fill, stroke, strokeWidth = 1, radius, dash = null, opacity = 1 }: RectStyle,
): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"`,
    ...(stroke === undefined ? [] : [`stroke="${stroke}" stroke-width="${strokeWidth}"`]),
    ...(dash === null ? [] : [`stroke-dasharray="${dash}"`]),
    ...(opacity === 1 ? [] : [`opacity="${opacity}"`]),
  ];
  return `<rect ${attributes.join(' ')}/>`;
}

export function moved(box: Box, by: Point): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}

export function group(at: Point, parts: readonly string[]): string {
  return `<g transform="translate(${round(at.x)} ${round(at.y)})">${parts.join('')}</g>`;
}
