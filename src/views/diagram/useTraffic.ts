/** What is on one arrow, and what has just been: the same answer object for the same scene. */
import { remembered } from '../../engine/remembered.ts';
import { useCallback } from 'react';
import type { HintShape } from '../../scene/hints.ts';
import type { MotionShape } from '../../scene/motions.ts';
import type { PacketShape } from '../../scene/packets.ts';
import type { PlacedEdge } from '../../scene/placeEdge.ts';
import type { Scene } from '../../scene/scene.ts';
import { edgeColour } from '../../scene/edgeColour.ts';
import type { Colour } from '../../scene/theme.ts';
import { useScene } from './useScene.ts';

interface Traffic {
  readonly edge: PlacedEdge;
  readonly colour: Colour | null;
  readonly packets: readonly PacketShape[];
  readonly motions: readonly MotionShape[];
  readonly hints: readonly HintShape[];
  /** How many phases the whole step has, on all arrows. */
  readonly phases: number;
}

/** What is on an arrow now; null for one that the present scene does not have. */
export function useTraffic(id: string): Traffic | null {
  return useScene(useCallback((scene: Scene) => trafficOf(scene).get(id) ?? null, [id]));
}

const trafficOf = remembered(({ edges, packets, motions, hints }: Scene): ReadonlyMap<string, Traffic> => {
  const phases = Math.max(0, ...motions.map(({ phase }) => phase)) + 1;
  return new Map(
    edges.map((edge) => {
      const { id } = edge.spec;
      const here = {
        packets: packets.filter((packet) => packet.edge === id),
        motions: motions.filter((motion) => motion.edge === id),
        hints: hints.filter((hint) => hint.edge === id),
      };
      return [id, { edge, colour: edgeColour(edge, here.packets, here.motions), ...here, phases }];
    }),
  );
});
