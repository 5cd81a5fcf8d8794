import { useEffect, useRef, useState } from 'react';
import type { Progress } from '../../recordings/judgement.ts';
import { judgedOwn } from './judged.ts';
import { ownRunsOf, type Own } from './ownRuns.ts';

/** What a reader brings: files, or a text that was pasted. */
export type Brought = { readonly name: string; readonly file: File } | { readonly name: null; readonly text: string };

export interface Working {
  /** How many of what was brought are done, of how many. */
  readonly done: number;
  readonly count: number;
  /** Within the one that is looked at. */
  readonly progress: Progress | null;
}

/** Judges one after another what is brought; what is done stays when the rest is cancelled. */
export function useOwnRuns(onDone: (runs: readonly Own[], brought: number) => void) {
  const [working, setWorking] = useState<Working | null>(null);
  const cancelling = useRef<AbortController | null>(null);
  useEffect(() => () => cancelling.current?.abort(), []);
  const judge = async (all: readonly Brought[]): Promise<void> => {
    if (all.length === 0) return;
    cancelling.current?.abort();
    const controller = new AbortController();
    cancelling.current = controller;
    const { signal } = controller;
    const runs: Own[] = [];
    for (const [done, one] of all.entries()) {
      const at = { done, count: all.length };
      setWorking({ ...at, progress: null });
      const judgements = await judgedOwn(one.name === null ? one.text : one.file, {
        signal,
        onProgress: (progress) => signal.aborted || setWorking({ ...at, progress }),
      });
      if (signal.aborted) break;
      runs.push(...ownRunsOf(one.name, judgements));
    }
    if (cancelling.current !== controller) return;
    setWorking(null);
    onDone(runs, all.length);
  };
  return { working, judge, cancel: () => cancelling.current?.abort() };
}
