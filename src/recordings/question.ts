/** What is asked of the search, and what it has found out so far. */
import type { Engine } from '../engine/engine.ts';
import type { RoleId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Match, Sight } from './answer.ts';
import type { Times, Timing } from './clock.ts';
import type { Done, Lanes } from './lanes.ts';
import type { Recorded, RecordingSettings } from './observation.ts';
import type { Coming } from './recorded.ts';
import type { Shown } from './shown.ts';

export interface Question {
  readonly engine: Engine;
  readonly settings: RecordingSettings;
  readonly timing: Timing;
  readonly recorded: Recorded | undefined;
  readonly sights: readonly Sight[];
  /** How many orders the recording tells of. */
  readonly orders: number;
  /** How the log tells of what can be seen. */
  readonly coming: (sight: Sight) => Coming;
  /** The producer group of each instance, as its messages name it; empty where there is one. */
  readonly groups: ReadonlyMap<RoleId, string>;
  readonly lanes: Lanes;
  /** The world in which the recording begins, and the steps that lead to it. */
  readonly start: World;
  readonly opening: readonly Step[];
}

/** What a step showed, and will be told of. */
export interface Owed {
  readonly shown: Shown;
  readonly sinceMs: number;
}

/** A situation, and how it came about. */
export interface Situation {
  readonly world: World;
  readonly done: Done;
  readonly times: Times;
  readonly owed: readonly Owed[];
  readonly from: Situation | null;
  readonly step: Step | null;
  readonly matches: readonly Omit<Match, 'step'>[];
  /** How much the step did that the log would not have shown. */
  readonly hidden: number;
  /** How many steps led here. */
  readonly steps: number;
}
