import { fateStyle } from './fateStyle.ts';
import type { MotionShape } from './motions.ts';
import type { MessageLook, PacketShape } from './packets.ts';
import type { PlacedEdge } from './placeEdge.ts';
import type { Colour } from './theme.ts';

/** The colour of an arrow that carries or has just carried something; null for one at rest. */
export function edgeColour(
  edge: PlacedEdge,
  packets: readonly PacketShape[],
  motions: readonly MotionShape[],
): Colour | null {
  const carried = packets.find((packet) => packet.edge === edge.spec.id)?.look;
  const moving = motions.find((motion) => motion.edge === edge.spec.id);
  const look = carried ?? moving?.look;
  if (look === undefined) return null;
  return look === null ? 'accent' : lineColour(look);
}

function lineColour({ fate }: MessageLook): Colour {
  const { border } = fateStyle(fate);
  return border === 'edge' || border === 'line' || border === 'ink' ? 'accent' : border;
}
