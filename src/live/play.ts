/** A run being driven: the model's world beside the real stage, and the small questions that both answer. */
import type { Engine } from '../engine/engine.ts';
import type { RoleId } from '../engine/model.ts';
import type { RunRecord } from '../engine/record.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import { read } from '../protocols/half-message/read.ts';
import type { Check } from './producerClient.ts';
import { halfPlace, type HalfPlace, type Stage } from './stage.ts';

/** A step of the model that is to be done for real. */
export interface Taken<Kind extends Step = Step> {
  readonly step: Kind;
  readonly before: World;
  readonly after: World;
  readonly records: readonly RunRecord[];
}

/** What has been forced and is still in force, and who was really asked. */
export interface Play {
  readonly engine: Engine;
  readonly stage: Stage;
  readonly signal: AbortSignal;
  /** The status that the next send is to have. */
  nextStatus: string | null;
  /** The next put of a real message is to fail. */
  putFails: boolean;
  /** Ends a limit below every body, under which no message is stored; null while there is none. */
  endLimit: (() => Promise<void>) | null;
  /** The broker is asked to stop where the model's process ends next. */
  stopsCleanly: boolean;
  /** When the broker was last killed or stopped. */
  stoppedMs: number;
  /** How the last send of each order was answered. */
  readonly statuses: Map<string, string>;
  /** By the model's producer: the check that it works on, and the instance that really got it. */
  readonly asked: Map<RoleId, { readonly check: Check; readonly instance: RoleId }>;
}

/** The real place of the model's half offset. */
export function realHalf({ stage }: Play, world: World, offset: number): HalfPlace | null {
  const { half } = read(world).halfTopic;
  const wanted = half[offset];
  if (wanted === undefined) return null;
  const { tx: order, checkTimes } = wanted;
  const nth = half.slice(0, offset).filter((one) => one.tx === order && one.checkTimes === checkTimes).length;
  return halfPlace(stage, { order, checkTimes, nth });
}
