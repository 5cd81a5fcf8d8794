/** The few safeguards that plain messaging has. */
import type { Safeguard } from '../protocol.ts';
import { ack, dedup } from '../shared/safeguards.ts';

export const safeguards = [
  { id: 'retry', stages: [2], kind: 'setting', setting: 'retry', on: 'on', off: ['off'] },
  { id: 'broker', stages: [2], kind: 'setting', setting: 'broker', on: 'durable', off: ['lossy'] },
  { id: 'mandatory', stages: [2], kind: 'setting', setting: 'mandatory', on: 'on', off: ['off'] },
  { id: 'broker-dedup', stages: [2], kind: 'setting', setting: 'broker-dedup', on: 'window', off: ['none'] },
  dedup(3),
  ack(3),
] as const satisfies readonly Safeguard[];
