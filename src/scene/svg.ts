/** A scene as one self-contained SVG text: for exports, the static page and tests. */
import { edgeColour } from './edgeColour.ts';
import { round } from './geometry.ts';
import { stage } from './metrics.ts';
import type { Scene } from './scene.ts';
import { svgFrame, svgNode, type NodeWords } from './svgNode.ts';
import { svgEdge, svgHint, svgPacket, svgRemains } from './svgPacket.ts';
import { escapeXml, rect, type Palette } from './svgParts.ts';
import { paletteOf, wholeSvg, type ExportTheme, type WholeWords } from './svgWhole.ts';
import { pageColours, type Colour } from './theme.ts';

export interface SvgWords extends NodeWords, WholeWords {}

/** `auto` is light, and dark for who prefers that: both in one text. */
export function sceneToSvg(scene: Scene, theme: ExportTheme, words: SvgWords): string {
  const palette = paletteOf(theme);
  const { margin } = stage;
  const { width, height, viewBox } = extentOf(scene);
  const back = rect({ x: -margin, y: -margin, width, height }, { fill: palette.bg, radius: 0 });
  return wholeSvg({ width, height, viewBox, theme, words }, [back, ...shapesOf(scene, palette, words, '')]);
}

/** The shapes of a scene alone, for a picture that is made of several. `prefix` keeps its marks apart from others'. */
export function sceneShapes(scene: Scene, theme: ExportTheme, words: NodeWords, prefix: string): readonly string[] {
  return shapesOf(scene, paletteOf(theme), words, prefix);
}

/**
 * The same picture as a part of the page, in the page's own colours and font, with its title as its only name. Every `<g data-packet>` and `<g data-motion>` can be found by its place in the scene, to be acted out. `id`
 * keeps the marks of several pictures on one page apart.
 */
export function sceneToPageSvg(scene: Scene, id: string, words: Omit<SvgWords, 'description'>): string {
  const { width, height, viewBox } = extentOf(scene);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}" role="img" lang="${words.lang}" aria-label="${escapeXml(words.title)}">`,
    ...shapesOf(scene, pageColours, words, `${id}-`),
    '</svg>',
  ].join('\n');
}

export function extentOf(scene: Scene) {
  const { margin } = stage;
  const width = round(scene.width + 2 * margin);
  const height = round(scene.height + 2 * margin);
  return { width, height, viewBox: `${-margin} ${-margin} ${width} ${height}` };
}

function shapesOf(scene: Scene, palette: Palette, words: NodeWords, prefix: string): readonly string[] {
  const framed = new Set(scene.frames.map(({ process }) => process));
  const colours = scene.edges.map((edge) => edgeColour(edge, scene.packets, scene.motions));
  return [
    `<defs>${heads([...new Set(colours.map((colour) => colour ?? 'edge'))], palette, prefix)}</defs>`,
    ...scene.frames.map((frame) => svgFrame(frame, palette)),
    ...scene.edges.map((edge, index) => svgEdge(edge, colours[index] ?? null, palette, prefix)),
    ...scene.hints.map((hint) => svgHint(hint, palette)),
    ...scene.nodes.map((node) => svgNode(node, framed.has(node.spec.process), words, palette)),
    ...scene.motions.map((motion, index) => `<g data-motion="${index}">${svgRemains(motion, palette)}</g>`),
    ...scene.packets.map((packet, index) => `<g data-packet="${index}">${svgPacket(packet, palette)}</g>`),
  ];
}

function heads(colours: readonly Colour[], palette: Palette, prefix: string): string {
  return colours
    .map(
      (colour) =>
        `<marker id="${prefix}head-${colour}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto-start-reverse">` +
        `<path d="M0,0.8 L9.5,5 L0,9.2 z" fill="${palette[colour]}"/></marker>`,
    )
    .join('');
}
