/** One order alone, for comparison with the engine. */
import type { Operation, Program } from './operation.ts';
import type { RunOperation } from './graph.ts';
import { planOf } from './plan.ts';
import { simulate } from './simulate.ts';
import { INITIAL_CHOICES, INITIAL_NUMBERS, type LoadScenario } from './settings.ts';

/** When the one order comes, in milliseconds: when autoplay places it. */
export const PLACED_MS = 300;

/** One order, at that time. */
export const LONE: LoadScenario = {
  compared: ['call'],
  curve: [
    { atS: 0, perS: 1_000 / PLACED_MS },
    { atS: 0.5, perS: 1_000 / PLACED_MS },
  ],
  numbers: INITIAL_NUMBERS,
  choices: { ...INITIAL_CHOICES, arrivals: 'even' },
  faults: [],
};

/** When the points of a lone order are there if every operation takes as long as in the engine. */
export function pointsAtMs(program: Program): number {
  const { run } = simulate(planOf(program, LONE, 'engine'), LONE);
  return run.pointsMs[0] ?? NaN;
}

/** A run as it is, whatever went wrong in it: no costs, nothing held. */
export function bareProgram(run: readonly RunOperation[]): Program {
  const [first] = run;
  const ids = new Set(run.map(({ id }) => id));
  const operations = run.map((operation): Operation => {
    const causes = operation.causes.filter((cause) => ids.has(cause));
    return {
      id: operation.id,
      name: operation.name,
      causes: causes.length === 0 && operation !== first ? [first?.id ?? 0] : causes,
      costs: [],
      engineMs: operation.engineMs,
      isShared: operation.isShared,
      takes: [],
      gives: [],
      isAnswer: operation.pointsThere,
      isCommit: operation === first,
      pointsThere: operation.pointsThere,
      whenLost: null,
      inBatch: false,
    };
  });
  return { operations, checkBack: [], recovery: [], watchdogs: [], isHandWritten: false, caught: null };
}
