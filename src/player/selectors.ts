/** What a session's state means: derived by replay, remembered by identity. */
import { nextStep, playToRest } from '../engine/autoplay.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { extend, lastFrame, replay, stepsOf, truncate, type Frame, type Timeline } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { LedgerLine, Protocol } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { writeLink, type Written } from '../scenario/link.ts';
import { STEPS_MAX } from '../scenario/problem.ts';
import { stagesReached, stageVisits, type StageVisit } from '../scenario/stages.ts';
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

/** The steps up to the cursor and one more, or null when it is not possible there. */
export function extendRun(state: Position, step: Step): readonly Step[] | null {
  const extended = extend(pastOf(state), step);
  if (!extended.ok) return null;
  const steps = [...state.steps.slice(0, state.cursor), step];
  remember(steps, state.settings, extended.timeline);
  return steps;
}

/** The run up to the cursor and on until rest, or until it is as long as a link may be. */
export function restOf(state: Position): readonly Step[] {
  const timeline = playToRest(pastOf(state), STEPS_MAX);
  const steps = stepsOf(timeline);
  remember(steps, state.settings, timeline);
  return steps;
}

function pastOf(state: Position): Timeline {
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

const restSteps = new WeakMap<Timeline, { readonly step: Step | null }>();

/** The step that Next would take: the recorded one, else what is due next, else null. */
export function nextOf(state: Position): Step | null {
  const recorded = state.steps[state.cursor];
  if (recorded !== undefined) return recorded;
  const timeline = timelineOf(state);
  const known = restSteps.get(timeline);
  if (known !== undefined) return known.step;
  const step = nextStep(timeline);
  restSteps.set(timeline, { step });
  return step;
}

const ledgers = new WeakMap<World, readonly LedgerLine[]>();

/** The ledger at the cursor. */
export function ledgerOf(state: Position): readonly LedgerLine[] {
  const { world } = frameOf(state);
  const known = ledgers.get(world);
  if (known !== undefined) return known;
  const ledger = protocolOf(state).ledger(world);
  ledgers.set(world, ledger);
  return ledger;
}

export interface Stages {
  /** Every visit of the whole run in its order, also those after the cursor: where a click on a stage jumps to. */
  readonly visits: readonly StageVisit[];
  /** The stages that each order has come to up to the cursor, each once, in the order of the first visit. */
  readonly reached: ReadonlyMap<string, readonly number[]>;
  /** The visits of the step at the cursor. */
  readonly current: readonly StageVisit[];
}

const stages = new WeakMap<Timeline, Map<string, Stages>>();

/** The stages at the session's zoom. */
export function stagesOf(state: Position & Pick<SessionState, 'zoom'>): Stages {
  const { cursor, zoom } = state;
  const timeline = timelineOf(state);
  const byCursor = stages.get(timeline) ?? new Map<string, Stages>();
  stages.set(timeline, byCursor);
  const known = byCursor.get(`${cursor} ${zoom}`);
  if (known !== undefined) return known;
  const visits = stageVisits(protocolOf(state), timeline, zoom);
  const current = visits.filter(({ frame }) => frame === cursor);
  const found: Stages = { visits, reached: stagesReached(visits, cursor), current };
  byCursor.set(`${cursor} ${zoom}`, found);
  return found;
}

const links = new WeakMap<Timeline, Map<number, Written>>();

/** The canonical link of the run at the cursor, from `v1/` on, and how many of its steps it holds. */
export function writtenLinkOf(state: Position): Written {
  const timeline = timelineOf(state);
  const byCursor = links.get(timeline) ?? new Map<number, Written>();
  links.set(timeline, byCursor);
  const known = byCursor.get(state.cursor);
  if (known !== undefined) return known;
  const written = writeLink(protocolOf(state), timeline, state.cursor);
  byCursor.set(state.cursor, written);
  return written;
}

/** The canonical link of the run at the cursor, from `v1/` on. */
export function linkOf(state: Position): string {
  return writtenLinkOf(state).link;
}

/** The address of what is shown, a page or the run, from `v1/` on. */
export function addressOf(state: Position & Pick<SessionState, 'page'>): string {
  return state.page ?? linkOf(state);
}
