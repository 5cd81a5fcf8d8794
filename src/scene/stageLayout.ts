/** Where the boxes, process frames and arrows of a diagram go when there is room for it as its protocol drew it. */
import type { Diagram, NodeSpec, Side } from '../protocols/protocol.ts';
import { isVertical, type Box } from './geometry.ts';
import { frame, stage } from './metrics.ts';
import { placeEdges, type PlacedEdge } from './placeEdge.ts';

export interface PlacedNode {
  readonly spec: NodeSpec;
  readonly box: Box;
}

/** Around the nodes of one process, where it has several: what crashes as one. */
export interface PlacedFrame {
  readonly process: string;
  readonly box: Box;
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
  const heldBox = ({ spec, box }: PlacedNode, side: Side): Box =>
    isVertical(side) ? box : { ...box, height: spec.height };
  const bottom = Math.max(...[...nodes, ...frames].map(({ box }) => box.y + box.height));
  return {
    width: diagram.width,
    height: Math.max(diagram.height, bottom),
    nodes,
    frames,
    edges: placeEdges(diagram.edges, { nodes, frames, heldBox, sides: 'drawn' }),
  };
}

/** The diagram with all widths multiplied by one number, and all heights and gaps down by another. */
export function squeezed(diagram: Diagram, across: number, down: number): Diagram {
  if (across === 1 && down === 1) return diagram;
  const moved = movedAcross(diagram, across);
  const nodes = diagram.nodes.map((spec) => {
    const x = moved(spec.x);
    return {
      ...spec,
      x,
      width: moved(spec.x + spec.width) - x,
      y: Math.round(spec.y * down),
      height: Math.round(spec.height * down),
    };
  });
  // What is stretched has its room to grow inside.
  const height = down === 1 ? diagram.height : lowestOf(nodes);
  return { ...diagram, width: Math.round(diagram.width * across), height, nodes };
}

/** Where a place on the x axis goes. The less room there is, the more of it is taken from the gaps between the boxes. */
function movedAcross({ width, nodes }: Diagram, across: number): (x: number) => number {
  const boxed = (x: number): number => coveredUpTo(nodes, x);
  const all = boxed(width);
  const ofGaps = across * Math.min(1, Math.max(GAPS_LEAST, GAPS_LEAST + (across - GAPS_LEAST_AT) / 1.5));
  const ofBoxes = (across * width - ofGaps * (width - all)) / all;
  return (x) => Math.round(ofBoxes * boxed(x) + ofGaps * (x - boxed(x)));
}

const GAPS_LEAST = 0.86;
const GAPS_LEAST_AT = 0.7;

/** How much of the x axis up to a place has boxes on it. */
function coveredUpTo(nodes: readonly NodeSpec[], to: number): number {
  let covered = 0;
  let from = 0;
  for (const { x, width } of nodes.toSorted((one, other) => one.x - other.x)) {
    const end = Math.min(to, x + width);
    if (end > from) covered += end - Math.max(from, x);
    from = Math.max(from, end);
  }
  return covered;
}

/** Where the lowest box of a diagram ends. */
export function lowestOf(nodes: readonly NodeSpec[]): number {
  return Math.max(...nodes.map(({ y, height }) => y + height));
}

/** Boxes at their wanted places; one that would cover another moves down. The answer keeps the order of the diagram. */
export function stackInPlace(specs: readonly NodeSpec[], wanted: (spec: NodeSpec) => Box): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  for (const spec of specs.toSorted((one, other) => one.y - other.y)) {
    const box = wanted(spec);
    const above = placed.filter((other) => other.box.x < box.x + box.width && box.x < other.box.x + other.box.width);
    const gap = above.some((other) => other.spec.process === spec.process) ? stage.innerGap : stage.pushGap;
    const free = Math.max(box.y, ...above.map((other) => other.box.y + other.box.height + gap));
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
