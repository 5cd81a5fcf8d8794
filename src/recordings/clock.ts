/**
 * What the times of a recording permit. Steps of the model take no time; what was recorded of them tells when they were,
 * to within `ORDER_MS`. Timers that were not recorded are hidden steps, and bound nothing where the recording does not
 * know their length.
 */
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import { read } from '../protocols/half-message/read.ts';
import { HALF_TOPIC, isLossOfConsumer, OP_TOPIC, SCHEDULE_TOPIC } from './names.ts';
import type { Recorded, RecordingSettings } from './observation.ts';
import type { Shown } from './shown.ts';

/** What lies further apart than this happened in the order of its times; what is closer may have been the other way. */
export const ORDER_MS = 150;
/**
 * A timer does not end before its time; but the broker counts from a birth that lies before what was recorded, and the two
 * are dated by different threads. The smallest fraction that admits all shipped recordings (`strictness.test.ts`).
 */
export const EARLY_FRACTION = 0.01;
/**
 * Under load a timer ends late, and nobody knows by how much; but what has not come after a quarter more than its length is
 * missing. The shipped recordings, of brokers with little to do, need a twentieth (`strictness.test.ts`).
 */
export const LATE_FRACTION = 0.25;
/** A pass comes an interval after the last one; since 5.1 it may wait a second for ops. */
const PASS_WAIT_MS = { '4.9': 0, '5.x': 1_000 } as const;
/** From an accepted answer to its op: at once in 4.9; at most two batch intervals since 5.1. */
const OP_LATE_MS = 300;
/** DefaultMQProducer.sendMsgTimeout, where no connection broke. */
const SEND_TIMEOUT_MS = 3_000;
/** A message in flight to its consumer is pulled again after 3 s. */
const DELIVERY_LATE_MS = 3_500;
/** Redelivery: the schedule service looks every second. */
const SCHEDULE_WAIT_MS = 1_000;
/** Producers register within a heartbeat of the broker's start. */
const HEARTBEAT_MS = 31_000;

/** A call returns, and a response is written down, soon after what it is about. */
export const TOLD_LATE_MS = 500;

/** How strictly times are compared. */
export interface Strictness {
  /** What lies further apart than this happened in the order of its times. */
  readonly orderMs: number;
  /** How much earlier than after its delay a timer may end, as a fraction of the delay. */
  readonly earlyFraction: number;
  /** How much later than after its delay a timer of the broker may end, as a fraction of the delay. */
  readonly lateFraction: number;
  /** What the clock cannot tell apart. */
  readonly resolutionMs: number;
}

/** The settings of a recording, and how strictly its times are compared. */
export interface Timing extends Strictness {
  readonly settings: RecordingSettings;
}

export function orderMsOf(recorded: Recorded | undefined): number {
  return ORDER_MS + (recorded?.resolutionMs ?? 0);
}

/** How much earlier than after this delay its timer may end. */
function earlyMs({ earlyFraction, resolutionMs }: Timing, delayMs: number): number {
  return earlyFraction * delayMs + resolutionMs;
}

/** What a run remembers of its times, in the milliseconds of the recording. */
export interface Times {
  /** When the original of each half offset was stored. */
  readonly births: readonly number[];
  /** Between which times the last pass began; null before the first one. */
  readonly lastPass: { readonly fromMs: number; readonly untilMs: number } | null;
  readonly brokerUpMs: number;
  readonly opMs: number;
  /** When the oldest answer without an op was accepted; null while there is none. */
  readonly settledMs: number | null;
  /** When each message that waits for its redelivery was sent back. */
  readonly scheduledMs: readonly number[];
  /** When the last half message left, and whether the connection broke since. */
  readonly sentMs: number;
  readonly isBroken: boolean;
  /** When messages were last put on their way to the consumer, by queue and offset. */
  readonly connectedMs: number;
}

export const START: Times = {
  births: [],
  lastPass: null,
  brokerUpMs: 0,
  opMs: 0,
  settledMs: null,
  scheduledMs: [],
  sentMs: 0,
  isBroken: false,
  connectedMs: 0,
};

/** A step that may be taken: what it shows, each with the time at which that was recorded. */
export interface Timed {
  readonly before: World;
  readonly after: World;
  readonly step: Step;
  readonly shown: readonly { readonly shown: Shown; readonly timeMs: number; readonly bornMs: number | null }[];
  /** The time of the first observation that is not yet explained: no step is much earlier than that. */
  readonly nowMs: number;
}

