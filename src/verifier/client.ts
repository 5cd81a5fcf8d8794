/** Asks questions of the verifier from the page: one at a time, each with its progress, and cancelled at once. */
import * as v from 'valibot';
import { Request, type Reply } from './messages.ts';
import { openPortions, openWorker, type OpenPlace, type Place } from './places.ts';
import type { Question, Report } from './question.ts';

export type Answer =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'cancelled' }
  /** The search ended with an exception; `reason` is what it said. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Asked {
  readonly answer: Promise<Answer>;
  readonly cancel: () => void;
}

export interface Verifier {
  /** Questions wait for those asked before them. `onProgress` hears what is known so far, a few times a second. */
  readonly ask: (question: Question, onProgress?: (report: Report) => void) => Asked;
}

interface Job {
  readonly request: Request;
  readonly onProgress: (report: Report) => void;
  readonly settle: (answer: Answer) => void;
}

/** The places are tried in their order: the next one where one cannot start. Starts nothing before the first question. */
export function createVerifier(places: readonly OpenPlace[] = [openWorker, openPortions]): Verifier {
  let untried = places;
  let place: Place | null = null;
  let isReady = false;
  let jobs: readonly Job[] = [];
  let asked = 0;

  const close = (): void => {
    place?.close();
    place = null;
    isReady = false;
  };
  const settle = (job: Job, answer: Answer): void => {
    const [current, ...waiting] = jobs;
    jobs = jobs.filter((other) => other !== job);
    job.settle(answer);
    if (job === current && waiting.length > 0) begin();
  };
  const heard = (reply: Reply): void => {
    isReady = true;
    const [job] = jobs;
    if (reply.kind === 'ready' || job?.request.id !== reply.id) return;
    if (reply.kind === 'progress') job.onProgress(reply.report);
    else if (reply.kind === 'answer') settle(job, { kind: 'report', report: reply.report });
    else settle(job, { kind: 'failed', reason: reply.reason });
  };
  const broke = (reason: string): void => {
    const [job] = jobs;
    const mayTryNext = !isReady && untried.length > 1;
    close();
    if (mayTryNext) untried = untried.slice(1);
    if (job === undefined) return;
    if (mayTryNext) begin();
    else settle(job, { kind: 'failed', reason });
  };
  const begin = (): void => {
    const [job] = jobs;
    if (job === undefined) return;
    try {
      place ??= untried[0]?.({ replied: heard, broke }) ?? null;
      place?.send(job.request);
    } catch (error) {
      broke(String(error));
    }
  };

  return {
    ask: (question, onProgress = () => {}) => {
      asked += 1;
      const request = v.parse(Request, { id: asked, question });
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const job: Job = { request, onProgress, settle: resolve };
      jobs = [...jobs, job];
      if (jobs.length === 1) begin();
      const cancel = (): void => {
        if (!jobs.includes(job)) return;
        if (jobs[0] === job) close();
        settle(job, { kind: 'cancelled' });
      };
      return { answer: promise, cancel };
    },
  };
}
