/** Asks the worker to judge recordings: one at a time, those that a reader waits for before the others. */
import type { Asked, Failure, Judgement, Progress } from './judgement.ts';

/** The part of a worker that is used here. */
export type Judge = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Job {
  readonly asked: Asked;
  readonly settle: (judgements: readonly Judgement[]) => void;
  readonly onProgress: (progress: Progress) => void;
}

interface Wishes {
  /** Before those that nobody waits for. */
  readonly isUrgent?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the wait, and the work where it has begun. */
  readonly signal?: AbortSignal;
}

/** Longer than any recording of the permitted length takes on a slow machine. */
const PATIENCE_MS = 30_000;

const openWorker = (): Judge => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** A queue of questions before one worker, which starts with the first of them and is replaced when it fails. */
export function createJudging(open: () => Judge = openWorker, patienceMs = PATIENCE_MS) {
  let judge: Judge | null = null;
  let waiting: readonly Job[] = [];
  let current: Job | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const settle = (judgements: readonly Judgement[]): void => {
    clearTimeout(patience);
    current?.settle(judgements);
    current = null;
    next();
  };
  const fail = (failure: Failure): void => {
    judge?.terminate();
    judge = null;
    settle([{ kind: 'failed', failure }]);
  };
  const started = (): Judge => {
    const worker = open();
    worker.addEventListener('message', (event) => {
      if (worker !== judge || !('data' in event)) return;
      const { data } = event;
      if (isSaid(data) && data.kind === 'progress') current?.onProgress(data.progress);
      else settle(isSaid(data) && data.kind === 'done' ? data.judgements : NO_JUDGEMENT);
    });
    worker.addEventListener('error', (event) => {
      if (worker !== judge) return;
      fail('message' in event ? { kind: 'thrown', message: event.message } : { kind: 'no-worker' });
    });
    return worker;
  };
  const next = (): void => {
    const [first, ...others] = waiting;
    if (first === undefined || current !== null) return;
    [current, waiting] = [first, others];
    try {
      judge ??= started();
      judge.postMessage(first.asked);
      patience = setTimeout(() => fail({ kind: 'too-slow', seconds: patienceMs / 1_000 }), patienceMs);
    } catch (error) {
      fail({ kind: 'thrown', message: String(error) });
    }
  };

  return (asked: Asked, { isUrgent = false, onProgress = () => undefined, signal }: Wishes = {}) =>
    new Promise<readonly Judgement[]>((resolve) => {
      const job: Job = { asked, settle: resolve, onProgress };
      const cancel = (): void => {
        if (job === current) return fail({ kind: 'cancelled' });
        waiting = waiting.filter((one) => one !== job);
        resolve([{ kind: 'failed', failure: { kind: 'cancelled' } }]);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      waiting = isUrgent ? [job, ...waiting] : [...waiting, job];
      next();
    });
}

const NO_JUDGEMENT: readonly Judgement[] = [{ kind: 'failed', failure: { kind: 'no-judgement' } }];

type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly judgements: readonly Judgement[] };

/** It comes from our own worker, which wrote it as this type. */
function isSaid(data: unknown): data is Said {
  return typeof data === 'object' && data !== null && 'kind' in data;
}
