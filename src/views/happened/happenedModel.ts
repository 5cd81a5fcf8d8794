import type { Frame } from '../../engine/timeline.ts';
import { narrate } from '../../i18n/narrate.ts';
import type { Lang } from '../../i18n/text.ts';
import { frameOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import type { Protocol } from '../../protocols/protocol.ts';

export interface Happened {
  /** The frame that it is about. */
  readonly index: number;
  readonly headline: string;
  readonly details: readonly string[];
  readonly timeMs: number;
}

/** What the step at the cursor did, in sentences. At the start nothing has happened yet. */
export function happenedOf(state: SessionState, lang: Lang): Happened {
  return tell(protocolOf(state), frameOf(state), lang);
}

/** What happened up to the cursor, the latest first: at most so many frames. */
export function historyOf(state: SessionState, lang: Lang, most: number): readonly Happened[] {
  const protocol = protocolOf(state);
  return timelineOf(state)
    .frames.slice(Math.max(0, state.cursor + 1 - most), state.cursor + 1)
    .map((frame) => tell(protocol, frame, lang))
    .toReversed();
}

/** Frames never change, so each is told once per language. */
const told: { readonly [lang in Lang]: WeakMap<Frame, Happened> } = { zh: new WeakMap(), en: new WeakMap() };

function tell(protocol: Protocol, frame: Frame, lang: Lang): Happened {
  const known = told[lang].get(frame);
  if (known !== undefined) return known;
  const { index, timeMs } = frame;
  const happened = { ...narrate(lang, protocol, frame), index, timeMs };
  told[lang].set(frame, happened);
  return happened;
}
