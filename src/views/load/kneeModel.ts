/** Load against the buyers' 99th percentile: which loads are simulated, and where the time turns up. Pure. */
import { limitsOf } from '../../load/capacity.ts';
import type { LoadResult } from '../../load/messages.ts';
import { steady, type LoadScenario } from '../../load/settings.ts';

/** Shares of the smallest capacity. */
const SHARES = [0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1];
const SECONDS = 10;
/** More than this a second is not simulated for a curve. */
const PER_S_MAX = 50_000;
/** So many times what the least load takes, it has turned up. */
const TURNED = 2;

/** Orders per second, rising: up to what the slowest of the compared allows. */
export function kneeRates(results: readonly Pick<LoadResult, 'program'>[], scenario: LoadScenario): readonly number[] {
  const capacity = Math.min(...results.map(({ program }) => limitsOf(program, scenario).capacityPerS), PER_S_MAX);
  return SHARES.map((share) => Math.max(1, Math.round(capacity * share)));
}

/** The same under each of these: a steady load of some seconds, without faults. */
export function kneeScenarios(rates: readonly number[], scenario: LoadScenario): readonly LoadScenario[] {
  return rates.map((perS) => ({ ...scenario, curve: steady(perS, SECONDS), faults: [] }));
}

/** The first load at which the time is twice what it is at the least one; null where it never is, or not all are known. */
export function kneeAt(rates: readonly number[], p99Ms: readonly (number | null)[]): number | null {
  const [least] = p99Ms;
  if (least === null || least === undefined) return null;
  const at = p99Ms.findIndex((ms) => ms !== null && ms > TURNED * least);
  return at < 0 ? null : (rates[at] ?? null);
}
