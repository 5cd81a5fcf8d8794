/** Points, boxes and the paths between them. The stage on the page and the exported pictures share these. */
import type { Side } from '../protocols/protocol.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The way of an arrow: SVG path data, its length, and where one is after a part of the way (0…1). */
export interface Path {
  readonly d: string;
  readonly length: number;
  readonly at: (part: number) => Point;
}

export interface PathEnd {
  readonly point: Point;
  readonly side: Side;
}

/** A place on the border of a box. */
export function anchorOf(box: Box, side: Side, at: number): Point {
  switch (side) {
    case 'left':
      return { x: box.x, y: box.y + box.height * at };
    case 'right':
      return { x: box.x + box.width, y: box.y + box.height * at };
    case 'top':
      return { x: box.x + box.width * at, y: box.y };
    case 'bottom':
      return { x: box.x + box.width * at, y: box.y + box.height };
  }
}

/** A straight line where the ends face each other, else a curve that leaves and arrives at right angles. */
export function pathBetween(from: PathEnd, to: PathEnd): Path {
  const reach = reachOf(from.point, to.point, from.side);
  const points = [from.point, away(from, reach), away(to, reach), to.point] as const;
  const [start, first, second, end] = points;
  const isStraight = (start.x === end.x && isVertical(from.side)) || (start.y === end.y && !isVertical(from.side));
  const d = isStraight ? `M${xy(start)} L${xy(end)}` : `M${xy(start)} C${xy(first)} ${xy(second)} ${xy(end)}`;
  const samples = Array.from({ length: SAMPLES + 1 }, (_, index) => cubicAt(points, index / SAMPLES));
  const distances = distancesOf(samples);
  return { d, length: distances.at(-1) ?? 0, at: (part) => alongSamples(samples, distances, part) };
}

export function boxContains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function boxesOverlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

export function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

const SAMPLES = 40;

export function isVertical(side: Side): boolean {
  return side === 'top' || side === 'bottom';
}

/** How far the curve keeps its direction: half of the way across, at most as far as it has to turn. */
function reachOf(from: Point, to: Point, side: Side): number {
  const across = isVertical(side) ? Math.abs(to.y - from.y) : Math.abs(to.x - from.x);
  return Math.max(24, across / 2);
}

function away({ point, side }: PathEnd, reach: number): Point {
  switch (side) {
    case 'left':
      return { x: point.x - reach, y: point.y };
    case 'right':
      return { x: point.x + reach, y: point.y };
    case 'top':
      return { x: point.x, y: point.y - reach };
    case 'bottom':
      return { x: point.x, y: point.y + reach };
  }
}

function cubicAt([start, first, second, end]: readonly [Point, Point, Point, Point], part: number): Point {
  const rest = 1 - part;
  const weights = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3] as const;
  const mix = (pick: (point: Point) => number): number =>
    weights[0] * pick(start) + weights[1] * pick(first) + weights[2] * pick(second) + weights[3] * pick(end);
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) };
}

function distancesOf(samples: readonly Point[]): readonly number[] {
  let length = 0;
  return samples.map((point, index) => {
    const before = samples[index - 1] ?? point;
    length += Math.hypot(point.x - before.x, point.y - before.y);
    return length;
  });
}

function alongSamples(samples: readonly Point[], distances: readonly number[], part: number): Point {
  const wanted = Math.min(1, Math.max(0, part)) * (distances.at(-1) ?? 0);
  const next = Math.max(
    1,
    distances.findIndex((distance) => distance >= wanted),
  );
  const [before, after] = [samples[next - 1], samples[next]];
  if (before === undefined || after === undefined) return samples[0] ?? { x: 0, y: 0 };
  const [low, high] = [distances[next - 1] ?? 0, distances[next] ?? 0];
  const mix = high === low ? 0 : (wanted - low) / (high - low);
  return { x: before.x + (after.x - before.x) * mix, y: before.y + (after.y - before.y) * mix };
}

function xy({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

/** Tenths of a pixel are enough, and keep exported files small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
