/** What a session's state means: derived by replay, remembered by identity. */
import { remembered } from '../engine/remembered.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { extend, lastFrame, replay, stepsOf, truncate, type Frame, type Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine, Protocol, Zoom } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { writeLink, type Written } from '../scenario/link.ts';
import type { PageId } from '../scenario/pages.ts';
import { stagesReached, stageVisits, type StageVisit } from '../scenario/stages.ts';
import { leadingStep } from './leading.ts';
import { foldEndingAt, foldsOf, type Fold } from './rounds.ts';
import type { SessionState } from './session.ts';

type Run = Pick<SessionState, 'protocols' | 'protocol' | 'settings' | 'steps'>;
type Position = Run & Pick<SessionState, 'cursor'>;

export function protocolOf({ protocols, protocol }: Pick<SessionState, 'protocols' | 'protocol'>): Protocol {
  return protocols.find(({ id }) => id === protocol) ?? protocols[0];
}

const timelines = new WeakMap<readonly Step[], WeakMap<Settings, Timeline>>();

/** Every frame of the run, also those after the cursor. */
export function timelineOf(run: Run): Timeline {
  const known = timelines.get(run.steps)?.get(run.settings);
  if (known !== undefined) return known;
  return remember(run.steps, run.settings, replay(engineFor(protocolOf(run), run.settings), run.steps).timeline);
}

function remember(steps: readonly Step[], settings: Settings, timeline: Timeline): Timeline {
  const bySettings = timelines.get(steps) ?? new WeakMap<Settings, Timeline>();
  timelines.set(steps, bySettings);
  bySettings.set(settings, timeline);
  return timeline;
}

/** The steps up to the cursor and more, or null when one of them is not possible there. */
export function extendRun(state: Position, more: readonly Step[]): readonly Step[] | null {
  let timeline = pastOf(state);
  for (const step of more) {
    const extended = extend(timeline, step);
    if (!extended.ok) return null;
    ({ timeline } = extended);
  }
  return runOf(timeline, state.settings);
}

/** The steps of a timeline, which need not be replayed any more. */
export function runOf(timeline: Timeline, settings: Settings): readonly Step[] {
  const steps = stepsOf(timeline);
  remember(steps, settings, timeline);
  return steps;
}

/** The run up to the cursor. */
export function pastOf(state: Position): Timeline {
  const timeline = timelineOf(state);
  return state.cursor === timeline.frames.length - 1 ? timeline : truncate(timeline, state.cursor);
}

/** The frame at the cursor. */
export function frameOf(state: Position): Frame {
  const timeline = timelineOf(state);
  return timeline.frames[state.cursor] ?? lastFrame(timeline);
}

/** The frame before the one at the cursor; null at the start. */
export function previousFrameOf(state: Position): Frame | null {
  return timelineOf(state).frames[state.cursor - 1] ?? null;
}

/** The step that Next would take, or the first of those that it takes as one: the recorded one, else where it leads on. */
export function nextOf(state: Position): Step | null {
  const recorded = state.steps[state.cursor];
  return recorded === undefined ? leadingStep(timelineOf(state), protocolOf(state)) : recorded;
}

/** Whether the cursor stands where the recorded run ends. */
export function isAtEnd({ steps, cursor }: Pick<SessionState, 'steps' | 'cursor'>): boolean {
  return cursor >= steps.length;
}

/** Rounds of the run that repeat, each one step of the transport. */
export function foldsIn(state: Run): readonly Fold[] {
  return foldsOf(timelineOf(state), protocolOf(state));
}

/** The rounds that the cursor has just come over; null where it took a step like any other. */
export function foldAt(state: Position): Fold | null {
  return foldEndingAt(foldsIn(state), state.cursor);
}

/** The ledger at the cursor. */
export function ledgerOf(state: Position): readonly LedgerLine[] {
  return ledgerIn(frameOf(state).world, timelineOf(state).engine.model.settings, protocolOf(state));
}

const ledgerIn = remembered((world: World, settings: Settings, protocol: Protocol): readonly LedgerLine[] =>
  protocol.ledger(world, settings),
);

export interface Stages {
  /** Every visit of the whole run in its order, also those after the cursor: where a click on a stage jumps to. */
  readonly visits: readonly StageVisit[];
  /** The stages that each order has come to up to the cursor, each once, in the order of the first visit. */
  readonly reached: ReadonlyMap<string, readonly number[]>;
  /** The visits of the step at the cursor. */
  readonly current: readonly StageVisit[];
}

/** The stages at the session's zoom. */
export function stagesOf(state: Position & Pick<SessionState, 'zoom'>): Stages {
  return stagesAt(timelineOf(state), state.cursor, state.zoom, protocolOf(state));
}

const stagesAt = remembered((timeline: Timeline, cursor: number, zoom: Zoom, protocol: Protocol): Stages => {
  const visits = stageVisits(protocol, timeline.frames, zoom);
  const current = visits.filter(({ frame }) => frame === cursor);
  return { visits, reached: stagesReached(visits, cursor), current };
});

/** The canonical link of the run at the cursor, from `v2/` on, and how many of its steps it holds. */
export function writtenLinkOf(state: Position): Written {
  return linkAt(timelineOf(state), state.cursor, protocolOf(state));
}

const linkAt = remembered((timeline: Timeline, cursor: number, protocol: Protocol) =>
  writeLink(protocol, timeline, cursor),
);

/** The canonical link of the run at the cursor, from `v2/` on. */
export function linkOf(state: Position): string {
  return writtenLinkOf(state).link;
}

/** The page that is shown instead of the run; null while the run is shown. */
export function pageIdOf({ page }: Pick<SessionState, 'page'>): PageId | null {
  return page?.id ?? null;
}
