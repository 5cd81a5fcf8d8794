/** A recording with the run that explains it, replayed: what the player goes through. */
import { replay, type Timeline } from '../../engine/timeline.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import type { Answer } from '../../recordings/answer.ts';
import type { Recording } from '../../recordings/observation.ts';
import { engineFor } from '../../scenario/engines.ts';
import { writeLink } from '../../scenario/link.ts';
import { defaultSettings } from '../../scenario/settings.ts';
import { firstRowOf, lineOf, linesReadOf, rowsOf, timesOf, type Row } from './rowsModel.ts';

export interface ExplainedRun {
  readonly recording: Recording;
  readonly answer: Answer;
  readonly timeline: Timeline;
  readonly steps: number;
  readonly rows: readonly Row[];
  /** Recorded time per row, from the first line. */
  readonly timesMs: readonly number[];
  /** Up to which line has been read, per row. */
  readonly linesRead: readonly number[];
  /** The last line that there is. */
  readonly linesCount: number;
  /** Where the player begins: at the line that decides the verdict, else at the first. */
  readonly firstRow: number;
  /** Opens the run at its start; null where there is none. `steps` is how many the link holds. */
  readonly link: { readonly href: string; readonly steps: number } | null;
}

/** `lines`: the line of the file that each observation comes from; empty where nobody knows. */
export function explainedRun(recording: Recording, answer: Answer, lines: readonly number[] = []): ExplainedRun {
  const { settings, steps } =
    answer.verdict === 'unsupported' ? { settings: defaultSettings(halfMessage), steps: [] } : answer.scenario;
  const { timeline } = replay(engineFor(halfMessage, settings), steps);
  const rows = rowsOf(recording, answer);
  const written = writeLink(halfMessage, timeline, 0);
  return {
    recording,
    answer,
    timeline,
    steps: steps.length,
    rows,
    timesMs: timesOf(recording, rows),
    linesRead: linesReadOf(rows, lines),
    linesCount: Math.max(0, ...recording.observations.map((_, index) => lineOf(lines, index))),
    firstRow: firstRowOf(rows, answer),
    link: steps.length === 0 ? null : { href: written.link, steps: written.steps },
  };
}
