/** Asks for loads from the page: the newest question counts, an older one is stopped. */
import type { LoadReply, LoadRequest, LoadResult } from './messages.ts';
import { hasCoarse, respond } from './respond.ts';
import type { LoadScenario } from './settings.ts';

export interface LoadListener {
  readonly progress: (share: number) => void;
  readonly results: (results: readonly LoadResult[]) => void;
  readonly failed: (reason: string) => void;
}

export interface Lab {
  /** Runs it; what ran before is stopped. A steady load has a first, coarse answer. */
  readonly run: (scenario: LoadScenario, listener: LoadListener) => void;
  readonly stop: () => void;
}

type Place = { readonly send: (request: LoadRequest) => void; readonly close: () => void };
type OpenPlace = (heard: (reply: LoadReply) => void, broke: (reason: string) => void) => Place;

export function createLab(places: readonly OpenPlace[] = [openWorker, openPortions]): Lab {
  let untried = places;
  let place: Place | null = null;
  let current: { readonly id: number; readonly listener: LoadListener; readonly send: () => void } | null = null;
  let waiting = 0;
  let isProven = false;
  let asked = 0;

  const close = (): void => {
    place?.close();
    place = null;
  };
  const heard = (reply: LoadReply): void => {
    isProven = true;
    if (current === null || reply.id !== current.id) return;
    if (reply.kind === 'progress') return current.listener.progress(reply.share);
    waiting -= 1;
    if (reply.kind === 'failed') return current.listener.failed(reply.reason);
    current.listener.results(reply.results);
  };
  const broke = (reason: string): void => {
    close();
    if (!isProven && untried.length > 1) {
      untried = untried.slice(1);
      current?.send();
    } else {
      waiting = 0;
      current?.listener.failed(reason);
    }
  };
  const open = (): Place => {
    const [first] = untried;
    if (first === undefined) throw new Error('Expected a place to run in.');
    place ??= first(heard, broke);
    return place;
  };
  return {
    run: (scenario, listener) => {
      // What still runs is of no use to anybody.
      if (waiting > 0) close();
      asked += 1;
      const id = asked;
      const send = (): void => {
        try {
          const opened = open();
          const parts = hasCoarse(scenario) ? [true, false] : [false];
          waiting = parts.length;
          for (const isCoarse of parts) opened.send({ id, scenario, isCoarse });
        } catch (error) {
          broke(String(error));
        }
      };
      current = { id, listener, send };
      send();
    },
    stop: () => {
      if (waiting > 0) close();
      waiting = 0;
      current = null;
    },
  };
}

const openWorker: OpenPlace = (heard, broke) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LoadReply>) => heard(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    broke(event.message);
  });
  return { send: (request) => worker.postMessage(request), close: () => worker.terminate() };
};

/** Where no worker can start: between the frames of the page, one request after the other. */
const openPortions: OpenPlace = (heard) => {
  let isClosed = false;
  let before: Promise<void> = Promise.resolve();
  const host = {
    pause: () => new Promise<void>((resolve) => setTimeout(resolve)),
    reply: (reply: LoadReply) => {
      if (!isClosed) heard(reply);
    },
    isStopped: () => isClosed,
    portion: 8_000,
  };
  return {
    send: (request) => {
      before = before
        .then(() => respond(request, host))
        .catch((error: unknown) => host.reply({ kind: 'failed', id: request.id, reason: String(error) }));
    },
    close: () => {
      isClosed = true;
    },
  };
};
