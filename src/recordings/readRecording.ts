/** Reads a recorded run from a text: a raw RocketMQ log, or JSON in the format of `observation.ts`. */
import * as v from 'valibot';
import { FORMAT_VERSION, RecordingSchema, type Recording } from './observation.ts';
import { isRocketmqLog, readRocketmqLog } from './rocketmqLog.ts';

/** A longer text is not read; the longest shared recording has a hundredth of it. */
export const TEXT_MAX = 1_000_000;

/** Why a text is no recording: values that a sentence is made of. */
export type RecordingProblem =
  | { readonly kind: 'too-large'; readonly length: number; readonly max: number }
  | { readonly kind: 'neither-log-nor-json' }
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'not-observations' }
  | { readonly kind: 'other-version'; readonly came: string; readonly expected: number }
  | { readonly kind: 'invalid'; readonly path: string; readonly expected: string; readonly came: string };

export type ReadRecording =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly problem: RecordingProblem };

export function readRecording(text: string): ReadRecording {
  if (text.length > TEXT_MAX) return failed({ kind: 'too-large', length: text.length, max: TEXT_MAX });
  if (isRocketmqLog(text)) return recordingIn(readRocketmqLog(text));
  if (!/^\s*[[{]/.test(text)) return failed({ kind: 'neither-log-nor-json' });
  try {
    return recordingIn(JSON.parse(text));
  } catch {
    return failed({ kind: 'broken-json' });
  }
}

/** Checks data that claims to be a recording. */
export function recordingIn(data: unknown): ReadRecording {
  if (data === null || typeof data !== 'object' || !('halfway-observations' in data))
    return failed({ kind: 'not-observations' });
  const { 'halfway-observations': version } = data;
  if (version !== FORMAT_VERSION) {
    return failed({ kind: 'other-version', came: shown(JSON.stringify(version)), expected: FORMAT_VERSION });
  }
  const parsed = v.safeParse(RecordingSchema, data);
  if (parsed.success) return { ok: true, recording: parsed.output };
  const [issue] = parsed.issues;
  return failed({
    kind: 'invalid',
    path: v.getDotPath(issue) ?? '',
    expected: shown(issue.expected ?? issue.type.replaceAll('_', ' ')),
    came: shown(issue.received),
  });
}

function failed(problem: RecordingProblem): ReadRecording {
  return { ok: false, problem };
}

/** Short and on one line. */
function shown(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ');
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line;
}

const SHOWN_MAX = 80;
