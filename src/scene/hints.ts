/** Which numbered steps use which arrow in an undisturbed run: pale numbers on arrows that carry nothing now. */
import { remembered } from '../engine/remembered.ts';
import { replay } from '../engine/timeline.ts';
import { channelId } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { cleanScenario } from '../scenario/library.ts';
import { boxesOverlap, type Box, type Point } from './geometry.ts';
import type { MotionShape } from './motions.ts';
import type { PacketShape } from './packets.ts';
import type { PlacedEdge } from './placeEdge.ts';

export interface HintShape {
  readonly edge: string;
  readonly stage: number;
  /** The middle of the number. */
  readonly at: Point;
}

export const HINT_RADIUS = 8;
const HINT_GAP = 20;

export function hintsOn(
  protocol: Protocol,
  edges: readonly PlacedEdge[],
  busy: readonly (PacketShape | MotionShape)[],
): readonly HintShape[] {
  const stages = stagesByChannel(protocol);
  const busyEdges = new Set(busy.map(({ edge }) => edge));
  const covered = busy.flatMap((one) => ('remains' in one && one.remains !== null ? [withNote(one.remains)] : []));
  return edges.flatMap((edge) => {
    const here = [...new Set(edge.spec.channels.flatMap((channel) => stages.get(channel) ?? []))];
    if (busyEdges.has(edge.spec.id)) return [];
    const hints = here.map((stage, index): HintShape => {
      const along = ((index - (here.length - 1) / 2) * HINT_GAP) / Math.max(1, edge.path.length);
      return { edge: edge.spec.id, stage, at: edge.path.at(0.5 + along) };
    });
    return hints.filter(({ at }) => !covered.some((box) => boxesOverlap(box, around(at))));
  });
}

/** What is left of a message, with the words below it. */
function withNote(box: Box): Box {
  return { ...box, height: box.height + NOTE };
}

const NOTE = 24;

function around({ x, y }: Point): Box {
  return { x: x - HINT_RADIUS, y: y - HINT_RADIUS, width: 2 * HINT_RADIUS, height: 2 * HINT_RADIUS };
}

const stagesByChannel = remembered((protocol: Protocol): ReadonlyMap<string, readonly number[]> => {
  const { settings, steps } = cleanScenario(protocol);
  const stages = new Map<string, readonly number[]>();
  for (const { packets } of replay(engineFor(protocol, settings), steps).timeline.frames) {
    for (const { from, to, message } of packets) {
      const { stage } = protocol.packetLook(message);
      const channel = channelId(from, to);
      const so = stages.get(channel) ?? [];
      if (stage !== null && !so.includes(stage)) stages.set(channel, [...so, stage]);
    }
  }
  return stages;
});
