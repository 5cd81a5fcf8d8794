/** Two-phase commit as Gray and Lamport count it, with seven participants: the same search in Node and in a worker. */
import { createEngine } from '../../src/engine/engine.ts';
import { twoPhaseCommitModel } from '../../src/protocols/two-phase-commit/model.ts';
import { explore } from '../../src/verifier/explore.ts';

export interface Measured {
  readonly participants: number;
  /** States, steps and levels. */
  readonly counts: string;
  readonly statesPerSecond: number;
  readonly bytesPerState: number;
}

/** How many states, steps and levels each number of participants has. */
export const GOLDEN: Readonly<Record<number, string>> = {
  3: '288 / 1146 / 11',
  5: '8832 / 58146 / 17',
  7: '296448 / 2744706 / 23',
};

export function yardstick(participants: number): Measured {
  const search = explore({
    engine: createEngine(twoPhaseCommitModel({ semantics: 'benchmark', participants: String(participants) })),
    ledger: () => [],
    properties: [],
    faults: { crash: 0, drop: 0, duplicate: 0 },
    orders: 1,
    reduction: 'none',
    kept: { forgettings: [] },
    statesMax: 1_000_000,
    stopsEarly: false,
  });
  const begun = performance.now();
  while (search.advance(20_000));
  const seconds = (performance.now() - begun) / 1_000;
  const { states, generated, depth, bytesPerState } = search.report();
  const counts = `${states} / ${generated} / ${depth}`;
  return { participants, counts, statesPerSecond: states / seconds, bytesPerState };
}
