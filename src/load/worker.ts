/** The load lab in a worker: the page stays smooth, and ending the worker ends the run at once. */
import type { LoadReply, LoadRequest } from './messages.ts';
import { buffersOf } from './notable.ts';
import { respond } from './respond.ts';

/** Questions are answered one after the other. */
let before: Promise<void> = Promise.resolve();

globalThis.addEventListener('message', ({ data }: MessageEvent<LoadRequest>) => {
  const host = { pause: () => Promise.resolve(), reply, isStopped: () => false, portion: 200_000 };
  before = before
    .then(() => respond(data, host))
    .catch((error: unknown) => reply({ kind: 'failed', id: data.id, reason: String(error) }));
});

function reply(message: LoadReply): void {
  const logs = message.kind === 'result' ? message.results.flatMap(({ log }) => log ?? []) : [];
  globalThis.postMessage(message, { transfer: logs.flatMap(buffersOf) });
}
