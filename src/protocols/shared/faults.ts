/** Fault schedules: what goes wrong in an otherwise undisturbed run, the same fault told in each protocol's own steps. */
import type { Frame } from '../../engine/timeline.ts';
import type { Message } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';

/** The faults that runs can be compared under. */
export const FAULT_IDS = [
  'none',
  'order-dies-after-commit',
  'message-lost',
  'message-unroutable',
  'confirm-lost',
  'ack-lost',
  'consumer-dies-after-commit',
  'broker-dies',
  'local-transaction-slow',
  'local-transaction-fails',
  'sender-stays-down',
  'points-database-down',
] as const;

export type FaultId = (typeof FAULT_IDS)[number];

/** The step that the fault takes in this frame, or null to let the run go on by itself. `done`: how many it has taken. */
export type FaultSchedule = (frame: Frame, done: number) => Step | null;

export type FaultSchedules = { readonly [fault in FaultId]: FaultSchedule };

/** One part of a fault: the step to take in this frame, or null while its moment has not come. */
export type Part = (frame: Frame) => Step | null;

/** A fault that takes its parts one after the other. */
export function schedule(...parts: readonly Part[]): FaultSchedule {
  return (frame, done) => parts[done]?.(frame) ?? null;
}

/** Takes a step right after something was noted. */
export function afterNote(what: string, step: Step): Part {
  return ({ records }) => (records.some((record) => record.kind === 'noted' && record.what === what) ? step : null);
}

/** Takes a step at once. */
export function atOnce(step: Step): Part {
  return () => step;
}

/** Loses the first message of this type that is in flight and fits. */
export function loses(
  type: string,
  fits: (message: Frame['packets'][number]['message']) => boolean = () => true,
): Part {
  return ({ packets }) => {
    const packet = packets.find(({ message }) => message.type === type && fits(message));
    return packet === undefined ? null : { kind: 'drop', from: packet.from, to: packet.to, message: packet.message };
  };
}

export function crashOf(process: string): Step {
  return { kind: 'crash', process, crash: 'process' };
}

export function restartOf(process: string): Step {
  return { kind: 'restart', process };
}

/** No queue takes the first message that is published to a plain broker, which confirms it like any other. */
export const unroutable: FaultSchedule = schedule(({ packets }) => {
  const isPublished = packets.some(({ message }) => message.type === 'publish');
  return isPublished ? { kind: 'choose', role: 'broker', message: { type: 'loseNext' } } : null;
});

/** The points database is down when the first message comes: its listener gives up once, and then the database is back. */
export const pointsDatabaseDown: FaultSchedule = schedule(
  afterNote('message-stored', databaseIs(true)),
  afterNote('points-database-down', choose({ type: 'failConsuming' })),
  atOnce(databaseIs(false)),
);

function databaseIs(isDown: boolean): Step {
  return choose({ type: 'setDatabase', isDown });
}

function choose(message: Message): Step {
  return { kind: 'choose', role: 'consumer', message };
}
