/**
 * Chance without a state: a draw is a hash of the seed, the order and what it is for, so that all protocols share it. Only
 * + − × ÷ and √ are used, which are the same to the last digit everywhere; `Math.log` and its relatives are not.
 */

/** What a draw is for. */
export const DRAW = { gap: 1, order: 2, points: 3, row: 4, queue: 5, poison: 6 } as const;

/** Between 0 and 1, never one of them. */
export function uniform(seed: number, order: number, kind: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(order + 1, 0xc2b2ae35) ^ Math.imul(kind, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ order, 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  hash ^= hash >>> 16;
  return ((hash >>> 0) + 0.5) / 4_294_967_296;
}

/** With mean 1. */
export function exponential(seed: number, order: number, kind: number): number {
  return -logarithm(uniform(seed, order, kind));
}

/** Log-normal with mean 1 and a standard deviation of 3. */
export function heavy(seed: number, order: number, kind: number): number {
  return power(SIGMA * normalQuantile(uniform(seed, order, kind)) - (SIGMA * SIGMA) / 2);
}

/** √ln(1 + 3²). */
const SIGMA = Math.sqrt(logarithm(10));

/** The natural logarithm of a positive number. */
export function logarithm(value: number): number {
  let mantissa = value;
  let exponent = 0;
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // ln m = 2 artanh s; |s| ≤ 0.172, so nine terms reach the last digit.
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  const series =
    1 +
    q *
      (1 / 3 +
        q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q / 19))))))));
  return exponent * Math.LN2 + 2 * s * series;
}

/** e to this power. */
export function power(value: number): number {
  let halvings = 0;
  let small = value;
  while (small > 0.5 || small < -0.5) {
    small /= 2;
    halvings += 1;
  }
  let term = 1;
  let sum = 1;
  for (let count = 1; count <= 16; count += 1) {
    term = (term * small) / count;
    sum += term;
  }
  for (; halvings > 0; halvings -= 1) sum *= sum;
  return sum;
}

/** The normal distribution's quantile by Acklam's rational approximation, relative error 1.15 · 10⁻⁹. */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * logarithm(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * logarithm(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const numerator =
    (((((-39.696_830_286_653_76 * r + 220.946_098_424_520_5) * r - 275.928_510_446_968_7) * r + 138.357_751_867_269) *
      r -
      30.664_798_066_147_16) *
      r +
      2.506_628_277_459_239) *
    q;
  const denominator =
    ((((-54.476_098_798_224_06 * r + 161.585_836_858_040_9) * r - 155.698_979_859_886_6) * r + 66.801_311_887_719_72) *
      r -
      13.280_681_552_885_72) *
      r +
    1;
  return numerator / denominator;
}

function tail(q: number): number {
  const numerator =
    ((((-0.007_784_894_002_430_293 * q - 0.322_396_458_041_136_5) * q - 2.400_758_277_161_838) * q -
      2.549_732_539_343_734) *
      q +
      4.374_664_141_464_968) *
      q +
    2.938_163_982_698_783;
  const denominator =
    (((0.007_784_695_709_041_462 * q + 0.322_467_129_070_039_8) * q + 2.445_134_137_142_996) * q +
      3.754_408_661_907_416) *
      q +
    1;
  return numerator / denominator;
}
