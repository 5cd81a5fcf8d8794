/** The same diagram for a narrow screen: what stood side by side stands below each other. */
import type { Diagram, NodeSpec } from '../protocols/protocol.ts';
import { frame, stage } from './metrics.ts';
import { placeEdges } from './placeEdge.ts';
import { framesAround, stackInPlace, type HeightOf, type PlacedNode, type StageLayout } from './stageLayout.ts';

/** Processes from left to right become rows. */
export function layoutStacked(diagram: Diagram, width: number, heightOf: HeightOf): StageLayout {
  let y = 0;
  const placed = columnsOf(diagram).flatMap((column) =>
    rowsOfColumn(column, diagram).flatMap((row, index, { length }) => {
      const nodes = placeRow(row, { y, width }, heightOf);
      const bottoms = [...nodes, ...framesAround(nodes)].map(({ box }) => box.y + box.height);
      y = Math.max(...bottoms) + (index === length - 1 ? stage.rowGap : stage.innerGap);
      return nodes;
    }),
  );
  const nodes = diagram.nodes.flatMap((spec) => placed.filter((node) => node.spec === spec));
  const frames = framesAround(nodes);
  const edges = placeEdges(diagram.edges, { nodes, frames, heldBox: ({ box }) => box, sides: 'facing' });
  return { width, height: Math.max(0, y - stage.rowGap), nodes, frames, edges };
}

/** The nodes of one process, and the stretch of the x axis that they take. */
interface Group {
  readonly specs: readonly NodeSpec[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Processes that share a stretch of the x axis are a column. */
function columnsOf({ nodes }: Diagram): readonly (readonly Group[])[] {
  const groups = [...new Set(nodes.map(({ process }) => process))].map((process): Group => {
    const specs = nodes.filter((spec) => spec.process === process);
    return {
      specs,
      left: Math.min(...specs.map(({ x }) => x)),
      right: Math.max(...specs.map(({ x, width }) => x + width)),
      top: Math.min(...specs.map(({ y }) => y)),
    };
  });
  const columns: { right: number; groups: Group[] }[] = [];
  for (const group of groups.toSorted((one, other) => one.left - other.left)) {
    const last = columns.at(-1);
    if (last !== undefined && group.left < last.right) {
      last.groups.push(group);
      last.right = Math.max(last.right, group.right);
    } else columns.push({ right: group.right, groups: [group] });
  }
  return columns.map(({ groups: members }) => members.toSorted((one, other) => one.top - other.top));
}

/** What only talks within its column, such as a shared database, stands above those who talk to others. */
function rowsOfColumn(column: readonly Group[], { edges }: Diagram): readonly (readonly Group[])[] {
  const own = new Set(column.flatMap(({ specs }) => specs.map(({ id }) => id)));
  const talksOutside = ({ specs }: Group): boolean =>
    specs.some(({ id }) =>
      edges.some(({ source, target }) => (source === id && !own.has(target)) || (target === id && !own.has(source))),
    );
  const inner = column.filter((group) => !talksOutside(group));
  const outer = column.filter(talksOutside);
  return [inner, outer].filter((row) => row.length > 0);
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
