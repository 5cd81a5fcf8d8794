/** Asks the worker to judge recordings: one at a time, those that a reader waits for before the others. */
import type { Asked, Failure, Judgement } from './judgement.ts';

/** The part of a worker that is used here. */
export type Judge = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Job {
  readonly asked: Asked;
  readonly settle: (judgement: Judgement) => void;
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

  const settle = (judgement: Judgement): void => {
    clearTimeout(patience);
    current?.settle(judgement);
    current = null;
    next();
  };
  const fail = (failure: Failure): void => {
    judge?.terminate();
    judge = null;
    settle({ kind: 'failed', failure });
  };
  const started = (): Judge => {
    const worker = open();
    worker.addEventListener('message', (event) => {
      if (worker === judge && 'data' in event) settle(judgementIn(event.data));
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

  return (asked: Asked, { isUrgent = false }: { readonly isUrgent?: boolean } = {}): Promise<Judgement> =>
    new Promise((resolve) => {
      const job = { asked, settle: resolve };
      waiting = isUrgent ? [job, ...waiting] : [...waiting, job];
      next();
    });
}

function judgementIn(data: unknown): Judgement {
  return isJudgement(data) ? data : { kind: 'failed', failure: { kind: 'no-judgement' } };
}

/** It comes from our own worker, which wrote it as this type. */
function isJudgement(data: unknown): data is Judgement {
  return typeof data === 'object' && data !== null && 'kind' in data;
}
