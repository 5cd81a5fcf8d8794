/** A recording beside the run that explains it: line by line, with the steps between that nobody saw. */
import type { RunRecord } from '../../engine/record.ts';
import type { Answer } from '../../recordings/answer.ts';
import type { Recording } from '../../recordings/observation.ts';

export type Row =
  /**
   * An observation, the step that shows it, and the record that it is; null where it is a look at the state. Lines that lie
   * close together may have been recorded the other way round.
   */
  | {
      readonly kind: 'seen';
      readonly observation: number;
      readonly step: number;
      readonly shownBy: number;
      readonly record: RunRecord | null;
    }
  /** A step of the model of which nothing was recorded. */
  | { readonly kind: 'hidden'; readonly step: number }
  /** An observation of a kind that the model does not have. */
  | { readonly kind: 'outside'; readonly observation: number; readonly step: number }
  /** The first observation that no run of the model explains. */
  | { readonly kind: 'parted'; readonly observation: number; readonly step: number }
  /** An observation after that one, or of a recording that is too much for the model. */
  | { readonly kind: 'unread'; readonly observation: number; readonly step: number };

/** `step` of a row is how many steps have been taken when it is reached. */
export function rowsOf({ observations }: Recording, answer: Answer): readonly Row[] {
  const matches = answer.verdict === 'unsupported' ? [] : answer.matches;
  const byObservation = new Map(matches.map((match) => [match.observation, match]));
  const shown = new Set(matches.map(({ step }) => step));
  const lastStep = answer.verdict === 'unsupported' ? 0 : answer.scenario.steps.length;
  const partsAt = answer.verdict === 'admitted' ? observations.length : answer.at;
  const rows: Row[] = [];
  let reached = 0;
  const advance = (to: number): void => {
    for (let step = reached + 1; step <= to; step += 1) if (!shown.has(step)) rows.push({ kind: 'hidden', step });
    reached = Math.max(reached, to);
  };
  for (const [observation, { what }] of observations.entries()) {
    const match = byObservation.get(observation);
    if (match !== undefined) {
      advance(match.step);
      rows.push({ kind: 'seen', observation, step: reached, shownBy: match.step, record: match.record });
    } else if (what === 'other') rows.push({ kind: 'outside', observation, step: reached });
    else if (observation === partsAt) {
      advance(lastStep);
      rows.push({ kind: 'parted', observation, step: reached });
    } else rows.push({ kind: 'unread', observation, step: reached });
  }
  if (answer.verdict === 'admitted') advance(lastStep);
  return rows;
}

/** How many lines have been read when a row is reached. */
export function linesReadOf(rows: readonly Row[]): readonly number[] {
  let read = 0;
  return rows.map((row) => {
    if (row.kind !== 'hidden') read = row.observation + 1;
    return read;
  });
}

/** The recorded time at a row, in milliseconds from the first line: that of its line, or of the last one before it. */
export function timesOf({ observations }: Recording, rows: readonly Row[]): readonly number[] {
  const begin = observations[0]?.timeMs ?? 0;
  let last = 0;
  return rows.map((row) => {
    if (row.kind !== 'hidden') last = Math.max(last, (observations[row.observation]?.timeMs ?? begin) - begin);
    return last;
  });
}