/** Whether the step can have been taken at the times of what it shows. */
export function isInTime(timing: Timing, times: Times, timed: Timed): boolean {
  const { step } = timed;
  const { settings, orderMs } = timing;
  if (step.kind === 'choose' && step.message.type === 'reachOwnCopy') {
    // HM-48: the same pass, before its end
    return timed.shown.every(({ timeMs }) => timeMs <= (times.lastPass?.untilMs ?? 0) + orderMs);
  }
  if (step.kind !== 'fire') return true;
  switch (step.delay) {
    case 'transactionCheckInterval':
      return isPassInTime(timing, times, timed);
    case 'transactionTimeOut': {
      const [oldest = 0] = read(timed.before).halfTopic.young;
      const ageMs = ageMsIn(settings);
      return timed.nowMs + orderMs >= (times.births[oldest] ?? 0) + ageMs - earlyMs(timing, ageMs);
    }
    case 'sendMsgTimeout':
      return times.isBroken || timed.nowMs >= times.sentMs + SEND_TIMEOUT_MS - earlyMs(timing, SEND_TIMEOUT_MS);
    case 'retryDelay': {
      const delayMs = retryDelayOf(settings, timed.before);
      const [sinceMs = 0] = times.scheduledMs;
      if (delayMs === null) return true;
      return timed.shown.every(({ timeMs }) => timeMs >= sinceMs + delayMs - earlyMs(timing, delayMs));
    }
    default:
      return true;
  }
}

/** transactionTimeOut, or the custom immunity in its place; 0 where neither is known. */
function ageMsIn({ checkImmunityMs, transactionTimeOutMs }: RecordingSettings): number {
  return checkImmunityMs ?? transactionTimeOutMs ?? 0;
}

function isPassInTime(timing: Timing, times: Times, { before, shown, nowMs }: Timed): boolean {
  const { transactionCheckIntervalMs: intervalMs = 0, checkImmunityMs } = timing.settings;
  const ageMs = ageMsIn(timing.settings);
  const passMs = Math.min(...shown.map(({ timeMs }) => timeMs), Number.POSITIVE_INFINITY);
  const atMs = Number.isFinite(passMs) ? passMs : nowMs + timing.orderMs;
  if (times.lastPass !== null && atMs < times.lastPass.fromMs + intervalMs - earlyMs(timing, intervalMs)) return false;
  if (isUnregistered(before) && atMs > times.brokerUpMs + HEARTBEAT_MS) return false;
  return shown.every(({ shown: { record }, timeMs }) => {
    if (record.kind !== 'noted' || typeof record.fields['of'] !== 'number') return true;
    const birthMs = times.births[record.fields['of']] ?? 0;
    if (record.what === 'copy-stored') return timeMs >= birthMs + ageMs - earlyMs(timing, ageMs);
    return checkImmunityMs === undefined || timeMs <= birthMs + checkImmunityMs + timing.orderMs;
  });
}

/** Whether a producer that runs is unknown to the broker. */
function isUnregistered(world: World): boolean {
  const { broker, producers } = read(world);
  return broker !== null && producers.some(({ role, context }) => context !== null && !broker.channels.includes(role));
}

function retryDelayOf({ retryDelaysMs }: RecordingSettings, world: World): number | null {
  const [next] = read(world).topic.scheduled;
  return retryDelaysMs?.[next?.reconsumeTimes ?? 0] ?? null;
}

/** The times after a step. */
export function timesAfter(timing: Timing, times: Times, { after, step, shown, nowMs }: Timed): Times {
  const atMs = Math.max(nowMs, ...shown.map(({ timeMs }) => timeMs));
  const isWaiting = read(after).halfTopic.buffer.length > 0;
  const next = { ...shown.reduce(noticed, times), settledMs: isWaiting ? (times.settledMs ?? atMs) : null };
  if (step.kind !== 'fire') return next;
  switch (step.delay) {
    case 'transactionCheckInterval':
      return { ...next, lastPass: passAt(timing, times, shown, atMs) };
    case 'reconnect':
      return { ...next, connectedMs: atMs };
    case 'sendMsgTimeout':
      return { ...next, sentMs: atMs, isBroken: false };
    default:
      return next;
  }
}

/** A pass that shows nothing came at some time between two that are known. */
function passAt(timing: Timing, times: Times, shown: Timed['shown'], atMs: number): Times['lastPass'] {
  const [first] = shown;
  if (first !== undefined) return { fromMs: first.timeMs, untilMs: first.timeMs };
  const fromMs = (times.lastPass?.fromMs ?? 0) + (timing.settings.transactionCheckIntervalMs ?? 0);
  return { fromMs, untilMs: Math.max(fromMs, Math.min(atMs, passDueMs(timing, times, null) ?? atMs)) };
}

