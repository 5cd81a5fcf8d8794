/** The same diagram for a narrow screen: what stood side by side stands below each other. */
import type { Diagram, NodeSpec, Side } from '../protocols/protocol.ts';
import { frame, stage } from './metrics.ts';
import {
  framesAround,
  placeEdge,
  stackInPlace,
  type HeightOf,
  type PlacedNode,
  type StageLayout,
} from './stageLayout.ts';

/** Processes from left to right become rows; left becomes top, right becomes bottom. */
export function layoutStacked(diagram: Diagram, width: number, heightOf: HeightOf): StageLayout {
  let y = 0;
  const placed = rowsOf(diagram.nodes).flatMap((row) => {
    const nodes = placeRow(row, { y, width }, heightOf);
    const bottoms = [...nodes, ...framesAround(nodes)].map(({ box }) => box.y + box.height);
    y = Math.max(...bottoms) + stage.rowGap;
    return nodes;
  });
  const nodes = diagram.nodes.flatMap((spec) => placed.filter((node) => node.spec === spec));
  const edges = diagram.edges.flatMap((edge) => placeEdge(edge, nodes, ({ box }) => box, transposed));
  return { width, height: Math.max(0, y - stage.rowGap), nodes, frames: framesAround(nodes), edges };
}

/** The nodes of one process, and the stretch of the x axis that they take. */
interface Group {
  readonly specs: readonly NodeSpec[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function rowsOf(nodes: readonly NodeSpec[]): readonly (readonly Group[])[] {
  const groups = [...new Set(nodes.map(({ process }) => process))].map((process): Group => {
    const specs = nodes.filter((spec) => spec.process === process);
    return {
      specs,
      left: Math.min(...specs.map(({ x }) => x)),
      right: Math.max(...specs.map(({ x, width }) => x + width)),
      top: Math.min(...specs.map(({ y }) => y)),
    };
  });
  const rows: { right: number; groups: Group[] }[] = [];
  for (const group of groups.toSorted((one, other) => one.left - other.left)) {
    const last = rows.at(-1);
    if (last !== undefined && group.left < last.right) {
      last.groups.push(group);
      last.right = Math.max(last.right, group.right);
    } else rows.push({ right: group.right, groups: [group] });
  }
  return rows.map((row) => row.groups.toSorted((one, other) => one.top - other.top));
}

interface Place {
  readonly y: number;
  readonly width: number;
}

/** The least width of two processes side by side. */
const BESIDE_MIN = 132;

function placeRow(row: readonly Group[], { y, width }: Place, heightOf: HeightOf): readonly PlacedNode[] {
  const each = Math.floor((width - (row.length - 1) * stage.columnGap) / row.length);
  if (row.length > 1 && each >= BESIDE_MIN) {
    return row.flatMap(({ specs }, index) =>
      placeGroup(specs, { x: index * (each + stage.columnGap), y, width: each }, heightOf),
    );
  }
  let top = y;
  return row.flatMap(({ specs }) => {
    const nodes = placeGroup(specs, { x: 0, y: top, width }, heightOf);
    top = Math.max(...nodes.map(({ box }) => box.y + box.height)) + stage.columnGap;
    return nodes;
  });
}

/** One node takes the whole width. Several keep their arrangement inside the frame, squeezed to the width. */
function placeGroup(
  specs: readonly NodeSpec[],
  at: Place & { readonly x: number },
  heightOf: HeightOf,
): readonly PlacedNode[] {
  const [only, ...others] = specs;
  if (only === undefined) return [];
  if (others.length === 0) {
    return [{ spec: only, box: { x: at.x, y: at.y, width: at.width, height: heightOf(only, at.width) } }];
  }
  const left = Math.min(...specs.map(({ x }) => x));
  const right = Math.max(...specs.map(({ x, width }) => x + width));
  const top = Math.min(...specs.map(({ y }) => y));
  const scale = (at.width - 2 * frame.padding) / (right - left);
  return stackInPlace(specs, (spec) => {
    const width = Math.floor(spec.width * scale);
    const x = Math.round(at.x + frame.padding + (spec.x - left) * scale);
    return { x, y: at.y + frame.header + (spec.y - top) * TIGHTER, width, height: heightOf(spec, width) };
  });
}

/** Rows inside a frame may come this much closer: growing boxes push them apart again. */
const TIGHTER = 0.5;

function transposed(side: Side): Side {
  switch (side) {
    case 'left':
      return 'top';
    case 'right':
      return 'bottom';
    case 'top':
      return 'left';
    case 'bottom':
      return 'right';
  }
}
