/** The way of something that moves along an arrow, as points to animate through. */
import type { Point } from './geometry.ts';

const POINTS = 9;

/** Follows the arrow; what rests beside it joins and leaves it little by little. */
export function trackBetween(at: (part: number) => Point, from: Point, to: Point): readonly Point[] {
  const [first, last] = [nearestPart(at, from), nearestPart(at, to)];
  const [onFirst, onLast] = [at(first), at(last)];
  return Array.from({ length: POINTS }, (_, index) => {
    const done = index / (POINTS - 1);
    const on = at(first + (last - first) * done);
    const x = on.x + (from.x - onFirst.x) * (1 - done) + (to.x - onLast.x) * done;
    const y = on.y + (from.y - onFirst.y) * (1 - done) + (to.y - onLast.y) * done;
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  });
}

const PARTS = 20;

function nearestPart(at: (part: number) => Point, { x, y }: Point): number {
  let best = 0;
  let least = Infinity;
  for (let step = 0; step <= PARTS; step += 1) {
    const point = at(step / PARTS);
    const distance = Math.hypot(point.x - x, point.y - y);
    if (distance < least) {
      best = step / PARTS;
      least = distance;
    }
  }
  return best;
}
