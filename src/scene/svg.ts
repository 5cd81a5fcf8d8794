/** A scene as one self-contained SVG text: for exports, the static page and tests. */
import { round } from './geometry.ts';
import { stage } from './metrics.ts';
import type { Scene } from './scene.ts';
import { svgFrame, svgNode, type NodeWords } from './svgNode.ts';
import { edgeColour, svgEdge, svgHint, svgPacket, svgRemains } from './svgPacket.ts';
import { escapeXml, rect, type Palette } from './svgParts.ts';
import { fontFamilies, themes, type Colour, type ThemeName } from './theme.ts';

export interface SvgWords extends NodeWords {
  /** What the picture is, in a few words. */
  readonly title: string;
  /** What it shows, in a sentence or more. */
  readonly description: string;
  readonly lang: string;
}

export function sceneToSvg(scene: Scene, theme: ThemeName, words: SvgWords): string {
  const palette = themes[theme];
  const { margin } = stage;
  const width = round(scene.width + 2 * margin);
  const height = round(scene.height + 2 * margin);
  const framed = new Set(scene.frames.map(({ process }) => process));
  const colours = scene.edges.map((edge) => edgeColour(edge, scene.packets, scene.motions));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${width} ${height}" width="${width}" height="${height}" ` +
      `role="img" aria-labelledby="title desc" lang="${words.lang}" font-family="${fontFamilies.text}">`,
    `<title id="title">${escapeXml(words.title)}</title>`,
    `<desc id="desc">${escapeXml(words.description)}</desc>`,
    `<defs>${heads([...new Set(colours.map((colour) => colour ?? 'edge'))], palette)}</defs>`,
    rect({ x: -margin, y: -margin, width, height }, { fill: palette.bg, radius: 0 }),
    ...scene.frames.map((frame) => svgFrame(frame, palette)),
    ...scene.edges.map((edge, index) => svgEdge(edge, colours[index] ?? null, palette)),
    ...scene.hints.map((hint) => svgHint(hint, palette)),
    ...scene.nodes.map((node) => svgNode(node, framed.has(node.spec.process), words, palette)),
    ...scene.motions.map((motion) => svgRemains(motion, palette)),
    ...scene.packets.map((packet) => svgPacket(packet, palette)),
    '</svg>',
  ].join('\n');
}

function heads(colours: readonly Colour[], palette: Palette): string {
  return colours
    .map(
      (colour) =>
        `<marker id="head-${colour}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto-start-reverse">` +
        `<path d="M0,0.8 L9.5,5 L0,9.2 z" fill="${palette[colour]}"/></marker>`,
    )
    .join('');
}
