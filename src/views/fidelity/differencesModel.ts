/** In what the releases differ, as a table: a question in each row, a line of releases in each column. */
import { DIFFERENCES, type DifferenceId } from '../../recordings/differences.ts';
import type { Fidelity } from '../../recordings/fidelity.ts';
import { linkTo, type RunLink } from './fidelityModel.ts';

/** Releases that are shown in one column, the oldest first. */
export interface Line {
  /** `4.9`, `5.3`: what all of its releases begin with. */
  readonly line: string;
  readonly releases: string;
}

export interface Answer {
  readonly key: AnswerKey;
  readonly runs: readonly RunLink[];
  /** How many runs are not named. */
  readonly more: number;
}

export type Cell = readonly Answer[];

export interface DifferenceRow {
  readonly id: DifferenceId;
  readonly rules: readonly string[];
  readonly cells: readonly Cell[];
}

/** More runs than this are counted, not named. */
const RUNS_MAX = 3;

export function linesOf({ transitions }: Fidelity): readonly Line[] {
  const releases = transitions.after.map(({ release }) => release).toSorted();
  return [...new Set(releases.map(lineOf))].map((line) => ({
    line,
    releases: releases.filter((release) => lineOf(release) === line).join(', '),
  }));
}

export function differenceRows(map: Fidelity): readonly DifferenceRow[] {
  return DIFFERENCES.map(({ id, rules }) => {
    const answers = map.differences.find((one) => one.id === id)?.answers ?? [];
    const cells = linesOf(map).map(({ line }): Cell => {
      return answers.flatMap(({ answer, releases }): Cell => {
        const runs = releases
          .filter(({ release }) => lineOf(release) === line)
          .flatMap((one) => one.runs.map((name) => linkTo(`${one.release} ${name}`)));
        const key = answerKey(id, answer);
        if (runs.length === 0 || key === null) return [];
        return [{ key, runs: runs.slice(0, RUNS_MAX), more: Math.max(0, runs.length - RUNS_MAX) }];
      });
    });
    return { id, rules, cells };
  });
}

function lineOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}

const KEYS = [
  'difference-op-body-bare',
  'difference-op-body-commas',
  'difference-op-offsets-one',
  'difference-op-offsets-several',
  'difference-op-time-at-once',
  'difference-op-time-one-interval',
  'difference-op-time-two-intervals',
  'difference-op-after-kill-stored',
  'difference-op-after-kill-lost',
  'difference-replica-SLAVE_NOT_AVAILABLE',
  'difference-replica-FLUSH_SLAVE_TIMEOUT',
] as const;

export type AnswerKey = (typeof KEYS)[number];

function answerKey(id: DifferenceId, answer: string): AnswerKey | null {
  return KEYS.find((key) => key === `difference-${id}-${answer}`) ?? null;
}
