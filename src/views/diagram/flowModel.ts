/** What React Flow is given: constant until the layout itself changes. */
import type { Edge, Node } from '@xyflow/react';
import type { Selection } from '../../player/session.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Size } from './diagramModel.ts';

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
  return type === 'frame' ? { kind: 'process', id: processOf(id) } : { kind: 'node', id };
}

/** The process of a frame. */
export function processOf(frameId: string): string {
  return frameId.slice(FRAME.length);
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
