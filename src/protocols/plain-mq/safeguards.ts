/** The few safeguards that plain messaging has. */
import type { Safeguard } from '../protocol.ts';
import { ack, dedup } from '../shared/safeguards.ts';

export const safeguards: readonly Safeguard[] = [
  { id: 'retry', stages: [2], kind: 'setting', setting: 'retry', on: 'on', off: ['off'] },
  { id: 'broker', stages: [2], kind: 'setting', setting: 'broker', on: 'durable', off: ['lossy'] },
  dedup(3),
  ack(3),
];
