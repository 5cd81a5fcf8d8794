/** What is asked about recordings, and what comes back: as values that travel to a worker and home again. */
import * as v from 'valibot';
import { admit } from './admit.ts';
import type { Answer } from './answer.ts';
import { isGzip, textOf } from './encoding.ts';
import type { Recording } from './observation.ts';
import { BYTES_MAX, readRecordings, TEXT_MAX, type RecordingProblem, type Source } from './readRecording.ts';
import { drivenRecording } from './driven.ts';
import { shippedRecordings } from './shipped.ts';

/** A recording that came with the project, or a text or a file of which somebody says that it is one. */
export const AskedSchema = v.variant('kind', [
  v.object({ kind: v.literal('shipped'), id: v.string() }),
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('file'), file: v.instance(Blob) }),
]);

export type Asked = v.InferOutput<typeof AskedSchema>;

export type Judgement =
  | {
      readonly kind: 'judged';
      readonly recording: Recording;
      readonly source: Source;
      /** The line of the text that each observation comes from; empty where nobody knows. */
      readonly lines: readonly number[];
      readonly answer: Answer;
    }
  | { readonly kind: 'unreadable'; readonly problem: RecordingProblem }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Why there is no answer: values that a sentence is made of. */
export type Failure =
  | { readonly kind: 'not-shipped'; readonly id: string }
  | { readonly kind: 'no-worker' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'no-judgement' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'thrown'; readonly message: string };

/** How far a recording has been gone through. */
export interface Progress {
  readonly reached: number;
  readonly count: number;
}

type OnProgress = (progress: Progress) => void;

/** One judgement per run that was found; at least one. */
export async function judgementsOf(
  asked: Asked,
  onProgress: OnProgress = () => undefined,
): Promise<readonly Judgement[]> {
  switch (asked.kind) {
    case 'text':
      return judgedText(asked.text, onProgress);
    case 'file':
      return judgedFile(asked.file, onProgress);
    case 'shipped': {
      const shipped = shippedRecordings.find(({ id }) => id === asked.id);
      const recording = (await shipped?.load()) ?? (await drivenRecording(asked.id));
      if (recording === null) return [failed({ kind: 'not-shipped', id: asked.id })];
      return [judged({ recording, source: 'observations', lines: [] }, onProgress)];
    }
  }
}

async function judgedFile(file: Blob, onProgress: OnProgress): Promise<readonly Judgement[]> {
  let bytes: Uint8Array | null;
  try {
    const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    bytes = await bytesOf(isGzip(head) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream());
  } catch (error) {
    return [failed({ kind: 'unreadable', reason: String(error) })];
  }
  if (bytes !== null) return judgedText(textOf(bytes), onProgress);
  return [{ kind: 'unreadable', problem: { kind: 'too-large', max: TEXT_MAX } }];
}

/** Everything that comes; null where it is more than any recording has. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > BYTES_MAX) {
      await reader.cancel();
      return null;
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** What the model says of every run in a text. */
export function judgedText(text: string, onProgress: OnProgress = () => undefined): readonly Judgement[] {
  return readRecordings(text).map((read) =>
    read.ok ? judged(read, onProgress) : { kind: 'unreadable', problem: read.problem },
  );
}

function failed(failure: Failure): Judgement {
  return { kind: 'failed', failure };
}

type Readable = Pick<Extract<Judgement, { readonly kind: 'judged' }>, 'recording' | 'source' | 'lines'>;

function judged({ recording, source, lines }: Readable, onProgress: OnProgress): Judgement {
  return { kind: 'judged', recording, source, lines, answer: admit(recording, {}, onProgress) };
}
