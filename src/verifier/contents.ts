/** What the slots of a state can contain, each content with a number; and a world that reads them through a log. */
import { keyOf } from '../engine/data.ts';
import type { ChannelSpec, Message, Model, ProcessId, RoleId } from '../engine/model.ts';
import { channelId, type LocalState, type World } from '../engine/world.ts';
import type { ReadLog } from './decisions.ts';
import type { Tally } from './tally.ts';

/** A content, and the ids of the steps that it permits whatever the other slots contain. */
interface Content {
  readonly steps: readonly number[];
}

interface RoleContent extends Content {
  readonly local: LocalState;
  readonly timers: readonly string[];
}

interface ChannelContent extends Content {
  readonly messages: readonly Message[];
}

interface CrashedContent extends Content {
  readonly crashed: readonly ProcessId[];
}

/** One slot: its contents by number, and their numbers by content. */
export interface Slot<Of extends Content> {
  readonly slot: number;
  readonly contents: Of[];
  /** The steps of each content, once more, where the search finds them fast. */
  readonly steps: (readonly number[])[];
  readonly numbers: Map<string, number>;
  /** Where what is kept is counted. */
  readonly tally: Tally;
}

export interface RoleSlot extends Slot<RoleContent> {
  readonly id: RoleId;
}

export interface ChannelSlot extends Slot<ChannelContent> {
  readonly id: string;
  readonly channel: ChannelSpec;
}

/** The slots of a model: roles, networks, crashed processes, in this order. */
export interface Slots {
  /** What all of them keep is counted here. */
  readonly tally: Tally;
  readonly roles: readonly RoleSlot[];
  readonly channels: readonly ChannelSlot[];
  readonly crashed: Slot<CrashedContent>;
}

export function slotsOf(model: Model): Slots {
  const tally: Tally = { letters: 0 };
  const networks = model.channels.filter(({ kind }) => kind !== 'call');
  const roles = model.roles.map(({ id }, slot): RoleSlot => ({ id, ...emptySlot(slot, tally) }));
  const channels = networks.map((channel, index): ChannelSlot => {
    return { id: channelId(channel.from, channel.to), channel, ...emptySlot(roles.length + index, tally) };
  });
  return { tally, roles, channels, crashed: emptySlot(roles.length + channels.length, tally) };
}

function emptySlot<Of extends Content>(slot: number, tally: Tally): Slot<Of> {
  return { slot, contents: [], steps: [], numbers: new Map(), tally };
}

/** The number of a content, made on first sight. */
export function numberIn<Of extends Content>(
  { contents, steps, numbers, tally }: Slot<Of>,
  key: string,
  make: () => Of,
): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  tally.letters += key.length;
  const number = contents.length;
  numbers.set(key, number);
  const content = make();
  contents.push(content);
  steps.push(content.steps);
  return number;
}

/** Equal objects have equal numbers. Most objects come more than once, and their content is looked at once. */
export function identities(tally: Tally): (value: object) => number {
  const ofObject = new WeakMap<object, number>();
  const ofContent = new Map<string, number>();
  return (value) => {
    const known = ofObject.get(value);
    if (known !== undefined) return known;
    const key = keyOf(value);
    const number = ofContent.get(key) ?? ofContent.size;
    if (number === ofContent.size) {
      tally.letters += key.length;
    }
    ofContent.set(key, number);
    ofObject.set(value, number);
    return number;
  };
}

/** What a slot contains in the state that the view shows. */
export function contentOf<Of extends Content>({ slot, contents }: Slot<Of>, view: Int32Array): Of {
  const content = contents[view[slot] ?? 0];
  if (content === undefined) throw new Error(`Slot ${slot} has no such content.`);
  return content;
}

/**
 * Makes worlds that look at the state in the view and note every slot that is read. Each call gives a new object, for
 * those who remember things per world; it is good only until the view moves.
 */
export function trackedWorlds(slots: Slots, view: Int32Array, log: ReadLog): () => World {
  const read = <Of extends Content>(slot: Slot<Of>): Of => {
    log.note(slot.slot);
    return contentOf(slot, view);
  };
  const roles: { [role: RoleId]: LocalState } = {};
  const timers: { [role: RoleId]: readonly string[] } = {};
  for (const slot of slots.roles) {
    lazily(roles, slot.id, () => read(slot).local);
    lazily(timers, slot.id, () => read(slot).timers);
  }
  const network: { [channel: string]: readonly Message[] } = {};
  for (const slot of slots.channels) lazily(network, slot.id, () => read(slot).messages);
  return () => ({
    roles,
    timers,
    network,
    get crashed() {
      return read(slots.crashed).crashed;
    },
  });
}

function lazily<Value>(target: { [name: string]: Value }, name: string, read: () => Value): void {
  Object.defineProperty(target, name, { get: read, enumerable: true });
}
