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
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Why there is no answer: values that a sentence is made of. */
export type Failure =
  | { readonly kind: 'not-shipped'; readonly id: string }
  | { readonly kind: 'no-worker' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'no-judgement' }
  | { readonly kind: 'thrown'; readonly message: string };

export async function judgementOf(asked: Asked): Promise<Judgement> {
  if (asked.kind === 'text') {
    const read = readRecording(asked.text);
    return read.ok ? judged(read.recording) : { kind: 'unreadable', problem: read.problem };
  }
  const shipped = shippedRecordings.find(({ id }) => id === asked.id);
  return shipped === undefined
    ? { kind: 'failed', failure: { kind: 'not-shipped', id: asked.id } }
    : judged(await shipped.load());
}

function judged(recording: Recording): Judgement {
  return { kind: 'judged', recording, answer: admit(recording) };
}
