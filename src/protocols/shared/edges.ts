/** Arrows of a diagram in few words. */
import type { EdgeSpec, Side } from '../protocol.ts';

/** Where an arrow leaves or arrives: a node, one of its sides, and the place along it (0…1). */
export type End = readonly [node: string, side: Side, at: number];

/** Calls in both directions. */
export function callsEdge(id: string, source: End, target: End, [one, other]: readonly [string, string]): EdgeSpec {
  return edge(id, source, target, [`${one}>${other}`, `${other}>${one}`]);
}

export function edge(
  id: string,
  [source, leaving, from]: End,
  [target, arriving, to]: End,
  channels: readonly string[],
): EdgeSpec {
  return { id, source, target, channels, leaves: { side: leaving, at: from }, arrives: { side: arriving, at: to } };
}
