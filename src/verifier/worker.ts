/** The verifier in a worker: the page stays smooth, and ending the worker ends the search at once. */
import * as v from 'valibot';
import { Request, type Reply } from './messages.ts';
import { respond } from './respond.ts';

const PORTION_MS = 50;

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void respond(v.parse(Request, data), {
    now: () => performance.now(),
    portionMs: PORTION_MS,
    pause: () => Promise.resolve(),
    isCancelled: () => false,
    reply,
  });
});
reply({ kind: 'ready' });

function reply(message: Reply): void {
  globalThis.postMessage(message);
}
