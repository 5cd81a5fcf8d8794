/** A scenario's steps replayed into frames, with the identity of packets and the virtual clock that worlds do not hold. */
import { keyOf } from './data.ts';
import type { Refusal } from './enabled.ts';
import type { Engine } from './engine.ts';
import type { Choice, DelayName, Message, RoleId } from './model.ts';
import type { RunRecord } from './record.ts';
import type { Step } from './step.ts';
import { channelOf } from './wiring.ts';
import type { World } from './world.ts';

/** One message on its way, with an identity for animation. */
export interface Packet {
  readonly id: number;
  readonly from: RoleId;
  readonly to: RoleId;
  readonly message: Message;
  /** The frame that sent it. */
  readonly sentIn: number;
  readonly sentAtMs: number;
  readonly dueMs: number;
  /** Made by a `duplicate` step. */
  readonly isDuplicate: boolean;
}

export interface ArmedTimer {
  readonly role: RoleId;
  readonly delay: DelayName;
  readonly delayMs: number;
  readonly dueMs: number;
}

/** A choice that autoplay makes by itself at `dueMs`. */
export interface PendingChoice {
  readonly choice: Choice;
  readonly dueMs: number;
}

/** The world after `index` steps, with the records of the last one. Times are virtual milliseconds since the start. */
export interface Frame {
  readonly index: number;
  readonly step: Step | null;
  readonly world: World;
  readonly records: readonly RunRecord[];
  readonly timeMs: number;
  readonly packets: readonly Packet[];
  readonly timers: readonly ArmedTimer[];
  readonly pending: readonly PendingChoice[];
  readonly packetsSoFar: number;
}

export interface Timeline {
  readonly engine: Engine;
  /** At least one: frame 0 is the start. */
  readonly frames: readonly [Frame, ...Frame[]];
}

export type Extended =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly refusal: Refusal };

export interface Replayed {
  readonly timeline: Timeline;
  /** The first step that was not possible; everything before it is in the timeline. */
  readonly refused: { readonly index: number; readonly step: Step; readonly refusal: Refusal } | null;
}

const DEFAULT_LATENCY_MS = 40;

export function beginTimeline(engine: Engine): Timeline {
  const first = frameAfter(engine, null, null, engine.initial.world, engine.initial.records);
  return { engine, frames: [first] };
}

/** The timeline with one more frame. The given timeline is not changed. */
export function extend(timeline: Timeline, step: Step): Extended {
  const next = advance(timeline.engine, lastFrame(timeline), step);
  if ('code' in next) return { ok: false, refusal: next };
  return { ok: true, timeline: { ...timeline, frames: [...timeline.frames, next] } };
}

/** Replays as many of the steps as are possible, in order. */
export function replay(engine: Engine, steps: readonly Step[]): Replayed {
  const frames: [Frame, ...Frame[]] = [beginTimeline(engine).frames[0]];
  let last = frames[0];
  for (const [index, step] of steps.entries()) {
    const next = advance(engine, last, step);
    if ('code' in next) return { timeline: { engine, frames }, refused: { index, step, refusal: next } };
    frames.push(next);
    last = next;
  }
  return { timeline: { engine, frames }, refused: null };
}

/** The first `length` steps of a timeline: where a fork begins. */
export function truncate(timeline: Timeline, length: number): Timeline {
  const [first, ...rest] = timeline.frames;
  return { ...timeline, frames: [first, ...rest.slice(0, length)] };
}

export function lastFrame(timeline: Timeline): Frame {
  return timeline.frames.at(-1) ?? timeline.frames[0];
}

export function stepsOf(timeline: Timeline): readonly Step[] {
  return timeline.frames.flatMap(({ step }) => (step === null ? [] : [step]));
}

function advance(engine: Engine, last: Frame, step: Step): Frame | Refusal {
  const outcome = engine.apply(last.world, step);
  return outcome.ok ? frameAfter(engine, last, step, outcome.world, outcome.records) : outcome.refusal;
}

