/** Asks a worker when a run was lost. Who asks about another run ends what was asked before. */
import * as v from 'valibot';
import { WhyReply, WhyRequest } from './whyMessages.ts';

interface Asked {
  readonly answer: Promise<WhyReply | null>;
  readonly end: () => void;
}

let latest: Asked | null = null;

/** Null where no worker can start, where it fails, or where somebody has asked about another run since. */
export function askWhy(run: unknown): Promise<WhyReply | null> {
  latest?.end();
  latest = asked(v.parse(WhyRequest, run));
  return latest.answer;
}

function asked(request: WhyRequest): Asked {
  const { promise, resolve } = Promise.withResolvers<WhyReply | null>();
  try {
    const worker = new Worker(new URL('./whyWorker.ts', import.meta.url), { type: 'module' });
    const end = (reply: WhyReply | null): void => {
      worker.terminate();
      resolve(reply);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const read = v.safeParse(WhyReply, data);
      end(read.success ? read.output : null);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(null);
    });
    worker.postMessage(request);
    return { answer: promise, end: () => end(null) };
  } catch {
    resolve(null);
    return { answer: promise, end: () => {} };
  }
}
