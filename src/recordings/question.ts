/** What is asked of the search, and what it has found out so far. */
import type { Engine } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Match, Sight } from './answer.ts';
import type { Times } from './clock.ts';
import type { Done, Lanes } from './lanes.ts';
import type { RecordingSettings } from './observation.ts';
import type { Shown } from './shown.ts';

export interface Question {
  readonly engine: Engine;
  readonly settings: RecordingSettings;
  readonly sights: readonly Sight[];
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
}
