/** Trace validation: each shipped recording against the model, the first time in this process. */
import { admit } from '../../src/recordings/admit.ts';
import { shippedRecordings } from '../../src/recordings/shipped.ts';
import { measured, type Row } from './row.ts';

export async function recordingRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { id, load } of shippedRecordings) {
    const recording = await load();
    const begun = performance.now();
    const { verdict } = admit(recording);
    const tookMs = performance.now() - begun;
    const what = `${id}, ${recording.observations.length} observations: ${verdict}`;
    rows.push(measured(what, tookMs, 'ms', { atMost: 1_000 }));
  }
  return rows;
}
