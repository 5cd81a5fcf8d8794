/** One line of the bench: what was measured, and the bar that it is held against. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly bar: string;
  /** Null where there is no bar. */
  readonly isHeld: boolean | null;
}

export interface Bar {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A number with its unit against a bar in the same unit. */
export function measured(what: string, value: number, unit: string, { atMost, atLeast }: Bar = {}): Row {
  const shown = `${numberText(value)} ${unit}`.trim();
  if (atMost !== undefined) return { what, value: shown, bar: `≤ ${numberText(atMost)}`, isHeld: value <= atMost };
  if (atLeast !== undefined) return { what, value: shown, bar: `≥ ${numberText(atLeast)}`, isHeld: value >= atLeast };
  return { what, value: shown, bar: '', isHeld: null };
}

/** Something that has to be exactly this. */
export function golden(what: string, value: string, expected: string): Row {
  return { what, value, bar: `= ${expected}`, isHeld: value === expected };
}

/** What could not be measured here, and why. */
export function missing(what: string, why: string): Row {
  return { what, value: `not measured: ${why}`, bar: '', isHeld: null };
}

export function printed(rows: readonly Row[]): string {
  const width = (of: (row: Row) => string): number => Math.max(...rows.map((row) => of(row).length));
  const [what, value] = [width((row) => row.what), width((row) => row.value)];
  return rows
    .map((row) => `${markOf(row)}  ${row.what.padEnd(what)}  ${row.value.padEnd(value)}  ${row.bar}`.trimEnd())
    .join('\n');
}

function markOf({ isHeld }: Row): string {
  if (isHeld === null) return '    ';
  return isHeld ? 'ok  ' : 'MISS';
}

function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** The value below which this share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
