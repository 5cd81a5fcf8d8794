/** Look-ups into a model: which role, which channel. Asking for what the model does not have is a programmer's error. */
import type { ChannelSpec, Model, RoleId, RoleSpec } from './model.ts';
import { remembered } from './remembered.ts';
import { channelId } from './world.ts';
import { bind, type Bound } from './xstateAdapter.ts';

/** A role of a model, with its machine bound to the model's settings. */
export interface BoundRole extends RoleSpec {
  readonly bound: Bound;
}

export interface Wiring {
  readonly model: Model;
  readonly roles: ReadonlyMap<RoleId, BoundRole>;
  readonly networks: readonly ChannelSpec[];
}

export function wiringOf(model: Model): Wiring {
  return {
    model,
    roles: new Map(model.roles.map((role) => [role.id, { ...role, bound: bind(role, model.settings) }])),
    networks: model.channels.filter((channel) => channel.kind !== 'call'),
  };
}

export function roleOf(wiring: Wiring, id: RoleId): BoundRole {
  const role = wiring.roles.get(id);
  if (role === undefined) throw new Error(`Expected a role of ${wiring.model.protocol}; got ${id}.`);
  return role;
}

export function channelOf(model: Model, from: RoleId, to: RoleId): ChannelSpec {
  const channel = channelsOf(model).get(channelId(from, to));
  if (channel === undefined) throw new Error(`Expected a channel of ${model.protocol}; got ${from} > ${to}.`);
  return channel;
}

/** The channel between two roles; undefined for what only a reader's input names. */
export function findChannel(model: Model, from: RoleId, to: RoleId): ChannelSpec | undefined {
  return channelsOf(model).get(channelId(from, to));
}

const channelsOf = remembered(
  ({ channels }: Model): ReadonlyMap<string, ChannelSpec> =>
    new Map(channels.map((channel) => [channelId(channel.from, channel.to), channel])),
);
