/** Where the boxes stand and the arrows run: the coordinator in the middle of the left side, the databases beside it. */
import type { Settings } from '../../engine/model.ts';
import type { Diagram, EdgeSpec, NodeSpec, Zoom } from '../protocol.ts';
import { participantsOf } from './settings.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

export function diagram(settings: Settings, zoom: Zoom): Diagram {
  const participants = participantsOf(settings);
  const height = participants.length * STEP[zoom] - GAP;
  const boxes = participants.map((id, index): NodeSpec => ({
    id,
    process: id,
    roles: [id],
    title: `node-${id}`,
    x: 620,
    y: index * STEP[zoom],
    width: zoom === 'concept' ? 300 : 340,
    height: STEP[zoom] - GAP,
  }));
  const coordinator: NodeSpec = {
    id: COORDINATOR,
    process: COORDINATOR_PROCESS,
    roles: [COORDINATOR],
    title: 'node-coordinator',
    x: 0,
    y: Math.max(0, height / 2 - COORDINATOR_HEIGHT / 2),
    width: 300,
    height: COORDINATOR_HEIGHT,
  };
  return {
    width: zoom === 'concept' ? 920 : 960,
    height: Math.max(height, COORDINATOR_HEIGHT),
    nodes: [coordinator, ...boxes],
    edges: participants.flatMap((id, index) => edges(id, index, participants.length)),
  };
}

const STEP: { readonly [zoom in Zoom]: number } = { concept: 170, internals: 200 };
const GAP = 40;
const COORDINATOR_HEIGHT = 220;

/** There above, back below, in the order of the boxes. */
function edges(id: string, index: number, count: number): readonly EdgeSpec[] {
  const place = (part: number): number => (index + part) / count;
  return [
    {
      id: `to-${id}`,
      source: COORDINATOR,
      target: id,
      channels: [`${COORDINATOR}>${id}`],
      leaves: { side: 'right', at: place(0.3) },
      arrives: { side: 'left', at: 0.35 },
    },
    {
      id: `from-${id}`,
      source: id,
      target: COORDINATOR,
      channels: [`${id}>${COORDINATOR}`],
      leaves: { side: 'left', at: 0.7 },
      arrives: { side: 'right', at: place(0.7) },
    },
  ];
}
