/** Reads and judges recordings in a worker: the page stays smooth, and a text that takes too long can be left. */
import * as v from 'valibot';
import { AskedSchema, judgementOf, type Judgement } from './judgement.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void judgementOf(v.parse(AskedSchema, data))
    .catch((error: unknown): Judgement => ({ kind: 'failed', failure: { kind: 'thrown', message: String(error) } }))
    .then((judgement) => globalThis.postMessage(judgement));
});
