/** In what the releases of RocketMQ differ: questions about a rule that each recording answers by itself, or leaves open. */
import { OP_TOPIC } from './names.ts';
import type { Observation, Recording } from './observation.ts';

/** A question, the rules it is about, and the answers that there can be. */
export const DIFFERENCES = [
  { id: 'op-body', rules: ['HM-13', 'HM-14', 'HM-15'], answers: ['bare', 'commas'] },
  { id: 'op-offsets', rules: ['HM-14', 'HM-15'], answers: ['one', 'several'] },
  { id: 'op-time', rules: ['HM-15', 'HM-60'], answers: ['at-once', 'one-interval', 'two-intervals'] },
  { id: 'op-after-kill', rules: ['HM-44', 'HM-55'], answers: ['stored', 'lost'] },
  { id: 'replica', rules: ['HM-3'], answers: ['SLAVE_NOT_AVAILABLE', 'FLUSH_SLAVE_TIMEOUT'] },
] as const;

export type DifferenceId = (typeof DIFFERENCES)[number]['id'];

export interface RecordedDifference {
  /** A `DifferenceId`, as the file of the map has it. */
  readonly id: string;
  readonly rules: readonly string[];
  /** What was answered in which releases, each with the names of the recordings that say so. */
  readonly answers: readonly { readonly answer: string; readonly releases: readonly ReleaseRuns[] }[];
}

interface ReleaseRuns {
  readonly release: string;
  readonly runs: readonly string[];
}

interface Named {
  readonly release: string;
  readonly name: string;
  readonly recording: Recording;
}

export function differencesIn(recorded: readonly Named[]): readonly RecordedDifference[] {
  const releases = [...new Set(recorded.map(({ release }) => release))];
  return DIFFERENCES.map(({ id, rules, answers }) => ({
    id,
    rules,
    answers: answers.map((answer) => ({
      answer,
      releases: releases.flatMap((release) => {
        const runs = recorded.filter((one) => one.release === release && answerOf(id, one.recording) === answer);
        return runs.length === 0 ? [] : [{ release, runs: runs.map(({ name }) => name) }];
      }),
    })),
  }));
}

/** Null where the recording does not show it. */
export function answerOf(id: DifferenceId, recording: Recording): string | null {
  const ops = recording.observations.filter(isOp);
  const accepted = acceptedIn(recording.observations);
  switch (id) {
    case 'op-body':
      return ops.length === 0 ? null : ops.every(({ body = '' }) => body.endsWith(',')) ? 'commas' : 'bare';
    case 'op-offsets':
      return offsetsTogether(ops, accepted);
    case 'op-time':
      return opTime(recording, ops, accepted);
    case 'op-after-kill':
      return opAfterKill(recording, ops, accepted);
    case 'replica': {
      const answer = recording.observations.find((one) => one.what === 'sendAnswered' && isReplica(one.status));
      return answer?.what === 'sendAnswered' ? (answer.status ?? null) : null;
    }
  }
}

type Op = Extract<Observation, { readonly what: 'appended' }>;

interface Accepted {
  readonly offset: number;
  readonly timeMs: number;
}

function isOp(one: Observation): one is Op {
  return one.what === 'appended' && one.topic === OP_TOPIC;
}

/** COMMITs and ROLLBACKs that reached the broker. */
function acceptedIn(observations: readonly Observation[]): readonly Accepted[] {
  return observations.flatMap((one) =>
    one.what === 'endReceived' && one.state !== 'UNKNOW' && typeof one.halfOffset === 'number'
      ? [{ offset: one.halfOffset, timeMs: one.timeMs }]
      : [],
  );
}

function offsetsIn({ body = '' }: Op): readonly number[] {
  return body.split(',').flatMap((text) => (text === '' ? [] : [Number(text)]));
}

/** What is answered so soon after another one could share its op. */
const TOGETHER_MS = 300;

/** Whether two answers that came together share an op. */
function offsetsTogether(ops: readonly Op[], accepted: readonly Accepted[]): string | null {
  if (ops.some((op) => offsetsIn(op).length > 1)) return 'several';
  const pairs = accepted.some((one, index) =>
    accepted.slice(index + 1).some(({ timeMs }) => timeMs - one.timeMs <= TOGETHER_MS),
  );
  return pairs && ops.length > 1 ? 'one' : null;
}

const AT_ONCE_MS = 300;
/** What a busy machine adds to an interval; of shorter ones nobody can tell whether it was the machine. */
const LATE = 1.25;
const INTERVAL_MIN_MS = 2_000;

/** The latest op, counted from the first answer that it tells of; a broker that died in between says nothing. */
function opTime(
  { settings, observations }: Recording,
  ops: readonly Op[],
  accepted: readonly Accepted[],
): string | null {
  const died = observations.filter((one) => one.what === 'stopped' && one.process === 'broker');
  const waits = ops.flatMap((op, index) => {
    const sinceMs = ops[index - 1]?.timeMs ?? Number.NEGATIVE_INFINITY;
    const told = accepted.filter(
      ({ offset, timeMs }) => offsetsIn(op).includes(offset) && timeMs <= op.timeMs && timeMs > sinceMs,
    );
    const fromMs = Math.min(...told.map(({ timeMs }) => timeMs));
    const isDisturbed = died.some(({ timeMs }) => timeMs >= fromMs && timeMs <= op.timeMs);
    return told.length === 0 || isDisturbed ? [] : [op.timeMs - fromMs];
  });
  if (waits.length === 0) return null;
  const longestMs = Math.max(...waits);
  if (settings.version === '4.9') return longestMs <= AT_ONCE_MS ? 'at-once' : null;
  const { transactionOpBatchIntervalMs: intervalMs } = settings;
  if (intervalMs === undefined || intervalMs < INTERVAL_MIN_MS) return null;
  return longestMs <= LATE * intervalMs + AT_ONCE_MS ? 'one-interval' : 'two-intervals';
}

/** An answer that was accepted just before the broker was killed: whether its op is there afterwards. */
function opAfterKill({ observations }: Recording, ops: readonly Op[], accepted: readonly Accepted[]): string | null {
  const killed = observations.find((one) => one.what === 'stopped' && one.process === 'broker');
  const back = observations.find((one) => one.what === 'started' && one.process === 'broker');
  if (killed === undefined || back === undefined) return null;
  const last = accepted.findLast(({ timeMs }) => timeMs <= killed.timeMs);
  if (last === undefined) return null;
  const op = ops.find((one) => offsetsIn(one).includes(last.offset) && one.timeMs >= last.timeMs);
  if (op === undefined || op.timeMs > killed.timeMs) return 'lost';
  return op.timeMs - last.timeMs <= AT_ONCE_MS ? 'stored' : null;
}

function isReplica(status: string | undefined): boolean {
  return status === 'SLAVE_NOT_AVAILABLE' || status === 'FLUSH_SLAVE_TIMEOUT';
}
