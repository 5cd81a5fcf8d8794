/** Arrows between placed boxes: straight wherever the boxes face each other. */
import type { RoleId } from '../engine/model.ts';
import { channelId } from '../engine/world.ts';
import type { EdgeSpec, Side } from '../protocols/protocol.ts';
import { anchorOf, isVertical, pathBetween, type Box, type Path, type PathEnd, type Point } from './geometry.ts';
import { stage } from './metrics.ts';
import type { PlacedFrame, PlacedNode } from './stageLayout.ts';

export interface PlacedEdge {
  readonly spec: EdgeSpec;
  readonly path: Path;
  /** `inside`: between two nodes of one process, so nothing rests on it. */
  readonly runs: 'across' | 'down' | 'inside';
  /** The free way between the two boxes. */
  readonly room: number;
  readonly isStraight: boolean;
}

export interface EdgeRequest {
  readonly nodes: readonly PlacedNode[];
  readonly frames: readonly PlacedFrame[];
  /** The part of a node's box that arrows hold on to. */
  readonly heldBox: (node: PlacedNode, side: Side) => Box;
  /** `drawn`: as the diagram says. `facing`: from the nearest sides, wherever the boxes have gone. */
  readonly sides: 'drawn' | 'facing';
}

/** All arrows. Those between the same two boxes are straight together or not at all, so that they never cross. */
export function placeEdges(specs: readonly EdgeSpec[], request: EdgeRequest): readonly PlacedEdge[] {
  const straight = specs.map((spec) => placeEdge(spec, request, true));
  const pairOf = ({ source, target }: EdgeSpec): string => [source, target].sort().join(' ');
  const bent = new Set(
    straight.flatMap((edges) => edges.filter(({ isStraight }) => !isStraight).map(({ spec }) => pairOf(spec))),
  );
  return specs.flatMap((spec, index) =>
    bent.has(pairOf(spec)) ? placeEdge(spec, request, false) : (straight[index] ?? []),
  );
}

/** The arrow of an edge; none if one of its nodes is not there. */
function placeEdge(spec: EdgeSpec, request: EdgeRequest, mayAlign: boolean): readonly PlacedEdge[] {
  const source = request.nodes.find((node) => node.spec.id === spec.source);
  const target = request.nodes.find((node) => node.spec.id === spec.target);
  if (source === undefined || target === undefined) return [];
  const isInside = source.spec.process === target.spec.process;
  const from = boundaryOf(source, { isInside, side: spec.leaves.side }, request);
  const to = boundaryOf(target, { isInside, side: spec.arrives.side }, request);
  const sides =
    request.sides === 'drawn' ? ([spec.leaves.side, spec.arrives.side] as const) : facingSides(from.box, to.box);
  const ends = [
    { ...from, side: sides[0], at: spec.leaves.at },
    { ...to, side: sides[1], at: spec.arrives.at },
  ] as const;
  const [start, end] = mayAlign ? alignedEnds(...ends) : [endOf(ends[0]), endOf(ends[1])];
  const isDown = isVertical(sides[0]);
  const room = isDown ? Math.abs(end.point.y - start.point.y) : Math.abs(end.point.x - start.point.x);
  const isStraight = isDown ? start.point.x === end.point.x : start.point.y === end.point.y;
  const runs = isInside ? 'inside' : isDown ? 'down' : 'across';
  return [{ spec, path: pathBetween(start, end), runs, room, isStraight }];
}

interface Boundary {
  readonly box: Box;
  readonly isFrame: boolean;
}

/** Messages between processes end at the border of the process: at its frame, where it has one. */
function boundaryOf(
  node: PlacedNode,
  { isInside, side }: { readonly isInside: boolean; readonly side: Side },
  { frames, heldBox }: EdgeRequest,
): Boundary {
  const frame = isInside ? undefined : frames.find(({ process }) => process === node.spec.process);
  return frame === undefined ? { box: heldBox(node, side), isFrame: false } : { box: frame.box, isFrame: true };
}

function facingSides(from: Box, to: Box): readonly [Side, Side] {
  if (from.y + from.height <= to.y) return ['bottom', 'top'];
  if (to.y + to.height <= from.y) return ['top', 'bottom'];
  return from.x < to.x ? ['right', 'left'] : ['left', 'right'];
}

interface End extends Boundary {
  readonly side: Side;
  readonly at: number;
}

/** The smaller box says where the arrow runs; the larger one follows if it reaches that far. */
function alignedEnds(from: End, to: End): readonly [PathEnd, PathEnd] {
  const [start, end] = [endOf(from), endOf(to)];
  if (isVertical(from.side) !== isVertical(to.side)) return [start, end];
  const fromLeads = !from.isFrame && (to.isFrame || lengthOf(from) <= lengthOf(to));
  return fromLeads ? [start, follow(end, to, start.point)] : [follow(start, from, end.point), end];
}

function endOf({ box, side, at }: End): PathEnd {
  return { point: anchorOf(box, side, at), side };
}

function lengthOf({ box, side }: End): number {
  return isVertical(side) ? box.width : box.height;
}

function follow(own: PathEnd, { box, side }: End, lead: Point): PathEnd {
  const margin = stage.edgeMargin;
  if (isVertical(side)) {
    const reaches = lead.x >= box.x + margin && lead.x <= box.x + box.width - margin;
    return reaches ? { side, point: { x: lead.x, y: own.point.y } } : own;
  }
  const reaches = lead.y >= box.y + margin && lead.y <= box.y + box.height - margin;
  return reaches ? { side, point: { x: own.point.x, y: lead.y } } : own;
}

/** The way of a message: the arrow that carries its channel, walked from its sender to its receiver. */
export interface Route {
  readonly edge: PlacedEdge;
  readonly isReversed: boolean;
  readonly at: (part: number) => Point;
}

interface Routes {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export function routeOf(
  { nodes, edges }: Routes,
  transfer: { readonly from: RoleId; readonly to: RoleId },
): Route | null {
  const { from, to } = transfer;
  const edge = edges.find(({ spec }) => spec.channels.includes(channelId(from, to)));
  if (edge === undefined) return null;
  const target = nodes.find(({ spec }) => spec.id === edge.spec.target);
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