function frameAfter(
  engine: Engine,
  last: Frame | null,
  step: Step | null,
  world: World,
  records: readonly RunRecord[],
): Frame {
  const index = last === null ? 0 : last.index + 1;
  const timeMs = last === null || step === null ? 0 : timeOf(last, step);
  const { packets, packetsSoFar } = packetsAfter(engine, last, index, timeMs, records);
  return {
    index,
    step,
    world,
    records,
    timeMs,
    packets,
    packetsSoFar,
    timers: timersAfter(last?.timers ?? [], world, timeMs, records),
    pending: pendingAfter(engine, last?.pending ?? [], world, timeMs),
  };
}

/** The clock never goes back: a step taken before it is due happens at once, a late one happens now. */
function timeOf(last: Frame, step: Step): number {
  switch (step.kind) {
    case 'deliver':
      return Math.max(last.timeMs, oldest(last.packets, step)?.dueMs ?? 0);
    case 'fire':
      return Math.max(
        last.timeMs,
        last.timers.find(({ role, delay }) => role === step.role && delay === step.delay)?.dueMs ?? 0,
      );
    case 'choose': {
      const pending = last.pending.find(
        ({ choice }) => choice.role === step.role && keyOf(choice.message) === keyOf(step.message),
      );
      return Math.max(last.timeMs, pending?.dueMs ?? 0);
    }
    case 'drop':
    case 'duplicate':
    case 'crash':
    case 'restart':
      return last.timeMs;
  }
}

type Transfer = { readonly from: RoleId; readonly to: RoleId; readonly message: Message };

function oldest(packets: readonly Packet[], transfer: Transfer): Packet | undefined {
  const key = keyOf(transfer.message);
  return packets.find(
    ({ from, to, message }) => from === transfer.from && to === transfer.to && keyOf(message) === key,
  );
}

function packetsAfter(
  engine: Engine,
  last: Frame | null,
  index: number,
  timeMs: number,
  records: readonly RunRecord[],
) {
  let packets = last?.packets ?? [];
  let packetsSoFar = last?.packetsSoFar ?? 0;
  const arrive = (transfer: Transfer): void => {
    const gone = oldest(packets, transfer);
    if (gone !== undefined && channelOf(engine.model, transfer.from, transfer.to).kind !== 'set')
      packets = packets.filter((packet) => packet !== gone);
  };
  const depart = ({ from, to, message }: Transfer, isDuplicate: boolean): void => {
    const { latencyMs = DEFAULT_LATENCY_MS } = channelOf(engine.model, from, to);
    packetsSoFar += 1;
    const packet: Packet = {
      id: packetsSoFar,
      from,
      to,
      message,
      sentIn: index,
      sentAtMs: timeMs,
      dueMs: timeMs + latencyMs,
      isDuplicate,
    };
    packets = [...packets, packet];
  };
  for (const record of records) {
    if (record.kind === 'sent' && !record.merged) depart(record, false);
    else if (record.kind === 'duplicated') depart(record, true);
    else if (record.kind === 'delivered' || record.kind === 'dropped') arrive(record);
    else if (record.kind === 'lost' && channelOf(engine.model, record.from, record.to).kind !== 'call') arrive(record);
  }
  return { packets, packetsSoFar };
}

function timersAfter(
  before: readonly ArmedTimer[],
  world: World,
  timeMs: number,
  records: readonly RunRecord[],
): readonly ArmedTimer[] {
  const timers = new Map(before.map((timer) => [`${timer.role} ${timer.delay}`, timer]));
  for (const record of records) {
    if (record.kind === 'armed') {
      const { role, delay, delayMs } = record;
      timers.set(`${role} ${delay}`, { role, delay, delayMs, dueMs: timeMs + delayMs });
    }
  }
  return [...timers.values()].filter(({ role, delay }) => world.timers[role]?.includes(delay) === true);
}

function pendingAfter(
  engine: Engine,
  before: readonly PendingChoice[],
  world: World,
  timeMs: number,
): readonly PendingChoice[] {
  return engine.choices(world).flatMap((choice): readonly PendingChoice[] => {
    if (choice.afterMs === null) return [];
    // A choice whose own pace has changed is due anew.
    const known = before.find((other) => other.choice.afterMs === choice.afterMs && isSameChoice(other.choice, choice));
    return [{ choice, dueMs: known?.dueMs ?? timeMs + choice.afterMs }];
  });
}

function isSameChoice(one: Choice, other: Choice): boolean {
  return one.role === other.role && keyOf(one.message) === keyOf(other.message);
}
