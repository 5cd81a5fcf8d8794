import type { Data } from './data.ts';
import type { Machine } from './xstateAdapter.ts';
import type { World } from './world.ts';

export type RoleId = string;
export type ProcessId = string;
export type DelayName = string;

/** What roles send to each other: a noun and its fields. Content only, no running numbers. */
export interface Message {
  readonly type: string;
  readonly [field: string]: Data;
}

/**
 * `process`: the program is killed; what it gave to the operating system (page cache) survives.
 * `machine`: the computer loses power; what was not yet flushed to disk is gone too.
 */
export type CrashKind = 'process' | 'machine';

/** What crashes as one. A process without crash kinds never crashes in this protocol. */
export interface ProcessSpec {
  readonly id: ProcessId;
  readonly crashKinds: readonly CrashKind[];
  /** The values of a setting at which it crashes in other ways too. */
  readonly crashNeeds?: { readonly setting: string; readonly values: readonly string[] };
}

/**
 * What a role's machine is started with. It puts `settings` into its context, to read them as `context.settings`; the engine
 * keeps them out of what is stored (see the XState adapter). `recovered` is null at the very first start, else
 * what survived the crash.
 */
export interface RoleInput {
  readonly settings: Settings;
  readonly role: RoleId;
  readonly recovered: Data;
}

export interface RoleSpec {
  readonly id: RoleId;
  readonly process: ProcessId;
  readonly machine: Machine;
  /**
   * The part of the context that survives a crash of this kind; it comes back as `input.recovered`. It is given the context
   * as the machine sees it, with `settings`.
   */
  readonly durable: (context: never, kind: CrashKind) => Data;
  /** Processes whose death this role notices at once (a closed connection): it gets `connectionLost`. */
  readonly watches?: readonly ProcessId[];
}

/**
 * `call`: completes in the same step and is lost only if the other process is down.
 * `multiset`, `fifo`: messages wait in flight and can be delivered (any / only the oldest), dropped, duplicated.
 * `set`: messages never leave the network (Gray and Lamport's message set); one can be delivered whenever its receiver's
 * state has a use for it, again and again, and is never dropped or duplicated.
 */
export type ChannelKind = 'call' | 'multiset' | 'set' | 'fifo';

export interface ChannelSpec {
  readonly from: RoleId;
  readonly to: RoleId;
  readonly kind: ChannelKind;
  /** Virtual time in flight, in milliseconds; only autoplay and the clock on the page use it. */
  readonly latencyMs?: number;
  /** Message types that are calls although the channel is a network: requests answered at once, lost only with their process. */
  readonly calls?: readonly string[];
  /** A message equal to one already in flight is not sent again. */
  readonly coalesces?: boolean;
  /** The transport is a connection whose loss the sender notices: it gets `undelivered` with the message. */
  readonly lossNoticed?: boolean;
}

/**
 * Why something is done to a role: `order` begins an order; `outcome` is always possible, as a commit and a rollback are; a
 * `fault` is a mishap of a named kind; a `person` repairs something, in a named way. Each protocol names its own kinds.
 */
export type ChoiceClass = 'order' | 'outcome' | `fault:${string}` | `person:${string}`;

/** Something a person may do to a role. */
export interface Choice {
  readonly role: RoleId;
  readonly message: Message;
  /** What autoplay does by itself after this virtual time (milliseconds); null: only a person does it. */
  readonly afterMs: number | null;
  readonly class: ChoiceClass;
  /** Of an outcome to which nobody has to come, such as a refusal: a fair run may leave it aside for ever. */
  readonly isOptional?: true;
}

export type Settings = { readonly [name: string]: string };

/** A protocol at given settings: everything the engine needs to run it. */
export interface Model {
  readonly protocol: string;
  readonly settings: Settings;
  readonly processes: readonly ProcessSpec[];
  readonly roles: readonly RoleSpec[];
  readonly channels: readonly ChannelSpec[];
  /** All choices that may make sense in this world; the engine keeps those that the role's machine takes now. */
  readonly choices: (world: World) => readonly Choice[];
  /**
   * The orders and outcomes among them, where to find the others would read more of the world; without those that only set
   * the pace of a run, which is no matter to those who may let any timer end at any moment.
   */
  readonly explorable?: (world: World) => readonly Choice[];
}
