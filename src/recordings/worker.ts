/** Reads and judges recordings in a worker: the page stays smooth, and a text that takes too long can be left. */
import * as v from 'valibot';
import { AskedSchema, judgementsOf, type Judgement } from './judgement.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void judgementsOf(v.parse(AskedSchema, data), (progress) => globalThis.postMessage({ kind: 'progress', progress }))
    .catch((error: unknown): readonly Judgement[] => [
      { kind: 'failed', failure: { kind: 'thrown', message: String(error) } },
    ])
    .then((judgements) => globalThis.postMessage({ kind: 'done', judgements }));
});
