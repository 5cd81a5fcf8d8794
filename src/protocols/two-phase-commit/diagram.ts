/** Where the boxes stand and the arrows run: the coordinator beside a few databases, or between two columns of many. */
import type { RoleId, Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Side, Zoom } from '../protocol.ts';
import { edge } from '../shared/edges.ts';
import { participantsOf } from './settings.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const participants = participantsOf(settings);
  const count = participants.length > BESIDE_MAX ? Math.ceil(participants.length / 2) : participants.length;
  const right: Column = { side: 'right', members: participants.slice(0, count) };
  const left: Column = { side: 'left', members: participants.slice(count) };
  const offset = left.members.length === 0 ? 0 : WIDTH[zoom] + WAY;
  const rightX = offset + COORDINATOR_WIDTH + (offset === 0 ? LONG_WAY : WAY);
  const height = Math.max(COORDINATOR_HEIGHT, count * STEP[zoom] - GAP);
  const coordinator: NodeSpec = {
    id: COORDINATOR,
    process: COORDINATOR_PROCESS,
    roles: [COORDINATOR],
    title: 'node-coordinator',
    x: offset,
    y: (height - COORDINATOR_HEIGHT) / 2,
    width: COORDINATOR_WIDTH,
    height: COORDINATOR_HEIGHT,
  };
  return {
    width: rightX + WIDTH[zoom],
    height,
    nodes: [coordinator, ...boxes(right, zoom, rightX), ...boxes(left, zoom, 0)],
    edges: [...edges(right), ...edges(left)],
  };
}

/** As many databases stand in one column. */
const BESIDE_MAX = 3;
const STEP: { readonly [zoom in Zoom]: number } = { concept: 180, internals: 190 };
const WIDTH: { readonly [zoom in Zoom]: number } = { concept: 270, internals: 320 };
const GAP = 40;
const COORDINATOR_WIDTH = 290;
const COORDINATOR_HEIGHT = 220;
const WAY = 190;
const LONG_WAY = 320;

/** The databases on one side of the coordinator, from top to bottom. */
interface Column {
  readonly side: Side & ('left' | 'right');
  readonly members: readonly RoleId[];
}

function boxes({ members }: Column, zoom: Zoom, x: number): readonly NodeSpec[] {
  return members.map((id, index) => ({
    id,
    process: id,
    roles: [id],
    title: `node-${id}`,
    x,
    y: index * STEP[zoom],
    width: WIDTH[zoom],
    height: STEP[zoom] - GAP,
  }));
}

/** There above, back below, in the order of the boxes. */
function edges({ side, members }: Column): readonly EdgeSpec[] {
  const facing = side === 'right' ? 'left' : 'right';
  return members.flatMap((id, index) => {
    const place = (part: number): number => (index + part) / members.length;
    return [
      edge(`to-${id}`, [COORDINATOR, side, place(0.3)], [id, facing, 0.35], [`${COORDINATOR}>${id}`]),
      edge(`from-${id}`, [id, facing, 0.7], [COORDINATOR, side, place(0.7)], [`${id}>${COORDINATOR}`]),
    ];
  });
}
