/** Look-ups into a model: which role, which channel. Asking for what the model does not have is a programmer's error. */
import type { ChannelSpec, Model, RoleId, RoleSpec } from './model.ts';
import { channelId } from './world.ts';

export interface Wiring {
  readonly model: Model;
  readonly roles: ReadonlyMap<RoleId, RoleSpec>;
  readonly channels: ReadonlyMap<string, ChannelSpec>;
  readonly networks: readonly ChannelSpec[];
}

export function wiringOf(model: Model): Wiring {
  return {
    model,
    roles: new Map(model.roles.map((role) => [role.id, role])),
    channels: new Map(model.channels.map((channel) => [channelId(channel.from, channel.to), channel])),
    networks: model.channels.filter((channel) => channel.kind !== 'call'),
  };
}

export function roleOf(wiring: Wiring, id: RoleId): RoleSpec {
  const role = wiring.roles.get(id);
  if (role === undefined) throw new Error(`Expected a role of ${wiring.model.protocol}; got ${id}.`);
  return role;
}

export function channelOf(wiring: Wiring, from: RoleId, to: RoleId): ChannelSpec {
  const channel = wiring.channels.get(channelId(from, to));
  if (channel === undefined) throw new Error(`Expected a channel of ${wiring.model.protocol}; got ${from} > ${to}.`);
  return channel;
}
