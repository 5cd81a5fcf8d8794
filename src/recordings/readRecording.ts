/** Reads recorded runs from a text: raw event logs, JSON in the format of `observation.ts`, and what brokers and tools print. */
import * as v from 'valibot';
import { brokerLogKind, readBrokerLog } from './brokerLog.ts';
import { ORDER_MS } from './clock.ts';
import { plain } from './encoding.ts';
import { lineOfError, lineOfPath, linesOfList } from './jsonLine.ts';
import { FORMAT_VERSION, RecordingSchema, type Recording } from './observation.ts';
import { isRocketmqLog, readRocketmqLog, type Located } from './rocketmqLog.ts';
import { isStoredMessages, readStoredMessages } from './storedMessages.ts';
import { readTraces, tracesIn } from './traces.ts';

/** A longer text is not read; the longest shared recording has a hundredth of it. */
export const TEXT_MAX = 1_000_000;
/** No character takes more than four bytes: larger files need not even be opened. */
export const BYTES_MAX = 4 * TEXT_MAX;

/** What a text was recognised as. */
export type Source =
  | 'event-log'
  | 'observations'
  | 'transaction-log'
  | 'broker-log'
  | 'message-trace'
  | 'stored-messages';

/** Why a text is no recording: values that a sentence is made of. */
export type RecordingProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly max: number }
  | { readonly kind: 'neither-log-nor-json' }
  | { readonly kind: 'broken-json'; readonly line: number }
  | { readonly kind: 'not-observations' }
  | { readonly kind: 'other-version'; readonly came: string; readonly expected: number }
  | {
      readonly kind: 'invalid';
      readonly line: number;
      readonly path: string;
      readonly expected: string;
      readonly came: string;
    }
  | { readonly kind: 'missing'; readonly line: number; readonly path: string }
  /** A clock that goes back although no new run begins. */
  | { readonly kind: 'clock-goes-back'; readonly line: number; readonly fromMs: number; readonly toMs: number };

export type ReadRecording =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly recording: Recording;
      /** The line of the text that each observation comes from; 0 where none says it, or nobody knows. */
      readonly lines: readonly number[];
    }
  | { readonly ok: false; readonly problem: RecordingProblem };

/** Every run that a text tells of; at least one answer. */
export function readRecordings(given: string): readonly ReadRecording[] {
  if (given.length > TEXT_MAX) return [failed({ kind: 'too-large', max: TEXT_MAX })];
  const text = plain(given);
  if (text.trim() === '') return [failed({ kind: 'empty' })];
  if (isRocketmqLog(text)) {
    return readRocketmqLog(text).map((run) =>
      'recording' in run ? checked('event-log', run) : failed({ kind: 'clock-goes-back', ...run }),
    );
  }
  if (/^\s*[[{]/.test(text)) return readJson(text);
  if (isStoredMessages(text)) return [checked('stored-messages', readStoredMessages(text))];
  const kind = brokerLogKind(text);
  return [kind === null ? failed({ kind: 'neither-log-nor-json' }) : checked(kind, readBrokerLog(text, kind))];
}

function readJson(text: string): readonly ReadRecording[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return [failed({ kind: 'broken-json', line: lineOfError(text, error) })];
  }
  const traces = tracesIn(data);
  if (traces !== null && !isRecording(data)) return [checked('message-trace', readTraces(traces))];
  if (Array.isArray(data) && data.some(isRecording))
    return data.map((one, index) => recordingIn(one, text, [String(index)]));
  return [recordingIn(data, text)];
}

function isRecording(data: unknown): data is object {
  return typeof data === 'object' && data !== null && 'halfway-observations' in data;
}

/** Checks data that claims to be a recording; the text that it comes from tells the line of what is wrong. */
export function recordingIn(data: unknown, text = '', at: readonly string[] = []): ReadRecording {
  if (!isRecording(data)) return failed({ kind: 'not-observations' });
  const version: unknown = 'halfway-observations' in data ? data['halfway-observations'] : undefined;
  if (version !== FORMAT_VERSION) {
    return failed({ kind: 'other-version', came: shown(JSON.stringify(version)), expected: FORMAT_VERSION });
  }
  const parsed = v.safeParse(RecordingSchema, data);
  if (parsed.success) {
    const lines = linesOfList(text, [...at, 'observations']);
    return forwards('observations', { recording: parsed.output, lines }, text, at);
  }
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? '';
  const line = lineOfPath(text, [...at, ...path.split('.')]);
  if (issue.received === 'undefined') return failed({ kind: 'missing', line, path });
  return failed({
    kind: 'invalid',
    line,
    path,
    expected: shown(issue.expected ?? issue.type.replaceAll('_', ' ')),
    came: shown(issue.received),
  });
}

/** What one of our own readers made is held to the format too. */
function checked(source: Source, { recording, lines }: Located): ReadRecording {
  const parsed = v.safeParse(RecordingSchema, recording);
  if (parsed.success) return forwards(source, { recording: parsed.output, lines }, '', []);
  const [issue] = parsed.issues;
  const [, index] = (v.getDotPath(issue) ?? '').split('.');
  return failed({
    kind: 'invalid',
    line: lines[Number(index)] ?? 0,
    path: v.getDotPath(issue) ?? '',
    expected: shown(issue.expected ?? issue.type.replaceAll('_', ' ')),
    came: shown(issue.received),
  });
}

/** The observations of one place stand in the order in which they happened there. */
function forwards(source: Source, { recording, lines }: Located, text: string, at: readonly string[]): ReadRecording {
  const latest = new Map<string, number>();
  for (const [index, { where, timeMs }] of recording.observations.entries()) {
    const fromMs = latest.get(where) ?? timeMs;
    if (timeMs < fromMs - ORDER_MS) {
      const line = lines[index] ?? lineOfPath(text, [...at, 'observations', String(index)]);
      return failed({ kind: 'clock-goes-back', line, fromMs, toMs: timeMs });
    }
    latest.set(where, Math.max(fromMs, timeMs));
  }
  return { ok: true, source, recording, lines };
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
