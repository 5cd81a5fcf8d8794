/** Strands of one attempt that wait for each other, and the places that pass from one to the other. */
import type { Run } from './state.ts';

/** True for the last of them. */
export function joined(run: Run, strand: number, slot: number, need: number): boolean {
  const at = attemptOf(run, strand) * run.plan.joins + slot;
  const count = (run.joinCount[at] ?? 0) + 1;
  run.joinCount[at] = count === need ? 0 : count;
  if (count === need) takeOver(run, strand);
  else if (run.holds[strand] !== 0) {
    const pocket = attemptOf(run, strand);
    run.pockets.set(pocket, (run.pockets.get(pocket) ?? 0) | (run.holds[strand] ?? 0));
  }
  return count === need;
}

/** What strands of the same attempt held that ended in a join. */
export function takeOver(run: Run, strand: number): void {
  const pocket = attemptOf(run, strand);
  const holds = run.pockets.get(pocket);
  if (holds === undefined) return;
  run.holds[strand] = (run.holds[strand] ?? 0) | holds;
  run.pockets.delete(pocket);
}

/** Half of a join that has died is waited for by nobody. */
export function forgetJoins(run: Run, strand: number): void {
  const { joins } = run.plan;
  run.joinCount.fill(0, attemptOf(run, strand) * joins, (attemptOf(run, strand) + 1) * joins);
}

function attemptOf({ order, attempt, numbers }: Run, strand: number): number {
  return (order[strand] ?? 0) * (numbers.retries + 1) + (attempt[strand] ?? 0);
}
