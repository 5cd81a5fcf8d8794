/** Which numbered stages a run has been through. */
import type { Frame } from '../engine/timeline.ts';
import type { Protocol, StageHit, Zoom } from '../protocols/protocol.ts';

/** The world after so many steps, with the records of the last one; as much of a frame as says what happened. */
export type Moment = Pick<Frame, 'index' | 'world' | 'records'>;

/** A stage that an order came to, and the frame in which it did. */
export interface StageVisit extends StageHit {
  readonly frame: number;
}

const known: Readonly<Record<Zoom, WeakMap<Moment, readonly StageVisit[]>>> = {
  concept: new WeakMap(),
  internals: new WeakMap(),
};

/** Every visit of a whole run, in its order. */
export function stageVisits(protocol: Protocol, moments: readonly Moment[], zoom: Zoom): readonly StageVisit[] {
  return moments.flatMap((moment, index) => {
    const before = moments[index - 1];
    return before === undefined ? [] : visitsOf(protocol, before, moment, zoom);
  });
}

function visitsOf(protocol: Protocol, before: Moment, moment: Moment, zoom: Zoom): readonly StageVisit[] {
  const remembered = known[zoom].get(moment);
  if (remembered !== undefined) return remembered;
  const hits = protocol.stageHits(moment.records, before.world, zoom);
  const visits = hits.map(({ order, stage }): StageVisit => ({ order, stage, frame: moment.index }));
  known[zoom].set(moment, visits);
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
