/** What React Flow is given, and where its window onto the stage stands. Constant until the layout itself changes. */
import type { Edge, Node, Viewport } from '@xyflow/react';
import { stable } from '../../engine/data.ts';
import type { Selection } from '../../player/session.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const STAGE_MARGIN = 20;
const STAGE_MARGIN_Y = 10;

/** Below this width the boxes stand below each other. */
const STACKED_BELOW = 600;
/** Letters of 13 px keep at least 11 px. */
const LEGIBLE = 0.86;
const SQUEEZE_MIN = 0.8;
const LARGEST = 1.3;

/** How to arrange a diagram on a stage: squeeze it a little before letters would become too small. */
export function arrangementFor(stage: Size, diagram: Size): Arrangement {
  if (stage.width < STACKED_BELOW) {
    return remembered({ kind: 'stacked', width: Math.max(240, stage.width - 2 * STACKED_MARGIN) });
  }
  // Where the height decides how large it can be drawn, there is no need to be narrow.
  const byHeight = (stage.height - 2 * STAGE_MARGIN_Y) / (diagram.height * GROWTH);
  const zoom = Math.min(LEGIBLE, Math.max(ZOOM_MIN, byHeight));
  const needed = (stage.width - 2 * STAGE_MARGIN) / (diagram.width * zoom);
  // In steps, so that dragging a window does not lay out everything anew at every pixel.
  return remembered({ kind: 'wide', squeeze: Math.min(1, Math.max(SQUEEZE_MIN, Math.floor(needed * 25) / 25)) });
}

/** Diagrams say the height that they begin with; in most runs they become this much higher. */
const GROWTH = 1.3;

const arrangements = new Map<string, Arrangement>();

/** Equal arrangements are the same object, so that they can be compared and remembered by. */
function remembered(arrangement: Arrangement): Arrangement {
  const key = stable(arrangement);
  const known = arrangements.get(key) ?? arrangement;
  arrangements.set(key, known);
  return known;
}

export const STACKED_MARGIN = 12;

/** The whole scene, in the middle of the stage; where it does not fit legibly, its upper left part. */
export function fittingViewport(stage: Size, scene: Size, arrangement: Arrangement): Viewport {
  if (arrangement.kind === 'stacked') return { x: STACKED_MARGIN, y: STACKED_MARGIN, zoom: 1 };
  const wanted = Math.min(
    (stage.width - 2 * STAGE_MARGIN) / scene.width,
    (stage.height - 2 * STAGE_MARGIN_Y) / scene.height,
  );
  const zoom = Math.min(LARGEST, Math.max(ZOOM_MIN, wanted));
  const x = Math.max(STAGE_MARGIN, (stage.width - scene.width * zoom) / 2);
  const y = Math.max(STAGE_MARGIN_Y, (stage.height - scene.height * zoom) / 2);
  return { x, y, zoom };
}

/** Smaller than this nobody can read it: then one has to pan. */
const ZOOM_MIN = 0.66;

/** What decides the arrays: equal text, equal arrays. */
export function layoutKey({ nodes, frames, edges }: Scene): string {
  const boxes = [...nodes, ...frames].map(({ box }) => [box.x, box.y, box.width, box.height].join(' '));
  return [...boxes, ...edges.map(({ spec, path }) => `${spec.id} ${path.d}`)].join('|');
}

export type FlowNode = Node<Record<string, never>, 'box' | 'frame'>;
export type FlowEdge = Edge<Record<string, never>, 'arrow'>;

/** Frames first, so that boxes lie on them; then boxes in the order in which a reader goes through them. */
export function flowNodes({ nodes, frames }: Scene): FlowNode[] {
  const frameNodes = frames.map(({ process, box }): FlowNode => flowNode(`${FRAME}${process}`, 'frame', box));
  return [...frameNodes, ...nodes.map(({ id, box }): FlowNode => flowNode(id, 'box', box))];
}

function flowNode(
  id: string,
  type: 'box' | 'frame',
  { x, y, width, height }: Size & { x: number; y: number },
): FlowNode {
  const measured = { width, height };
  const zIndex = type === 'frame' ? -1 : 0;
  return { id, type, position: { x, y }, width, height, measured, data: {}, zIndex, domAttributes: NO_ROLE };
}

/** What a right click on a box or frame is about. */
export function selectionOf({ id, type }: FlowNode): Selection {
  return type === 'frame' ? { kind: 'process', id: id.slice(FRAME.length) } : { kind: 'node', id };
}

const FRAME = 'frame-';

/** React Flow would call every part a "node" or an "edge", in English. Boxes have names of their own. */
const NO_ROLE = { 'aria-roledescription': undefined };

/** Arrows are silent: every message on them says from where to where it goes. */
const SILENT = { ...NO_ROLE, 'aria-hidden': true };

export function flowEdges({ edges }: Scene): FlowEdge[] {
  return edges.map(({ spec: { id, source, target } }) => ({
    id,
    source,
    target,
    type: 'arrow',
    data: {},
    zIndex: 0,
    domAttributes: SILENT,
  }));
}
