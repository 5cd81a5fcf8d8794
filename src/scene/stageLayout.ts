/** Where the boxes, process frames and arrows of a diagram go when there is room for it as its protocol drew it. */
import type { RoleId } from '../engine/model.ts';
import { channelId } from '../engine/world.ts';
import type { Diagram, EdgeSpec, NodeSpec, Side } from '../protocols/protocol.ts';
import { anchorOf, pathBetween, type Box, type Path, type Point } from './geometry.ts';
import { frame, stage } from './metrics.ts';

export interface PlacedNode {
  readonly spec: NodeSpec;
  readonly box: Box;
}

/** Around the nodes of one process, where it has several: what crashes as one. */
export interface PlacedFrame {
  readonly process: string;
  readonly box: Box;
}

export interface PlacedEdge {
  readonly spec: EdgeSpec;
  readonly path: Path;
  /** `inside`: between two nodes of one process, so nothing rests on it. */
  readonly runs: 'across' | 'down' | 'inside';
  /** The free way between the two boxes. */
  readonly room: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly frames: readonly PlacedFrame[];
  readonly edges: readonly PlacedEdge[];
}

/** What a node needs, once its width is known. */
export type HeightOf = (spec: NodeSpec, width: number) => number;

/**
 * Arrows keep their places while the contents change: they hold on to the height in the diagram, which is the least that a
 * node has. A node that grows pushes the ones below it.
 */
export function layoutWide(diagram: Diagram, heightOf: HeightOf): StageLayout {
  const nodes = stackInPlace(diagram.nodes, (spec) => {
    const height = Math.max(spec.height, heightOf(spec, spec.width));
    return { x: spec.x, y: spec.y, width: spec.width, height };
  });
  const frames = framesAround(nodes);
  const held = ({ spec, box }: PlacedNode, side: Side): Box =>
    side === 'bottom' ? box : { ...box, height: spec.height };
  const bottom = Math.max(...[...nodes, ...frames].map(({ box }) => box.y + box.height));
  return {
    width: diagram.width,
    height: Math.max(diagram.height, bottom),
    nodes,
    frames,
    edges: diagram.edges.flatMap((edge) => placeEdge(edge, nodes, held, (side) => side)),
  };
}

/** Boxes at their wanted places; one that would cover another moves down. The answer keeps the order of the diagram. */
export function stackInPlace(specs: readonly NodeSpec[], wanted: (spec: NodeSpec) => Box): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  for (const spec of specs.toSorted((one, other) => one.y - other.y)) {
    const box = wanted(spec);
    const above = placed.filter((other) => other.box.x < box.x + box.width && box.x < other.box.x + other.box.width);
    const free = Math.max(box.y, ...above.map((other) => other.box.y + other.box.height + stage.pushGap));
    placed.push({ spec, box: { ...box, y: free } });
  }
  return specs.flatMap((spec) => placed.filter((node) => node.spec === spec));
}

export function framesAround(nodes: readonly PlacedNode[]): readonly PlacedFrame[] {
  const processes = [...new Set(nodes.map(({ spec }) => spec.process))];
  return processes.flatMap((process) => {
    const boxes = nodes.filter(({ spec }) => spec.process === process).map(({ box }) => box);
    return boxes.length < 2 ? [] : [{ process, box: frameAround(boxes) }];
  });
}

function frameAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - frame.padding;
  const top = Math.min(...boxes.map(({ y }) => y)) - frame.header;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + frame.padding;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + frame.padding;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The arrow between two placed nodes; `turn` says which side stands for which. None if one of them is not there. */
export function placeEdge(
  spec: EdgeSpec,
  nodes: readonly PlacedNode[],
  boxOf: (node: PlacedNode, side: Side) => Box,
  turn: (side: Side) => Side,
): readonly PlacedEdge[] {
  const source = nodes.find((node) => node.spec.id === spec.source);
  const target = nodes.find((node) => node.spec.id === spec.target);
  if (source === undefined || target === undefined) return [];
  const isInside = source.spec.process === target.spec.process;
  const [leaves, arrives] = isInside
    ? [spec.leaves.side, spec.arrives.side]
    : [turn(spec.leaves.side), turn(spec.arrives.side)];
  const from = anchorOf(boxOf(source, leaves), leaves, spec.leaves.at);
  const to = anchorOf(boxOf(target, arrives), arrives, spec.arrives.at);
  const path = pathBetween({ point: from, side: leaves }, { point: to, side: arrives });
  const isAcross = leaves === 'left' || leaves === 'right';
  const room = isAcross ? Math.abs(to.x - from.x) : Math.abs(to.y - from.y);
  return [{ spec, path, runs: isInside ? 'inside' : isAcross ? 'across' : 'down', room }];
}

/** The way of a message: the arrow that carries its channel, walked from its sender to its receiver. */
export interface Route {
  readonly edge: PlacedEdge;
  readonly isReversed: boolean;
  readonly at: (part: number) => Point;
}

export function routeOf(
  layout: StageLayout,
  { from, to }: { readonly from: RoleId; readonly to: RoleId },
): Route | null {
  const channel = channelId(from, to);
  const edge = layout.edges.find(({ spec }) => spec.channels.includes(channel));
  if (edge === undefined) return null;
  const target = layout.nodes.find(({ spec }) => spec.id === edge.spec.target);
  const isReversed = target !== undefined && target.spec.roles.includes(from) && !target.spec.roles.includes(to);
  return { edge, isReversed, at: (part) => edge.path.at(isReversed ? 1 - part : part) };
}

/** An arrow that carries messages in both directions has a head at both ends. */
export function isTwoWay({ spec }: PlacedEdge): boolean {
  return spec.channels.some((channel) => {
    const [from, to] = channel.split('>');
    return spec.channels.includes(`${to}>${from}`);
  });
}
