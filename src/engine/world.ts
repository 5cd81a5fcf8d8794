import { keyOf, type Data, type DataObject } from './data.ts';
import type { DelayName, Message, ProcessId, RoleId } from './model.ts';

/**
 * A role's state: an XState state value and a context, both plain data. While its process is down the value is
 * `crashed` and the context is `{ survived, crash }`: what survived, and which kind of crash it was.
 */
export interface LocalState {
  readonly value: Data;
  readonly context: DataObject;
}

export type ChannelId = `${RoleId}>${RoleId}`;

/** Everything needed to continue. Two worlds with equal content are the same world. */
export interface World {
  readonly roles: { readonly [role: RoleId]: LocalState };
  readonly crashed: readonly ProcessId[];
  /** Messages in flight per channel: sorted by content, in order of sending for `fifo`. Empty channels are absent. */
  readonly network: { readonly [channel: string]: readonly Message[] };
  /** Armed delays per role, sorted. Roles without one are absent. */
  readonly timers: { readonly [role: RoleId]: readonly DelayName[] };
}

export function channelId(from: RoleId, to: RoleId): ChannelId {
  return `${from}>${to}`;
}

export function worldKey(world: World): string {
  return keyOf(world);
}

export function isCrashed(world: World, process: ProcessId): boolean {
  return world.crashed.includes(process);
}

export function inFlight(world: World, from: RoleId, to: RoleId): readonly Message[] {
  return world.network[channelId(from, to)] ?? [];
}
