import { startTransition, useEffect, useRef, useState } from 'react';
import { createLab } from '../../load/client.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { LoadScenario } from '../../load/settings.ts';

/** What is known of the load that is asked for. */
export interface LoadRun {
  /** Of this load, or still of the one before it. */
  readonly results: readonly LoadResult[];
  /** Between 0 and 1 while it runs; null when it is done, cancelled or has failed. */
  readonly share: number | null;
  readonly isCancelled: boolean;
  readonly failure: string | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** One for the page: a warm worker answers faster. */
const lab = createLab();
/** While somebody drags a slider only the last position is simulated. */
const PAUSE_MS = 120;

/** Simulates a load in the worker, again whenever it is another; a scenario is the same while its object is. */
export function useLoadRun(scenario: LoadScenario): LoadRun {
  const [results, setResults] = useState<readonly LoadResult[]>([]);
  const [share, setShare] = useState<number | null>(0);
  const [isCancelled, setCancelled] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const isFirst = useRef(true);
  useEffect(() => {
    const start = (): void => {
      isFirst.current = false;
      setShare(0);
      setCancelled(false);
      setFailure(null);
      lab.run(scenario, {
        progress: setShare,
        results: (found) => {
          // Many curves: drawn in slices, so that the page answers meanwhile.
          startTransition(() => {
            setResults(found);
            if (found.every(({ isCoarse }) => !isCoarse)) setShare(null);
          });
        },
        failed: (reason) => {
          setFailure(reason);
          setShare(null);
        },
      });
    };
    const timer = setTimeout(start, isFirst.current ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      lab.stop();
    };
  }, [scenario, round]);
  return {
    results,
    share,
    isCancelled,
    failure,
    cancel: () => {
      lab.stop();
      setShare(null);
      setCancelled(true);
    },
    again: () => setRound((count) => count + 1),
  };
}
