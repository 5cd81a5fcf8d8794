/** Which numbered stages a run has been through. */
import type { Frame, Timeline } from '../engine/timeline.ts';
import type { Protocol, StageHit, Zoom } from '../protocols/protocol.ts';

/** A stage that an order came to, and the frame in which it did. */
export interface StageVisit extends StageHit {
  readonly frame: number;
}

const known: Readonly<Record<Zoom, WeakMap<Frame, readonly StageVisit[]>>> = {
  concept: new WeakMap(),
  internals: new WeakMap(),
};

/** Every visit of a whole run, in its order. */
export function stageVisits(protocol: Protocol, { frames }: Timeline, zoom: Zoom): readonly StageVisit[] {
  return frames.flatMap((frame, index) => {
    const before = frames[index - 1];
    return before === undefined ? [] : visitsOf(protocol, before, frame, zoom);
  });
}

function visitsOf(protocol: Protocol, before: Frame, frame: Frame, zoom: Zoom): readonly StageVisit[] {
  const remembered = known[zoom].get(frame);
  if (remembered !== undefined) return remembered;
  const hits = protocol.stageHits(frame.records, before.world, zoom);
  const visits = hits.map(({ order, stage }): StageVisit => ({ order, stage, frame: frame.index }));
  known[zoom].set(frame, visits);
  return visits;
}

/** The stages that each order has come to up to a frame, each once, in the order of the first visit. */
export function stagesReached(visits: readonly StageVisit[], upTo: number): ReadonlyMap<string, readonly number[]> {
  const reached = new Map<string, number[]>();
  for (const { order, stage, frame } of visits) {
    if (frame > upTo) break;
    const stages = reached.get(order) ?? [];
    reached.set(order, stages);
    if (!stages.includes(stage)) stages.push(stage);
  }
  return reached;
}
