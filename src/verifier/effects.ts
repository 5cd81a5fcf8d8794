/** What steps change, as numbers: which slots of a view, and what their new contents are. */
import { transferred, type Changes, type Transfer } from '../engine/apply.ts';
import { keyOf } from '../engine/data.ts';
import type { Message, ProcessId } from '../engine/model.ts';
import type { LocalState, World } from '../engine/world.ts';
import type { Forgotten } from '../protocols/protocol.ts';
import { contentOf, type ChannelSlot, type RoleSlot, type Slots } from './contents.ts';
import type { ReadLog } from './decisions.ts';

/**
 * What steps change, one after the other: the number of changes, and two numbers for each: a slot and its new value, or the
 * complement of a question, whose answer is the new value, and its slot.
 */
export type Effects = readonly number[];

/** Where it stands that nothing changes. */
export const NOTHING = 0;
/** Stands for what a step changes where its role has no use for it. */
export const IMPOSSIBLE = 1;

/** What it takes to turn changes of worlds into effects on a view. */
export interface Numbering {
  readonly slots: Slots;
  readonly numbers: Numbers;
  readonly log: ReadLog;
  readonly effects: number[];
  /** The question what a transfer makes of its channel: of that alone, whatever else the step depends on. */
  readonly carry: (slot: ChannelSlot, transfer: Transfer) => number;
}

/** The numbers of contents, made on first sight together with the steps that they permit. */
export interface Numbers {
  readonly role: (slot: RoleSlot, local: LocalState, timers: readonly string[]) => number;
  readonly channel: (slot: ChannelSlot, messages: readonly Message[]) => number;
  readonly crashed: (crashed: readonly ProcessId[]) => number;
}

/**
 * Changes of the world in a view as effects: where they stand. What is set has been read before, so that the effects are the
 * same wherever they are remembered.
 */
export function effectsOf(
  numbering: Numbering,
  view: Int32Array,
  changes: Changes & Pick<Forgotten, 'network'>,
): number {
  const { log, effects } = numbering;
  const values = valuesOf(numbering, view, changes).filter(([slot, value]) => view[slot] !== value);
  const transfers = transfersOf(numbering, changes);
  if (values.length === 0 && transfers.length === 0) return NOTHING;
  const unread = values.find(([slot]) => !log.read().includes(slot));
  if (unread !== undefined) throw new Error(`Expected slot ${unread[0]} to be read before it is changed.`);
  const at = effects.length;
  effects.push(values.length + transfers.length, ...values.flat(), ...transfers.flat());
  return at;
}

type Effect = readonly [slot: number, value: number] | readonly [question: number, slot: number];

function valuesOf(
  { slots, numbers, log }: Numbering,
  view: Int32Array,
  { roles, timers, network = {}, crashed }: Changes & Pick<Forgotten, 'network'>,
): readonly Effect[] {
  const roleValues = slots.roles.flatMap((slot): readonly Effect[] => {
    const local = roles[slot.id];
    const armed = timers[slot.id];
    if (local === undefined && armed === undefined) return [];
    log.note(slot.slot);
    const before = contentOf(slot, view);
    return [[slot.slot, numbers.role(slot, local ?? before.local, armed ?? before.timers)]];
  });
  const channelValues = slots.channels.flatMap((slot): readonly Effect[] => {
    const messages = network[slot.id];
    return messages === undefined ? [] : [[slot.slot, numbers.channel(slot, messages)]];
  });
  const crashedValues: readonly Effect[] = crashed === null ? [] : [[slots.crashed.slot, numbers.crashed(crashed)]];
  return [...roleValues, ...channelValues, ...crashedValues];
}

function transfersOf({ slots, carry }: Numbering, { transfers }: Changes): readonly Effect[] {
  return transfers.flatMap((transfer): readonly Effect[] => {
    const { kind, channel } = transfer;
    // From a set nothing is ever taken.
    const slot = slots.channels.find(
      (other) => other.channel === channel && (kind !== 'take' || channel.kind !== 'set'),
    );
    return slot === undefined ? [] : [[~carry(slot, transfer), slot.slot]];
  });
}

type Ask = (compute: (world: World) => number) => number;

/** The questions about transfers, each made on first sight. */
export function carriers(numbers: Numbers, ask: Ask): Numbering['carry'] {
  const questions = new Map<string, number>();
  return (slot, transfer) => {
    const key = `${transfer.kind} ${slot.slot} ${keyOf(transfer.message)}`;
    const known = questions.get(key);
    if (known !== undefined) return known;
    const question = ask(({ network }) => numbers.channel(slot, transferred(network[slot.id] ?? [], transfer)));
    questions.set(key, question);
    return question;
  };
}
