/** When orders come: open arrivals along a curve, at random or evenly. */
import { DRAW, exponential } from './draws.ts';
import type { CurvePoint } from './settings.ts';

/** Gives the times of one order after the other in milliseconds; Infinity when no more come. */
export interface Arrivals {
  readonly next: () => number;
}

/** One stretch of the curve, in milliseconds and orders per millisecond. */
interface Stretch {
  readonly fromMs: number;
  readonly lengthMs: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The time at which the area under the curve has grown by a draw: exponential with mean 1 for Poisson arrivals, 1 for even
 * ones. Exact, by inversion of the straight lines.
 */
export function openArrivals(curve: readonly CurvePoint[], seed: number, isEven: boolean): Arrivals {
  const stretches = stretchesOf(curve);
  let index = 0;
  let insideMs = 0;
  let order = 0;
  return {
    next: () => {
      let wanted = isEven ? 1 : exponential(seed, order, DRAW.gap);
      order += 1;
      for (; index < stretches.length; index += 1) {
        const stretch = stretches[index];
        if (stretch === undefined) break;
        const left = areaBetween(stretch, insideMs, stretch.lengthMs);
        if (wanted < left) {
          insideMs = reach(stretch, insideMs, wanted);
          return stretch.fromMs + insideMs;
        }
        wanted -= left;
        insideMs = 0;
      }
      return Infinity;
    },
  };
}

function stretchesOf(curve: readonly CurvePoint[]): readonly Stretch[] {
  return curve.slice(1).flatMap(({ atS, perS }, index) => {
    const before = curve[index];
    if (before === undefined || atS <= before.atS) return [];
    return [
      { fromMs: before.atS * 1_000, lengthMs: (atS - before.atS) * 1_000, from: before.perS / 1_000, to: perS / 1_000 },
    ];
  });
}

function rateAt({ from, to, lengthMs }: Stretch, ms: number): number {
  return from + ((to - from) * ms) / lengthMs;
}

function areaBetween(stretch: Stretch, fromMs: number, toMs: number): number {
  return ((rateAt(stretch, fromMs) + rateAt(stretch, toMs)) / 2) * (toMs - fromMs);
}

/** Where the area from `fromMs` on has reached `wanted`. */
function reach(stretch: Stretch, fromMs: number, wanted: number): number {
  const rate = rateAt(stretch, fromMs);
  const slope = (stretch.to - stretch.from) / stretch.lengthMs;
  if (slope === 0) return fromMs + wanted / rate;
  // The root that is stable where the slope is small or falling.
  return fromMs + (2 * wanted) / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * wanted)));
}
