import { describe, expect, it } from 'vitest';
import { DRAW, exponential, heavy, logarithm, normalQuantile, power, uniform } from './draws.ts';

const COUNT = 200_000;
const ORDERS = Array.from({ length: COUNT }, (_, order) => order);

function moments(draw: (order: number) => number): { readonly mean: number; readonly deviation: number } {
  const values = ORDERS.map(draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
  return { mean, deviation: Math.sqrt(square) };
}

describe('draws', () => {
  it('[LD1] depend on the seed, the order and what they are for, and on nothing else', () => {
    expect(uniform(7, 41, DRAW.order)).toBe(uniform(7, 41, DRAW.order));
    const others = [uniform(8, 41, DRAW.order), uniform(7, 42, DRAW.order), uniform(7, 41, DRAW.points)];
    expect(new Set([...others, uniform(7, 41, DRAW.order)]).size).toBe(4);
  });

  it('[LD2] have the moments of their distributions', () => {
    const flat = moments((order) => uniform(3, order, DRAW.row));
    expect(flat.mean).toBeCloseTo(0.5, 2);
    expect(flat.deviation).toBeCloseTo(Math.sqrt(1 / 12), 2);
    const waiting = moments((order) => exponential(3, order, DRAW.order));
    expect(Math.abs(waiting.mean - 1)).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(waiting.deviation).toBeCloseTo(1, 1);
    const tailed = moments((order) => heavy(3, order, DRAW.points));
    expect(Math.abs(tailed.mean - 1)).toBeLessThan(12 / Math.sqrt(COUNT));
    expect(Math.abs(tailed.deviation - 3)).toBeLessThan(0.4);
  });

  it('[LD3] are not correlated between kinds, seeds and neighbours', () => {
    const first = ORDERS.map((order) => uniform(3, order, DRAW.order) - 0.5);
    const others = [
      ORDERS.map((order) => uniform(3, order, DRAW.points) - 0.5),
      ORDERS.map((order) => uniform(4, order, DRAW.order) - 0.5),
      ORDERS.map((order) => uniform(3, order + 1, DRAW.order) - 0.5),
    ];
    for (const other of others) {
      const product = first.reduce((sum, value, order) => sum + value * (other[order] ?? 0), 0) / COUNT;
      // The standard deviation of the product of two uniform draws is 1/12.
      expect(Math.abs(product)).toBeLessThan(4 / 12 / Math.sqrt(COUNT));
    }
  });

  it('[LD4] has its own logarithm and exponential, exact to the last digits', () => {
    for (const value of [1e-10, 0.03, 0.5, 0.7072, 1, 1.3, 7, 1e6])
      expect(logarithm(value)).toBeCloseTo(Math.log(value), 12);
    for (const value of [-20, -1.5, 0, 0.4, 3, 9]) expect(power(value) / Math.exp(value)).toBeCloseTo(1, 12);
    for (const [p, quantile] of [
      [0.001, -3.090_232_306],
      [0.3, -0.524_400_513],
      [0.5, 0],
      [0.975, 1.959_963_985],
    ] as const) {
      expect(normalQuantile(p)).toBeCloseTo(quantile, 7);
    }
  });
});
