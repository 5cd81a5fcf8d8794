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
  /** A line that may tell of something that the model has, and that could not be read. */
  | { readonly kind: 'unreadable'; readonly observation: number; readonly step: number }
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
  const openFrom = openFromIn(answer);
  const rows: Row[] = [];
  let reached = 0;
  const advance = (to: number): void => {
    for (let step = reached + 1; step <= to; step += 1) if (!shown.has(step)) rows.push({ kind: 'hidden', step });
    reached = Math.max(reached, to);
  };
  for (const [observation, one] of observations.entries()) {
    const match = byObservation.get(observation);
    if (one.what === 'other' && one.mayMatter === true) {
      rows.push({ kind: 'unreadable', observation, step: reached });
    } else if (match !== undefined) {
      advance(match.step);
      rows.push({ kind: 'seen', observation, step: reached, shownBy: match.step, record: match.record });
    } else if (one.what === 'other' || openFrom === null) {
      // what a run that goes on to the end does not show was set aside
      rows.push({ kind: 'outside', observation, step: reached });
    } else {
      if (observation === openFrom) advance(lastStep);
      const hasParted = observation === openFrom && answer.verdict !== 'incomplete';
      rows.push({ kind: hasParted ? 'parted' : 'unread', observation, step: reached });
    }
  }
  advance(lastStep);
  return rows;
}

/** The first observation that the run does not explain; null where it goes on to the end. */
function openFromIn(answer: Answer): number | null {
  switch (answer.verdict) {
    case 'admitted':
      return null;
    case 'incomplete':
      return answer.openFrom;
    case 'rejected':
    case 'unsupported':
      return answer.at;
  }
}

/** Where the reader begins: at the line that decides the verdict, else at the first. */
export function firstRowOf(rows: readonly Row[], answer: Answer): number {
  const at = answer.verdict === 'admitted' ? null : answer.at;
  return Math.max(
    0,
    rows.findIndex((row) => row.kind !== 'hidden' && row.observation === at),
  );
}

/** How many lines have been read when a row is reached. */
export function linesReadOf(rows: readonly Row[], lines: readonly number[]): readonly number[] {
  let read = 0;
  return rows.map((row) => {
    if (row.kind !== 'hidden') read = lineOf(lines, row.observation);
    return read;
  });
}

/** The line of the file that an observation comes from, as an editor counts; its own number where nobody knows. */
export function lineOf(lines: readonly number[], observation: number): number {
  const line = lines[observation] ?? 0;
  return line > 0 ? line : observation + 1;
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
