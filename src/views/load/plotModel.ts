/** Pure geometry of the plots: nice scales, and lines as paths in a box of 1000 × 100. */
export const WIDTH = 1_000;
export const HEIGHT = 100;

/** The next of some factors times a power of ten, so that half of it is a fine number too. */
export function niceMax(value: number): number {
  if (!(value > 0)) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((factor) => factor * decade >= value * 0.999_999) ?? 10;
  return step * decade;
}

/** Round times along an axis, some four to seven of them. */
export function timeTicks(horizonS: number): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 3_600, 7_200, 14_400, 28_800, 43_200];
  const step = steps.find((seconds) => horizonS / seconds <= 6.5) ?? 86_400;
  return Array.from({ length: Math.floor(horizonS / step) + 1 }, (_, index) => index * step);
}

export interface Scale {
  readonly stepMs: number;
  readonly horizonMs: number;
  readonly max: number;
}

/** One value per step of time, from the left on; null is a gap. */
export function linePath(values: readonly (number | null)[], scale: Scale): string {
  let path = '';
  let isDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDown = false;
      return;
    }
    path += `${isDown ? 'L' : 'M'}${xOf(index, scale)} ${yOf(value, scale)}`;
    isDown = true;
  });
  return path;
}

/** The same, closed along the ground. */
export function areaPath(values: readonly (number | null)[], scale: Scale): string {
  return bandPath(
    values,
    values.map((value) => (value === null ? null : 0)),
    scale,
  );
}

/** Between two lines, piece by piece where there are gaps. */
export function bandPath(upper: readonly (number | null)[], lower: readonly (number | null)[], scale: Scale): string {
  let path = '';
  let from = 0;
  while (from < upper.length) {
    while (from < upper.length && (upper[from] ?? null) === null) from += 1;
    let to = from;
    while (to < upper.length && (upper[to] ?? null) !== null) to += 1;
    if (to > from) path += piece(upper, lower, scale, from, to);
    from = to;
  }
  return path;
}

function piece(
  upper: readonly (number | null)[],
  lower: readonly (number | null)[],
  scale: Scale,
  from: number,
  to: number,
): string {
  const indices = Array.from({ length: to - from }, (_, offset) => from + offset);
  const along = indices.map((index) => `${xOf(index, scale)} ${yOf(upper[index] ?? 0, scale)}`);
  const back = indices.toReversed().map((index) => `${xOf(index, scale)} ${yOf(lower[index] ?? 0, scale)}`);
  return `M${[...along, ...back].join('L')}Z`;
}

function xOf(index: number, { stepMs, horizonMs }: Scale): number {
  return rounded(((index * stepMs) / horizonMs) * WIDTH);
}

function yOf(value: number, { max }: Scale): number {
  return rounded(HEIGHT - Math.min(1, Math.max(0, value / max)) * HEIGHT);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** From two hours on a clock counts hours. */
export function clockText(ms: number, horizonMs: number): string {
  return horizonMs >= HOURS_FROM_MS ? `${digits(ms / 3_600_000)} h` : `${digits(Math.round(ms / 1_000))} s`;
}

/** The unit stands at the first tick. */
export function clockTick(second: number, horizonMs: number): string {
  if (second === 0) return clockText(0, horizonMs);
  return digits(horizonMs >= HOURS_FROM_MS ? second / 3_600 : second);
}

const HOURS_FROM_MS = 7_200_000;

/** `12.8 ms`, `14.7 s`, `2 min`: three digits are enough. */
export function timeText(ms: number): string {
  if (ms >= 600_000) return `${digits(ms / 60_000)} min`;
  return ms >= 1_000 ? `${digits(ms / 1_000)} s` : `${digits(ms)} ms`;
}

/** Three digits that count. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const places = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return grouped(Number(value.toFixed(places)));
}

/** `5 · 10⁻¹⁴`, as it is written by hand. */
export function tinyText(value: number): string {
  if (value === 0) return '0';
  const [digit = '', power = ''] = value.toExponential(0).split('e');
  return `${digit} · 10${[...power.replace('+', '')].map((sign) => (sign === '-' ? '⁻' : SUPERSCRIPTS[Number(sign)])).join('')}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Thousands are set apart as all our languages write them. */
export function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.');
  const spaced = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? spaced : `${spaced}.${part}`;
}
