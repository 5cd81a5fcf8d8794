/** Scenes for tests: every frame of a named scenario, or the frames that matter. */
import { replay, type Timeline } from '../engine/timeline.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { namedScenario } from '../scenario/library.ts';
import type { Step } from '../engine/step.ts';
import { sceneOf, type Scene } from './scene.ts';
import type { Arrangement } from './sceneRequest.ts';

await loadAllTexts();

export const WIDE: Arrangement = { kind: 'wide', squeeze: 1, stretch: 1 };

export interface View {
  readonly zoom?: Zoom;
  readonly lang?: Lang;
  readonly arrangement?: Arrangement;
}

export function timelineAt(id: string, more: readonly Step[] = [], protocol: Protocol = protocols[0]): Timeline {
  const entry = namedScenario(protocol, id);
  if (entry === null) throw new Error(`Expected a scenario named ${id}.`);
  const { settings, steps } = entry.scenario;
  return replay(engineFor(protocol, settings), [...steps, ...more]).timeline;
}

/** The scene after so many steps of a timeline. */
export function sceneAt(
  timeline: Timeline,
  at: number,
  { zoom = 'concept', lang = 'en', arrangement = WIDE }: View = {},
  protocol: Protocol = protocols[0],
): Scene {
  const frame = timeline.frames[at];
  if (frame === undefined) throw new Error(`Expected at least ${at} steps; got ${timeline.frames.length - 1}.`);
  const previous = timeline.frames[at - 1] ?? null;
  const { settings } = timeline.engine.model;
  return sceneOf({ protocol, settings, zoom, lang, frame, previous, arrangement, isInteractive: true });
}
