/** The run as a list of events on lines, in the order of the steps: what text diagrams are made of. */
import { narrate } from '../i18n/narrate.ts';
import { topicText } from '../i18n/text.ts';
import { durationText } from '../scene/duration.ts';
import type { Lifeline } from '../scene/lifelines.ts';
import { sequenceModel, type ArrowEnd } from '../scene/sequenceModel.ts';
import { frameAt, type ExportedRun } from './exported.ts';
import { ordersOf } from './told.ts';

/** Lines are numbered from 0. */
export type SequenceEvent =
  | {
      readonly kind: 'message';
      readonly from: number;
      readonly to: number;
      readonly end: ArrowEnd;
      readonly text: string;
    }
  /** What a person or a clock did to a line. */
  | { readonly kind: 'self'; readonly line: number; readonly text: string }
  /** A crash or a restart. */
  | { readonly kind: 'note'; readonly line: number; readonly text: string }
  | { readonly kind: 'wait'; readonly last: number; readonly text: string }
  | { readonly kind: 'verdict'; readonly last: number; readonly texts: readonly string[] };

export interface SequenceEvents {
  readonly lines: readonly Lifeline[];
  readonly events: readonly SequenceEvent[];
}

/** The run up to the position. A message stands where it ended; one that is still on its way, at the end. */
export function eventsOf(run: ExportedRun): SequenceEvents {
  const { protocol, timeline, at, zoom, lang } = run;
  const [first, ...others] = timeline.frames.slice(0, at + 1);
  const model = sequenceModel(protocol, { ...timeline, frames: [first ?? timeline.frames[0], ...others] }, zoom, lang);
  const last = model.lines.length - 1;
  const events = Array.from({ length: at }, (_, index) => index + 1).flatMap((frame): readonly SequenceEvent[] => [
    ...model.waits
      .filter((wait) => wait.frame === frame)
      .map(({ ms }) => ({
        kind: 'wait' as const,
        last,
        text: topicText(lang, 'exports', 'export-wait', { time: durationText(ms) }),
      })),
    ...model.chips
      .filter((chip) => chip.frame === frame)
      .map(({ line, label }) => ({ kind: 'self' as const, line, text: label })),
    ...notesOf(run, model.lines, frame),
    ...messagesOf(model.arrows, (arrow) => arrow.end !== 'flying' && arrow.endedIn === frame),
  ]);
  const flying = messagesOf(model.arrows, ({ end }) => end === 'flying');
  const texts = ordersOf(run).map(({ number, stateText, points, verdictText }) =>
    topicText(lang, 'exports', 'export-order', { order: number, state: stateText, points, verdict: verdictText }),
  );
  const verdict: readonly SequenceEvent[] = texts.length === 0 ? [] : [{ kind: 'verdict', last, texts }];
  return { lines: model.lines, events: [...events, ...flying, ...verdict] };
}

type Arrow = ReturnType<typeof sequenceModel>['arrows'][number];

function messagesOf(arrows: readonly Arrow[], isWanted: (arrow: Arrow) => boolean): readonly SequenceEvent[] {
  return arrows.filter(isWanted).map(({ from, to, end, label }) => ({ kind: 'message', from, to, end, text: label }));
}

/** A crash or a restart stands over the first line of its process. */
function notesOf(
  { protocol, timeline, lang }: ExportedRun,
  lines: readonly Lifeline[],
  at: number,
): readonly SequenceEvent[] {
  const frame = frameAt(timeline, at);
  const { step } = frame;
  if (step?.kind !== 'crash' && step?.kind !== 'restart') return [];
  const line = lines.findIndex(({ process }) => process === step.process);
  return line < 0 ? [] : [{ kind: 'note', line, text: narrate(lang, protocol, frame).headline }];
}
