/** Channels that protocols share. */
import type { ChannelSpec, RoleId } from '../../engine/model.ts';

/** Two roles that call each other and are answered within the step. */
export function calls(one: RoleId, other: RoleId): readonly ChannelSpec[] {
  return [
    { from: one, to: other, kind: 'call' },
    { from: other, to: one, kind: 'call' },
  ];
}

const CONNECTION = {
  kind: 'multiset',
  coalesces: true,
  lossNoticed: true,
  calls: ['subscribe', 'subscribed', 'sendBack', 'sentBack'],
} as const;

/** The connection between a topic and its consumer. */
export const consumerChannels: readonly ChannelSpec[] = [
  { from: 'topic', to: 'consumer', ...CONNECTION },
  { from: 'consumer', to: 'topic', ...CONNECTION },
];
