/** What was seen of a run so far, on one clock; appends are dated by the broker's store times. */
import type { Observation } from '../recordings/observation.ts';

/** An observation without its time. */
export type Note = Observation extends infer One ? (One extends Observation ? Omit<One, 'timeMs'> : never) : never;

export interface Notebook {
  readonly startMs: number;
  /** `atMs` on the wall's clock; now where it is left out. */
  readonly note: (note: Note, atMs?: number) => void;
  /** By time, and as they were noted within a millisecond. */
  readonly observations: () => readonly Observation[];
}

export function notebook(startMs: number): Notebook {
  const noted: Observation[] = [];
  return {
    startMs,
    note: (note, atMs = Date.now()) => void noted.push({ ...note, timeMs: Math.max(0, atMs - startMs) }),
    observations: () => noted.toSorted((one, other) => one.timeMs - other.timeMs),
  };
}
