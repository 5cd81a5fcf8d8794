import { useEffect, useRef, useState } from 'react';
import { createLab, type Lab } from '../../load/client.ts';
import type { Measures } from '../../load/measures.ts';
import type { LoadScenario } from '../../load/settings.ts';

export interface Variations {
  /** What is known so far, in the order in which it was asked; null before anything was asked. */
  readonly found: readonly (readonly Measures[])[] | null;
  readonly isRunning: boolean;
  readonly run: (scenarios: readonly LoadScenario[]) => void;
}

/** The same load in some variations, one after the other in a worker of its own; forgotten when the load is another. */
export function useVariations(scenario: LoadScenario): Variations {
  const lab = useRef<Lab | null>(null);
  const [state, setState] = useState<{
    readonly of: LoadScenario;
    readonly found: readonly (readonly Measures[])[];
    readonly all: number;
  } | null>(null);
  useEffect(() => () => lab.current?.stop(), [scenario]);
  const current = state?.of === scenario ? state : null;
  const next = (all: readonly LoadScenario[], found: readonly (readonly Measures[])[]): void => {
    setState({ of: scenario, found, all: all.length });
    const wanted = all[found.length];
    if (wanted === undefined) return;
    lab.current ??= createLab();
    lab.current.run(wanted, {
      progress: () => {},
      results: (results) => {
        if (results.every(({ isCoarse }) => !isCoarse)) next(all, [...found, results.map(({ measures }) => measures)]);
      },
      failed: () => setState({ of: scenario, found, all: found.length }),
    });
  };
  return {
    found: current?.found ?? null,
    isRunning: current !== null && current.found.length < current.all,
    run: (scenarios) => next(scenarios, []),
  };
}
