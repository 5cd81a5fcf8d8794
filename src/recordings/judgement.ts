/** What is asked about a recording, and what comes back: as values that travel to a worker and home again. */
import * as v from 'valibot';
import { admit } from './admit.ts';
import type { Answer } from './answer.ts';
import type { Recording } from './observation.ts';
import { readRecording, type RecordingProblem } from './readRecording.ts';
import { shippedRecordings } from './shipped.ts';

/** A recording that came with the project, or a text that somebody says is one. */
export const AskedSchema = v.variant('kind', [
  v.object({ kind: v.literal('shipped'), id: v.string() }),
  v.object({ kind: v.literal('text'), text: v.string() }),
]);

export type Asked = v.InferOutput<typeof AskedSchema>;

export type Judgement =
  | { readonly kind: 'judged'; readonly recording: Recording; readonly answer: Answer }
  | { readonly kind: 'unreadable'; readonly problem: RecordingProblem }
  /** No answer: nothing of this name was shipped, or something threw. */
  | { readonly kind: 'failed'; readonly reason: string };

export async function judgementOf(asked: Asked): Promise<Judgement> {
  if (asked.kind === 'text') {
    const read = readRecording(asked.text);
    return read.ok ? judged(read.recording) : { kind: 'unreadable', problem: read.problem };
  }
  const shipped = shippedRecordings.find(({ id }) => id === asked.id);
  return shipped === undefined
    ? { kind: 'failed', reason: `no recording is called ${asked.id}` }
    : judged(await shipped.load());
}

function judged(recording: Recording): Judgement {
  return { kind: 'judged', recording, answer: admit(recording) };
}
