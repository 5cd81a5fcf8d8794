/** What happened, in sentences: step by step, and rounds that repeat as one. */
import { remembered } from '../engine/remembered.ts';
import type { Frame, Timeline } from '../engine/timeline.ts';
import { narrate, type Narration } from '../i18n/narrate.ts';
import { narrateAgain } from '../i18n/narrateAgain.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { foldEndingAt, foldsOf, frameBefore, type Fold } from './rounds.ts';
import { frameOf, protocolOf, timelineOf } from './selectors.ts';
import type { SessionState } from './session.ts';

export interface Told extends Narration {
  /** The frame that it is about; of rounds told as one the last. */
  readonly index: number;
  readonly timeMs: number;
}

/** What the step at the cursor did. At the start nothing has happened yet. */
export function toldAt(state: SessionState, lang: Lang): Told {
  return tellAt(timelineOf(state), frameOf(state), lang, protocolOf(state));
}

export function headlineOf(state: SessionState, lang: Lang): string {
  return toldAt(state, lang).headline;
}

/** What happened up to the cursor, the latest first: at most so many steps, and how many frames those are. */
export function toldUpTo(state: SessionState, lang: Lang, most: number): readonly Told[] {
  const timeline = timelineOf(state);
  const protocol = protocolOf(state);
  const told: Told[] = [];
  for (
    let index = state.cursor;
    index >= 0 && told.length < most;
    index = frameBefore(foldsOf(timeline, protocol), index)
  ) {
    const frame = timeline.frames[index];
    if (frame !== undefined) told.push(tellAt(timeline, frame, lang, protocol));
  }
  return told;
}

function tellAt(timeline: Timeline, frame: Frame, lang: Lang, protocol: Protocol): Told {
  const fold = foldEndingAt(foldsOf(timeline, protocol), frame.index);
  return fold === null ? tell(frame, lang, protocol) : tellAgain(fold, timeline, lang, protocol);
}

/** Frames never change, so each is told once per language. */
const tell = remembered((frame: Frame, lang: Lang, protocol: Protocol): Told => {
  const { index, timeMs } = frame;
  return { ...narrate(lang, protocol, frame), index, timeMs };
});

const tellAgain = remembered((fold: Fold, timeline: Timeline, lang: Lang, protocol: Protocol): Told => {
  const round = timeline.frames.slice(fold.to - fold.period + 1, fold.to + 1);
  const timeMs = round.at(-1)?.timeMs ?? 0;
  return { ...narrateAgain(lang, protocol, round, fold.times), index: fold.to, timeMs };
});
