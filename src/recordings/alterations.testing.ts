/** Ways to falsify a recording. */
import type { Observation } from './observation.ts';

export type Alteration = (observations: readonly Observation[]) => readonly Observation[];

export function without(...indexes: readonly number[]): Alteration {
  return (observations) => observations.filter((_, index) => !indexes.includes(index));
}

/** Other values in some fields of one observation. */
export function changed(index: number, fields: { readonly [field: string]: unknown }): Alteration {
  return (observations) => observations.map((one, at) => (at === index ? { ...one, ...fields } : one));
}

/** A copy of one observation, some of its fields changed, put before another one, at that one's time. */
export function copied(from: number, before: number, fields: { readonly [field: string]: unknown } = {}): Alteration {
  return (observations) => {
    const original = observations[from];
    const timeMs = observations[before]?.timeMs ?? 0;
    const copy = { ...original, timeMs, ...fields } as unknown as Observation;
    return observations.toSpliced(before, 0, copy);
  };
}

/** Two observations change places, times included. */
export function swapped(one: number, other: number): Alteration {
  return (observations) => {
    const [first, second] = [observations[one], observations[other]];
    if (first === undefined || second === undefined) throw new Error(`Expected observations ${one} and ${other}.`);
    return observations.with(one, { ...second, timeMs: first.timeMs }).with(other, { ...first, timeMs: second.timeMs });
  };
}

/** Everything from one observation on happened so much later, or earlier. */
export function shifted(from: number, byMs: number): Alteration {
  return (observations) =>
    observations.map((one, index) => (index >= from ? { ...one, timeMs: one.timeMs + byMs } : one));
}

/** Another value of the same kind. */
export function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 0;
  if (Array.isArray(value)) return value.map(another);
  return typeof value === 'string' ? (OTHERS[value] ?? `${value}x`) : value;
}

const OTHERS: { readonly [value: string]: string } = {
  COMMIT: 'ROLLBACK',
  ROLLBACK: 'COMMIT',
  SEND_OK: 'FLUSH_DISK_TIMEOUT',
  endTransaction: 'halfMessage',
};
