/** The two simulators side by side. */
import { protocols } from '../protocols/registry.ts';
import { programFor } from './lab.ts';
import { isFluid } from './fluidRun.ts';
import { planOf } from './plan.ts';
import { presetOf, PRESET_IDS } from './presets.ts';
import { simulateProcesses } from './processes.testing.ts';
import { simulate } from './simulate.ts';
import { FATE } from './state.ts';
import type { ComparedId, LoadScenario } from './settings.ts';

/** Presets whose orders are followed one by one; of a whole day there is no order to agree about. */
export const FOLLOWED_IDS = PRESET_IDS.filter((id) => !isFluid(presetOf(id)));

/** The first order about which the two simulators disagree, in words; null where there is none. */
export function disagreement(id: ComparedId, scenario: LoadScenario): string | null {
  const plan = planOf(programFor(id, protocols), scenario);
  const { run } = simulate(plan, scenario);
  const others = simulateProcesses(plan, scenario);
  if (others.length !== run.orders) return `${run.orders} orders against ${others.length}`;
  const at = others.findIndex(
    (other, order) =>
      !Object.is(other.arrivedMs, run.arrivedMs[order]) ||
      !Object.is(other.outcomeMs, run.outcomeMs[order]) ||
      !Object.is(other.pointsMs, run.pointsMs[order]) ||
      Number(other.isLate) !== run.isLate[order] ||
      (other.passed ?? undefined) !== plan.dogs[(run.passed[order] ?? 0) - 1]?.delay ||
      FATE[other.fate] !== run.fate[order],
  );
  return at < 0
    ? null
    : `order ${at}: ${run.outcomeMs[at]}, ${run.pointsMs[at]} against ${others[at]?.outcomeMs}, ${others[at]?.pointsMs}`;
}

/** The same in a fraction of the time: the curve and the faults are shorter, nothing else. */
export function shortened(scenario: LoadScenario, by: number): LoadScenario {
  return {
    ...scenario,
    curve: scenario.curve.map(({ atS, perS }) => ({ atS: atS * by, perS })),
    faults: scenario.faults.map((fault) =>
      fault.kind === 'points-stall' ? fault : { ...fault, fromS: fault.fromS * by, toS: fault.toS * by },
    ),
  };
}
