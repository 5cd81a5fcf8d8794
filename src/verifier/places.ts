/** Where questions are answered: in a worker or, where none can start, in portions between the frames of the page. */
import * as v from 'valibot';
import { Reply, type Request } from './messages.ts';

export interface Place {
  /** One request at a time. */
  readonly send: (request: Request) => void;
  /** Ends what runs, at once. */
  readonly close: () => void;
}

export interface PlaceEvents {
  readonly replied: (reply: Reply) => void;
  /** The place itself is broken; nothing more comes from it. */
  readonly broke: (reason: string) => void;
}

export type OpenPlace = (events: PlaceEvents) => Place;

/** Throws where the browser forbids workers. */
export const openWorker: OpenPlace = ({ replied, broke }) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const read = v.safeParse(Reply, data);
    if (read.success) replied(read.output);
    else broke(read.issues.map(({ message }) => message).join(' '));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    broke(event.message);
  });
  return { send: (request) => worker.postMessage(request), close: () => worker.terminate() };
};

/** Half a frame; the other half belongs to the page. */
const PORTION_MS = 8;

/** The search is loaded here only where no worker could start. */
export const openPortions: OpenPlace = ({ replied, broke }) => {
  let isClosed = false;
  const host = {
    now: () => performance.now(),
    portionMs: PORTION_MS,
    pause: () => new Promise<void>((resolve) => setTimeout(resolve)),
    isCancelled: () => isClosed,
    reply: (reply: Reply) => {
      if (!isClosed) replied(reply);
    },
  };
  return {
    send: (request) => {
      const answer = async (): Promise<void> => {
        const { respond } = await import('./respond.ts');
        if (!isClosed) await respond(request, host);
      };
      void answer().catch((error: unknown) => broke(String(error)));
    },
    close: () => {
      isClosed = true;
    },
  };
};