function noticed(times: Times, { shown: { sight, record }, timeMs, bornMs }: Timed['shown'][number]): Times {
  const { what, fields } = sight;
  if (what === 'sendBegun') return { ...times, sentMs: timeMs, isBroken: false };
  if (what === 'lost') return { ...times, ...lossOf(fields['message'], timeMs) };
  if (what === 'started' && fields['process'] === 'broker') return { ...times, brokerUpMs: timeMs, lastPass: null };
  if (what !== 'appended') return times;
  const of = record.kind === 'noted' ? record.fields['of'] : undefined;
  const birthMs = bornMs ?? (typeof of === 'number' ? times.births[of] : undefined) ?? timeMs;
  return stored(times, fields['topic'], { timeMs, birthMs });
}

/** A delivery that is lost is on its way anew from then on; what a consumer loses breaks no producer's connection. */
function lossOf(message: unknown, timeMs: number): Partial<Times> {
  if (message === 'message') return { connectedMs: timeMs };
  return isLossOfConsumer(message) ? {} : { isBroken: true };
}

/** Age counts from the birth of a message, which its copies and a resumed one keep (HM-35). */
function stored(
  times: Times,
  topic: unknown,
  { timeMs, birthMs }: { readonly timeMs: number; readonly birthMs: number },
): Times {
  switch (topic) {
    case HALF_TOPIC:
      return { ...times, births: [...times.births, birthMs] };
    case OP_TOPIC:
      return { ...times, opMs: timeMs };
    case SCHEDULE_TOPIC:
      return { ...times, scheduledMs: [...times.scheduledMs, timeMs] };
    default:
      return String(topic).startsWith('%RETRY%') ? { ...times, scheduledMs: times.scheduledMs.slice(1) } : times;
  }
}

/** A half message that the model still takes for young although its age has passed transactionTimeOut. */
export function isAgeingLate({ settings, orderMs }: Timing, times: Times, world: World, nowMs: number): boolean {
  const ageMs = settings.checkImmunityMs ?? settings.transactionTimeOutMs;
  if (ageMs === undefined) return false;
  return read(world).halfTopic.young.some((offset) => (times.births[offset] ?? nowMs) + ageMs + 2 * orderMs < nowMs);
}

/** Whether an interval and *late* went by without an op: it came too early to be written, and waits for another one (HM-60). */
export function isOpSlipping({ settings, lateFraction, orderMs }: Timing, times: Times, nowMs: number): boolean {
  const { version, transactionOpBatchIntervalMs: intervalMs } = settings;
  if (times.settledMs === null || intervalMs === undefined || version === '4.9') return false;
  return times.settledMs + slippedAfterMs(intervalMs, lateFraction) + orderMs < nowMs;
}

/** How long after its first answer an op that is not there has slipped. */
export function slippedAfterMs(intervalMs: number, lateFraction = LATE_FRACTION): number {
  return (1 + lateFraction) * intervalMs + OP_LATE_MS;
}

/** When the op of the answers that wait must have been stored; null where nobody can say. */
export function opDueMs({ settings, lateFraction }: Timing, times: Times): number | null {
  const { version, transactionOpBatchIntervalMs } = settings;
  if (times.settledMs === null) return null;
  if (version === '4.9') return times.settledMs + OP_LATE_MS;
  if (transactionOpBatchIntervalMs === undefined) return null;
  return times.settledMs + (2 + lateFraction) * transactionOpBatchIntervalMs + OP_LATE_MS;
}

/**
 * When a pass that would do something must have come. `first` is the first half offset that it would copy or discard;
 * null for a pass that only moves its cursors.
 */
export function passDueMs({ settings, lateFraction }: Timing, times: Times, first: number | null): number | null {
  const { version, transactionCheckIntervalMs, transactionTimeOutMs, checkImmunityMs } = settings;
  if (transactionCheckIntervalMs === undefined) return null;
  if (first !== null && checkImmunityMs === undefined && transactionTimeOutMs === undefined) return null;
  const ageMs = checkImmunityMs === undefined ? (transactionTimeOutMs ?? 0) : 0;
  const readyMs = first === null ? times.opMs : (times.births[first] ?? 0) + ageMs;
  return (
    Math.max(readyMs, times.lastPass?.untilMs ?? 0, times.brokerUpMs) +
    (1 + lateFraction) * transactionCheckIntervalMs +
    PASS_WAIT_MS[version]
  );
}

/** When a message that was stored then must have been delivered. */
export function deliveryDueMs(times: Times, storedMs: number): number {
  return Math.max(storedMs, times.connectedMs) + DELIVERY_LATE_MS;
}

/** When the message that waits for its redelivery must have come back; not while the broker is down. */
export function retryDueMs({ settings, lateFraction }: Timing, times: Times, world: World): number | null {
  const delayMs = retryDelayOf(settings, world);
  const [sinceMs] = times.scheduledMs;
  return delayMs === null || sinceMs === undefined
    ? null
    : Math.max(sinceMs + delayMs, times.brokerUpMs) + lateFraction * delayMs + SCHEDULE_WAIT_MS;
}
